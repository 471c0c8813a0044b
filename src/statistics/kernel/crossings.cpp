#include "statistics/kernel/crossings.h"

#include <algorithm>
#include <iterator>

namespace homeward::statistics {
namespace {

using Group = std::vector<int>;
using Graph = std::vector<std::vector<char>>;

Group common(const Group& a, const Group& b) {
    Group both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

Group neighbours(const Graph& graph, const std::vector<char>& gone, int node) {
    Group result;
    for (int other = 0; other < static_cast<int>(graph.size()); ++other) {
        if (other != node && !gone[static_cast<std::size_t>(other)] && graph[static_cast<std::size_t>(node)][static_cast<std::size_t>(other)]) result.push_back(other);
    }
    return result;
}

int missing_edges(const Graph& graph, const Group& group) {
    int missing = 0;
    for (const int a : group) {
        for (const int b : group) missing += a < b && !graph[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
    }
    return missing;
}

/// Takes the classifications out one by one, always one whose neighbours lack the fewest edges, and joins
/// those neighbours. What each had around it is a crossing.
std::vector<Group> eliminated(Graph graph) {
    std::vector<Group> groups;
    std::vector<char> gone(graph.size(), 0);
    for (std::size_t step = 0; step < graph.size(); ++step) {
        int best = -1, best_missing = 0;
        for (int node = 0; node < static_cast<int>(graph.size()); ++node) {
            if (gone[static_cast<std::size_t>(node)]) continue;
            const int missing = missing_edges(graph, neighbours(graph, gone, node));
            if (best < 0 || missing < best_missing) { best = node; best_missing = missing; }
        }
        Group group = neighbours(graph, gone, best);
        for (const int a : group) for (const int b : group) graph[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = 1;
        group.insert(std::ranges::lower_bound(group, best), best);
        gone[static_cast<std::size_t>(best)] = 1;
        groups.push_back(std::move(group));
    }
    return groups;
}

void keep_largest(std::vector<Group>& groups) {
    std::ranges::sort(groups, {}, [](const Group& group) { return std::pair(-static_cast<long>(group.size()), group); });
    std::vector<Group> kept;
    for (auto& group : groups) {
        const bool inside = std::ranges::any_of(kept, [&](const Group& larger) { return std::ranges::includes(larger, group); });
        if (!inside) kept.push_back(std::move(group));
    }
    groups = std::move(kept);
}

}  // namespace

std::vector<Crossing> crossings_of(const std::vector<std::vector<int>>& tables, int classifications) {
    const auto nodes = static_cast<std::size_t>(classifications);
    Graph graph(nodes, std::vector<char>(nodes, 0));
    for (const auto& table : tables) {
        for (const int a : table) for (const int b : table) graph[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = 1;
    }
    std::vector<Group> groups = eliminated(graph);
    groups.emplace_back();  // a population of which only the total is counted
    keep_largest(groups);

    // Of the crossings of a chordal graph, a spanning tree with the largest shared groups is a junction tree.
    std::vector<Crossing> crossings{{groups[0], -1, {}}};
    std::vector<char> placed(groups.size(), 0);
    placed[0] = 1;
    while (crossings.size() < groups.size()) {
        std::size_t best = 0;
        Crossing next;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (std::size_t c = 0; c < crossings.size() && !placed[g]; ++c) {
                Group shared = common(groups[g], crossings[c].classifications);
                if (next.parent >= 0 && shared.size() <= next.shared.size()) continue;
                next = {groups[g], static_cast<int>(c), std::move(shared)};
                best = g;
            }
        }
        placed[best] = 1;
        crossings.push_back(std::move(next));
    }
    return crossings;
}

}  // namespace homeward::statistics
