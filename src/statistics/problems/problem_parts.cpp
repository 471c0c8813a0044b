#include "statistics/problems/problem_parts.h"

#include <algorithm>
#include <map>
#include <set>

#include "statistics/problems/number_rows.h"

namespace homeward::statistics {
namespace {

using Parts = std::map<std::size_t, std::vector<std::size_t>>;  // by total

/// Gives a total that has no groups those of its parts, its parts first.
class Hierarchy {
public:
    Hierarchy(Problem& problem, const Parts& parts) : problem_(problem), parts_(parts), visited_(problem.labels.size(), Visit::no) {}

    Done settle(std::size_t total) {
        if (visited_[total] == Visit::done) return {};
        if (visited_[total] == Visit::under_way) return naming("statistics.hierarchy_loop", total);
        visited_[total] = Visit::under_way;
        std::vector<int> sum;
        if (const auto own = parts_.find(total); own != parts_.end()) {
            std::map<int, std::size_t> owner;
            for (const std::size_t part : own->second) {
                TRY(settle(part));
                for (const int atom : problem_.labels[part].atoms) {
                    if (!owner.emplace(atom, part).second) {
                        Error error = naming("statistics.overlap", part);
                        error.params["other"] = std::to_string(problem_.numbers[owner.at(atom)]);
                        return error;
                    }
                    sum.push_back(atom);
                }
            }
            link(total, std::move(sum));
        }
        visited_[total] = Visit::done;
        return {};
    }

private:
    enum class Visit { no, under_way, done };

    Error naming(const char* key, std::size_t label) const { return invalid(key, {}, {{"cell", std::to_string(problem_.numbers[label])}}); }

    void link(std::size_t total, std::vector<int> sum) {
        auto& atoms = problem_.labels[total].atoms;
        std::ranges::sort(sum);
        std::ranges::sort(atoms);
        if (atoms.empty()) atoms = std::move(sum);
        else if (atoms != sum) problem_.links.push_back({atoms, std::move(sum)});
    }

    Problem& problem_;
    const Parts& parts_;
    std::vector<Visit> visited_;
};

std::int64_t largest_hidden(const Problem& problem) {
    std::int64_t largest = 0;
    for (const auto& label : problem.labels) if (label.sensitive) largest = std::max(largest, label.value);
    return largest;
}

}  // namespace

Done read_links(Problem& problem, const std::string& file, const std::unordered_map<std::int64_t, std::size_t>& label_of) {
    Parts parts;
    for (const auto& row : TRY(read_columns(file, {"total", "part"}))) {
        const auto total = whole_number(row.fields[0]), part = whole_number(row.fields[1]);
        if (!total || !part || !label_of.contains(*total) || !label_of.contains(*part)) return about_line(file, row.line);
        auto& own = parts[label_of.at(*total)];
        if (std::ranges::count(own, label_of.at(*part)) > 0) return about_line(file, row.line, "statistics.said_twice");
        own.push_back(label_of.at(*part));
    }
    Hierarchy hierarchy(problem, parts);
    for (const auto& [total, own] : parts) TRY(hierarchy.settle(total));
    return {};
}

Done read_insiders(Problem& problem, const std::string& file) {
    std::map<std::string, std::size_t> index_of;
    std::set<std::pair<std::string, std::int64_t>> seen;
    for (const auto& row : TRY(read_columns(file, {"insider", "inner", "persons", "exactly"}))) {
        const auto inner = whole_number(row.fields[1]);
        const auto number = decimal_number(row.fields[2]);
        const auto persons = number && number->decimals <= problem.decimals ? scaled(*number, problem.decimals) : std::nullopt;
        const bool exactly = row.fields[3] == "1";
        if (row.fields[0].empty() || !inner || *inner < 1 || *inner > problem.atoms || !persons || *persons < 0 || (!exactly && row.fields[3] != "0")) {
            return about_line(file, row.line);
        }
        if (!seen.insert({row.fields[0], *inner}).second) return about_line(file, row.line, "statistics.said_twice");
        const auto atom = static_cast<std::size_t>(*inner - 1);
        if (!problem.persons.empty() && (*persons > problem.persons[atom] || (exactly && *persons != problem.persons[atom]))) {
            Error error = about_line(file, row.line, "statistics.knows_too_many");
            error.params["inner"] = row.fields[1];
            return error;
        }
        const auto [found, fresh] = index_of.try_emplace(row.fields[0], problem.knowers.size());
        if (fresh) problem.knowers.push_back({row.fields[0], {}, exactly});
        Knower& knower = problem.knowers[found->second];
        if (knower.exactly != exactly) return about_line(file, row.line);
        knower.least.emplace_back(static_cast<int>(atom), *persons);
    }
    return {};
}

void add_single_persons(Problem& problem) {
    if (problem.decimals > 0) return;
    for (std::size_t atom = 0; atom < problem.persons.size(); ++atom) {
        if (problem.persons[atom] > 0) problem.knowers.push_back({"one person of group " + std::to_string(atom + 1), {{static_cast<int>(atom), 1}}, false});
    }
}

void mark_largest(Problem& problem) {
    std::vector<std::vector<std::size_t>> cells_of(static_cast<std::size_t>(problem.atoms));
    for (std::size_t c = 0; c < problem.labels.size(); ++c) {
        for (const int atom : problem.labels[c].atoms) cells_of[static_cast<std::size_t>(atom)].push_back(c);
    }
    for (auto& label : problem.labels) {
        if (label.atoms.empty()) continue;
        const auto& others = cells_of[static_cast<std::size_t>(label.atoms.front())];
        label.stays = std::ranges::none_of(others, [&](std::size_t other) {
            const auto& atoms = problem.labels[other].atoms;
            return atoms.size() > label.atoms.size() && std::ranges::includes(atoms, label.atoms);
        });
    }
}

void add_differences(Problem& problem) {
    const std::size_t half = problem.labels.size() / 2;
    if (half == 0 || problem.labels.size() % 2 != 0 || problem.decimals > 0) return;
    std::vector<char> there(static_cast<std::size_t>(problem.atoms), 0);
    for (std::size_t c = 0; c < half; ++c) for (const int atom : problem.labels[c].atoms) there[static_cast<std::size_t>(atom)] = 1;
    std::vector<SystemCell> came;
    std::vector<std::size_t> earlier;
    bool more = false;
    for (std::size_t c = 0; c < half; ++c) {
        std::vector<int> still, fresh;
        for (const int atom : problem.labels[half + c].atoms) (there[static_cast<std::size_t>(atom)] ? still : fresh).push_back(atom);
        if (still != problem.labels[c].atoms) return;
        more = more || !fresh.empty();
        const std::int64_t value = problem.labels[half + c].value - problem.labels[c].value;
        if (fresh.empty() || value < 1 || value > largest_hidden(problem)) continue;
        SystemCell difference;
        difference.atoms = std::move(fresh);
        difference.value = value;
        difference.sensitive = difference.withheld = true;
        difference.width = problem.labels[c].width;
        difference.least = 0;  // no table tells that somebody came at all
        came.push_back(std::move(difference));
        earlier.push_back(c);
    }
    if (!more) return;
    problem.differences = std::move(came);
    problem.earlier = std::move(earlier);
}

}  // namespace homeward::statistics
