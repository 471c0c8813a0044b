// What must hold of all files of a problem together.
#include <limits>
#include <map>

#include "statistics/kernel/elimination.h"
#include "statistics/problems/problem_parts.h"

namespace homeward::statistics {
namespace {

std::string number(const Problem& problem, std::size_t label) { return std::to_string(problem.numbers[label]); }

Error wrong_sum(const Problem& problem, std::size_t label, std::int64_t sum) {
    return invalid("statistics.margin", {}, {{"cell", number(problem, label)}, {"shown", amount(problem.labels[label].value, problem.decimals)}, {"sum", amount(sum, problem.decimals)}});
}

Done check_equations(const Problem& problem) {
    for (std::size_t c = 0; c < problem.labels.size(); ++c) {
        // A zero that nothing adds up to needs no equation; a count that nothing adds up to is an error.
        if (problem.labels[c].atoms.empty() && (problem.labels[c].value != 0 || problem.labels[c].sensitive)) {
            return invalid("statistics.cell_without_equation", {}, {{"cell", number(problem, c)}});
        }
    }
    return {};
}

Done check_same_people(const Problem& problem) {
    std::map<std::vector<int>, std::size_t> first;
    for (std::size_t c = 0; c < problem.labels.size(); ++c) {
        const auto [same, fresh] = first.try_emplace(problem.labels[c].atoms, c);
        if (!fresh && problem.labels[same->second].value != problem.labels[c].value) {
            return invalid("statistics.two_counts", {}, {{"cell", number(problem, c)}, {"other", number(problem, same->second)}});
        }
    }
    return {};
}

std::int64_t sum_of(const std::vector<int>& atoms, const std::vector<std::int64_t>& persons) {
    std::int64_t sum = 0;
    for (const int atom : atoms) if (__builtin_add_overflow(sum, persons[static_cast<std::size_t>(atom)], &sum)) return std::numeric_limits<std::int64_t>::max();
    return sum;
}

Done check_sums(const Problem& problem) {
    for (std::size_t c = 0; c < problem.labels.size(); ++c) {
        const std::int64_t sum = sum_of(problem.labels[c].atoms, problem.persons);
        if (sum != problem.labels[c].value) return wrong_sum(problem, c, sum);
    }
    for (const auto& link : problem.links) {
        if (sum_of(link.left, problem.persons) == sum_of(link.right, problem.persons)) continue;
        for (std::size_t c = 0; c < problem.labels.size(); ++c) {
            if (problem.labels[c].atoms == link.left) return wrong_sum(problem, c, sum_of(link.right, problem.persons));
        }
    }
    return {};
}

/// Nobody counted the groups: a cell whose groups are a combination of earlier ones must have their value as well.
Done check_combinations(const Problem& problem) {
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    Span groups(problem.atoms), figures(problem.atoms + 1);
    const auto add = [&](const std::vector<int>& atoms, const std::vector<int>& less, std::int64_t value) {
        std::vector<std::pair<int, int>> row;
        for (const int atom : atoms) row.emplace_back(atom, 1);
        for (const int atom : less) row.emplace_back(atom, -1);
        const bool fresh = groups.add(row);
        if (value != 0) row.emplace_back(problem.atoms, static_cast<int>(value));
        return figures.add(row) == fresh;
    };
    for (const auto& link : problem.links) {
        if (!add(link.left, link.right, 0)) return invalid("statistics.margin", {}, {{"cell", ""}, {"shown", ""}, {"sum", ""}});
    }
    for (std::size_t c = 0; c < problem.labels.size(); ++c) {
        if (problem.labels[c].value > most) continue;  // beyond what elimination takes
        if (!add(problem.labels[c].atoms, {}, problem.labels[c].value)) return invalid("statistics.does_not_add_up", {}, {{"cell", number(problem, c)}});
    }
    return {};
}

}  // namespace

Done check_problem(const Problem& problem) {
    TRY(check_equations(problem));
    TRY(check_same_people(problem));
    return problem.persons.empty() ? check_combinations(problem) : check_sums(problem);
}

}  // namespace homeward::statistics
