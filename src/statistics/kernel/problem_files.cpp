#include "statistics/kernel/problem_files.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include "base/text.h"

namespace homeward::statistics {
namespace {

constexpr std::int64_t most_inner_groups = 1'000'000;

Error bad_line(const std::string& file, std::size_t line) {
    return invalid("statistics.bad_line", {}, {{"file", file}, {"line", std::to_string(line)}});
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string_view unquoted(std::string_view text) {
    text = trim(text);
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2) : text;
}

/// Lines below the heading, split at commas.
Result<std::vector<std::vector<std::string>>> rows_of(const std::string& file) {
    std::ifstream in(file);
    if (!in) return not_found("statistics.no_such_file");
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::vector<std::string> fields;
        for (const auto field : split(line, ',')) fields.emplace_back(unquoted(field));
        rows.push_back(std::move(fields));
    }
    return rows;
}

/// The same, when every field is a whole number.
Result<std::vector<std::vector<std::int64_t>>> numbers_of(const std::string& file, std::size_t columns) {
    std::vector<std::vector<std::int64_t>> numbers;
    for (const auto& row : TRY(rows_of(file))) {
        std::vector<std::int64_t> fields;
        for (const auto& field : row) {
            const auto number = whole_number(field);
            if (!number) return bad_line(file, numbers.size() + 2);
            fields.push_back(*number);
        }
        if (fields.size() != columns) return bad_line(file, numbers.size() + 2);
        numbers.push_back(std::move(fields));
    }
    return numbers;
}

bool is_grand_total(const std::vector<std::string>& row) {
    return row.size() > 1 && std::all_of(row.begin(), row.end() - 1, [](const auto& code) { return code == "Total"; });
}

}  // namespace

Result<Problem> read_problem(const std::string& directory, std::int64_t width) {
    Problem problem;
    const std::string cells_file = directory + "/cells.csv";
    for (const auto& row : TRY(numbers_of(cells_file, 3))) {
        const std::size_t line = problem.labels.size() + 2;
        if (row[0] != static_cast<std::int64_t>(line) - 1 || row[1] < 0) return bad_line(cells_file, line);
        problem.labels.push_back({{}, row[1], row[2] != 0, false, width});
        if (row[1] == 0 && row[2] != 0) problem.zeros_shown = false;
    }
    const std::string incidence_file = directory + "/incidence.csv";
    std::size_t line = 1;
    for (const auto& row : TRY(numbers_of(incidence_file, 2))) {
        ++line;
        if (row[0] < 1 || row[0] > static_cast<std::int64_t>(problem.labels.size()) || row[1] < 1 || row[1] > most_inner_groups) {
            return bad_line(incidence_file, line);
        }
        problem.labels[static_cast<std::size_t>(row[0] - 1)].atoms.push_back(static_cast<int>(row[1] - 1));
        problem.atoms = std::max(problem.atoms, static_cast<int>(row[1]));
    }
    for (std::size_t c = 0; c < problem.labels.size(); ++c) {
        auto& atoms = problem.labels[c].atoms;
        std::ranges::sort(atoms);
        // A zero that nothing adds up to needs no equation; a count that nothing adds up to is an error.
        if (atoms.empty() && problem.labels[c].value != 0) {
            return invalid("statistics.cell_without_equation", {}, {{"cell", std::to_string(c + 1)}});
        }
    }
    const std::string inner_file = directory + "/inner.csv";
    if (std::ifstream(inner_file)) {
        problem.persons.assign(static_cast<std::size_t>(problem.atoms), 0);
        std::size_t inner_line = 1;
        for (const auto& row : TRY(numbers_of(inner_file, 2))) {
            ++inner_line;
            if (row[0] < 1 || row[0] > most_inner_groups || row[1] < 0) return bad_line(inner_file, inner_line);
            if (row[0] <= problem.atoms) problem.persons[static_cast<std::size_t>(row[0] - 1)] = row[1];
        }
    }
    if (const auto labels = rows_of(directory + "/labels.csv"); labels && labels->size() == problem.labels.size()) {
        for (std::size_t c = 0; c < problem.labels.size(); ++c) problem.labels[c].stays = is_grand_total((*labels)[c]);
    }
    return problem;
}

Result<std::vector<char>> read_pattern(const std::string& file, std::size_t cells) {
    std::vector<char> pattern;
    for (const auto& row : TRY(numbers_of(file, 2))) pattern.push_back(row[1] != 0);
    if (pattern.size() != cells) return bad_line(file, pattern.size() + 2);
    return pattern;
}

}  // namespace homeward::statistics
