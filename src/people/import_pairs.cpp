#include "people/import_pairs.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "people/enum_names.h"

namespace homeward::people {
namespace {

constexpr EnumNames<PairDecision, 3> kDecisions{{
    {PairDecision::later, "later"}, {PairDecision::same, "same"}, {PairDecision::different, "different"},
}};

/// Which rows are one, by their place in the list; a forest of unions.
class Unions {
public:
    explicit Unions(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({root(a), root(b)});  // a list gives values: two arguments would give references to what is gone
        parent_[high] = low;
    }

private:
    std::vector<std::size_t> parent_;
};

Error contradiction(const ImportPair& pair) {
    return invalid("import.contradiction", "decisions", {{"pair", pair.key}, {"row", std::to_string(pair.row)}});
}

Done all_are_pairs(const PairDecisions& decisions, const std::vector<ImportPair>& pairs) {
    std::set<std::string_view> keys;
    for (const auto& pair : pairs) keys.insert(pair.key);
    for (const auto& [key, decision] : decisions) {
        if (!keys.contains(key)) return invalid("import.no_such_pair", "decisions", {{"pair", key}});
    }
    return {};
}

/// Groups by their first row; several that are one person of the register become one.
std::vector<ListedGroup> by_person(std::map<std::size_t, ListedGroup> groups) {
    std::vector<ListedGroup> list;
    std::map<PersonId, std::size_t> place;
    for (auto& [root, group] : groups) {
        if (group.rows.empty()) continue;
        if (group.person) {
            const auto [at, first] = place.emplace(*group.person, list.size());
            if (!first) {
                auto& rows = list[at->second].rows;
                rows.insert(rows.end(), group.rows.begin(), group.rows.end());
                std::sort(rows.begin(), rows.end());
                continue;
            }
        }
        list.push_back(std::move(group));
    }
    return list;
}

}  // namespace

std::string_view to_string(PairDecision decision) { return name_in(kDecisions, decision); }
std::optional<PairDecision> pair_decision_from(std::string_view name) { return value_in(kDecisions, name); }

std::vector<ImportPair> pairs_of(const ArrivalVerdict& verdict) {
    std::vector<ImportPair> pairs;
    for (const auto& pair : verdict.duplicate_pairs) {
        pairs.push_back({"r" + std::to_string(pair.row) + "-r" + std::to_string(pair.other_row), pair.row, pair.other_row, std::nullopt, pair.likeness});
    }
    for (const auto& row : verdict.rows) {
        for (const auto& match : row.register_matches) {
            const auto person = PersonId::parse(match.person_id);
            if (person) pairs.push_back({"r" + std::to_string(row.row) + "-p" + match.person_id, row.row, 0, person, match.likeness});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return std::tie(a.row, a.other_row, a.key) < std::tie(b.row, b.other_row, b.key);
    });
    return pairs;
}

Result<std::vector<ListedGroup>> groups_of(const ArrivalVerdict& verdict, const PairDecisions& decisions) {
    std::map<int, std::size_t> place;
    for (std::size_t i = 0; i < verdict.rows.size(); ++i) place[verdict.rows[i].row] = i;
    const auto pairs = pairs_of(verdict);
    TRY(all_are_pairs(decisions, pairs));
    const auto decision_on = [&](const ImportPair& pair) {
        const auto found = decisions.find(pair.key);
        return found == decisions.end() ? PairDecision::later : found->second;
    };

    Unions unions(verdict.rows.size());
    for (const auto& pair : pairs) {
        if (pair.other_row != 0 && decision_on(pair) == PairDecision::same) unions.join(place.at(pair.row), place.at(pair.other_row));
    }
    std::map<std::size_t, ListedGroup> groups;
    for (std::size_t i = 0; i < verdict.rows.size(); ++i) {
        if (verdict.rows[i].status != RowStatus::refused) groups[unions.root(i)].rows.push_back(static_cast<int>(i));
    }
    for (const auto& pair : pairs) {
        if (pair.other_row != 0) {
            const bool one = unions.root(place.at(pair.row)) == unions.root(place.at(pair.other_row));
            if (one && decision_on(pair) == PairDecision::different) return contradiction(pair);
        } else if (decision_on(pair) == PairDecision::same) {
            auto& group = groups[unions.root(place.at(pair.row))];
            if (group.person && group.person != pair.person) return contradiction(pair);
            group.person = pair.person;
        }
    }
    return by_person(std::move(groups));
}

}  // namespace homeward::people
