#include "statistics/problems/problem_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "statistics/problems/number_rows.h"
#include "statistics/problems/problem_parts.h"

namespace homeward::statistics {
namespace {

class Reading {
public:
    Reading(std::string directory, std::int64_t width) : directory_(std::move(directory)), width_(width) {}

    Result<Problem> run() {
        TRY(read_cells());
        TRY(read_sums());
        TRY(read_inner());
        if (file_exists(file("links.csv"))) TRY(read_links(problem_, file("links.csv"), label_of_));
        for (auto& label : problem_.labels) std::ranges::sort(label.atoms);
        TRY(check_problem(problem_));
        TRY(read_totals());
        if (file_exists(file("insiders.csv"))) TRY(read_insiders(problem_, file("insiders.csv")));
        else add_single_persons(problem_);
        add_differences(problem_);
        return std::move(problem_);
    }

private:
    std::string file(const char* name) const { return directory_ + "/" + name; }

    /// Values are scaled once the most decimals of any are known.
    Done read_cells() {
        const std::string name = file("cells.csv");
        std::vector<Decimal> values;
        std::vector<int> lines;
        for (const auto& row : TRY(read_columns(name, {"cell", "value", "primary"}))) {
            const auto cell = whole_number(row.fields[0]);
            const auto value = decimal_number(row.fields[1]);
            if (!cell || *cell < 1 || !value || (row.fields[2] != "0" && row.fields[2] != "1")) return about_line(name, row.line);
            if (value->digits < 0) return about_line(name, row.line, "statistics.negative_count");
            if (!label_of_.emplace(*cell, problem_.labels.size()).second) return about_line(name, row.line, "statistics.said_twice");
            problem_.numbers.push_back(*cell);
            problem_.labels.emplace_back().sensitive = row.fields[2] == "1";
            problem_.decimals = std::max(problem_.decimals, value->decimals);
            if (value->digits == 0 && problem_.labels.back().sensitive) problem_.zeros_shown = false;
            values.push_back(*value);
            lines.push_back(row.line);
        }
        if (values.empty()) return invalid("file.empty", {}, {{"file", name}});
        if (values.size() > most_cells) return too_large("file.too_many_rows", {{"file", name}, {"limit", std::to_string(most_cells)}});
        problem_.width = width_ > 0 ? width_ : problem_.decimals > 0 ? usual_percent : 1;
        for (std::size_t c = 0; c < values.size(); ++c) {
            const auto units = scaled(values[c], problem_.decimals);
            if (!units) return about_line(name, lines[c]);
            ask_for_width(problem_.labels[c], *units);
        }
        return {};
    }

    void ask_for_width(SystemCell& label, std::int64_t value) const {
        label.value = value;
        label.width = problem_.width;
        if (problem_.decimals == 0) return;
        const std::int64_t percent = problem_.width;
        // Rounded up: the interval must hold the tenth on either side.
        label.up = label.down = value / 100 * percent + (value % 100 * percent + 99) / 100;
        label.width = label.up + label.down;
    }

    Done read_sums() {
        const std::string name = file("incidence.csv");
        std::set<std::pair<std::size_t, int>> seen;
        for (const auto& row : TRY(read_columns(name, {"cell", "inner"}))) {
            const auto cell = whole_number(row.fields[0]), inner = whole_number(row.fields[1]);
            const auto label = cell ? label_of_.find(*cell) : label_of_.end();
            if (label == label_of_.end() || !inner || *inner < 1 || *inner > most_inner_groups) return about_line(name, row.line);
            if (!seen.insert({label->second, static_cast<int>(*inner - 1)}).second) return about_line(name, row.line, "statistics.said_twice");
            problem_.labels[label->second].atoms.push_back(static_cast<int>(*inner - 1));
            problem_.atoms = std::max(problem_.atoms, static_cast<int>(*inner));
        }
        return {};
    }

    Done read_inner() {
        const std::string name = file("inner.csv");
        if (!file_exists(name)) return {};
        std::vector<char> counted(static_cast<std::size_t>(problem_.atoms), 0);
        std::set<std::int64_t> seen;
        problem_.persons.assign(counted.size(), 0);
        for (const auto& row : TRY(read_columns(name, {"inner", "value"}))) {
            const auto inner = whole_number(row.fields[0]);
            const auto value = decimal_number(row.fields[1]);
            if (!inner || *inner < 1 || *inner > most_inner_groups || !value) return about_line(name, row.line);
            if (value->digits < 0) return about_line(name, row.line, "statistics.negative_count");
            if (!seen.insert(*inner).second) return about_line(name, row.line, "statistics.said_twice");
            if (*inner > problem_.atoms) continue;  // in no cell: nobody sees it
            const auto units = value->decimals <= problem_.decimals ? scaled(*value, problem_.decimals) : std::nullopt;
            if (!units) return about_line(name, row.line);
            problem_.persons[static_cast<std::size_t>(*inner - 1)] = *units;
            counted[static_cast<std::size_t>(*inner - 1)] = 1;
        }
        for (const auto& label : problem_.labels) {
            for (const int atom : label.atoms) {
                if (!counted[static_cast<std::size_t>(atom)]) return invalid("statistics.no_value", {}, {{"inner", std::to_string(atom + 1)}});
            }
        }
        return {};
    }

    /// A grand total stays. Labels say which; without them, whatever lies within nothing else.
    Done read_totals() {
        const std::string name = file("labels.csv");
        if (!file_exists(name)) {
            mark_largest(problem_);
            return {};
        }
        const auto rows = TRY(read_all_columns(name));
        if (rows.size() != problem_.labels.size()) return about_line(name, static_cast<int>(rows.size()) + 1);
        for (std::size_t c = 0; c < rows.size(); ++c) {
            const auto& codes = rows[c].fields;
            problem_.labels[c].stays = codes.size() > 1 && std::all_of(codes.begin(), codes.end() - 1, [](const auto& code) { return code == "Total"; });
        }
        return {};
    }

    std::string directory_;
    std::int64_t width_;
    Problem problem_;
    std::unordered_map<std::int64_t, std::size_t> label_of_;
};

}  // namespace

Result<Problem> read_problem(const std::string& directory, std::int64_t width) { return Reading(directory, width).run(); }

CellSystem system_of(const Problem& problem) {
    std::vector<SystemCell> labels = problem.labels;
    labels.insert(labels.end(), problem.differences.begin(), problem.differences.end());
    return simplified(problem.atoms, problem.persons, labels, problem.links, problem.zeros_shown, problem.knowers);
}

Result<std::vector<char>> read_pattern(const std::string& file, const Problem& problem) {
    std::unordered_map<std::int64_t, std::size_t> label_of;
    for (std::size_t c = 0; c < problem.numbers.size(); ++c) label_of[problem.numbers[c]] = c;
    std::vector<char> hidden(problem.labels.size(), 0), seen(problem.labels.size(), 0);
    for (const auto& row : TRY(read_columns(file, {"cell", "suppressed"}))) {
        const auto cell = whole_number(row.fields[0]);
        const auto label = cell ? label_of.find(*cell) : label_of.end();
        if (label == label_of.end() || (row.fields[1] != "0" && row.fields[1] != "1")) return about_line(file, row.line);
        if (seen[label->second]) return about_line(file, row.line, "statistics.said_twice");
        seen[label->second] = 1;
        hidden[label->second] = row.fields[1] == "1";
    }
    for (std::size_t c = 0; c < seen.size(); ++c) {
        if (!seen[c]) return invalid("statistics.cell_missing", {}, {{"file", file}, {"cell", std::to_string(problem.numbers[c])}});
    }
    return hidden;
}

Pattern pattern_of(const CellSystem& system, const std::vector<char>& by_label) {
    Pattern hidden(system.cells.size(), 1);
    for (std::size_t label = 0; label < by_label.size(); ++label) {
        const int cell = system.cell_of[label];
        if (cell >= 0 && !by_label[label]) hidden[static_cast<std::size_t>(cell)] = 0;
    }
    return hidden;
}

std::vector<char> labels_hidden(const Problem& problem, const CellSystem& system, const Pattern& hidden) {
    std::vector<char> by_label(problem.labels.size(), 0);
    for (std::size_t label = 0; label < by_label.size(); ++label) {
        const int cell = system.cell_of[label];
        by_label[label] = cell >= 0 && hidden[static_cast<std::size_t>(cell)];
    }
    return by_label;
}

std::string pattern_csv(const Problem& problem, const std::vector<char>& by_label) {
    std::string csv = "cell,suppressed\n";
    for (std::size_t c = 0; c < by_label.size(); ++c) csv += std::to_string(problem.numbers[c]) + (by_label[c] ? ",1\n" : ",0\n");
    return csv;
}

std::string amount(std::int64_t units, int decimals) {
    if (decimals == 0) return std::to_string(units);
    std::string digits = std::to_string(units < 0 ? -units : units);
    const auto behind = static_cast<std::size_t>(decimals);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    digits.insert(digits.size() - behind, ".");
    return (units < 0 ? "-" : "") + digits;
}

}  // namespace homeward::statistics
