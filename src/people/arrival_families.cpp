#include "people/arrival_families.h"

#include "people/arrival_relations.h"
#include "people/arrival_words.h"

namespace homeward::people {

namespace {

/// `12`, `12.0` and ` 012` are one family.
std::string family_key(std::string_view number) {
    if (number.ends_with(".0")) number.remove_suffix(2);
    std::string key = word_key(number);
    key.erase(0, std::min(key.find_first_not_of('0'), key.size() - !key.empty()));
    return key;
}

/// The index of the head among the rows of a family.
std::optional<std::size_t> head_of(const std::vector<ArrivalRow>& rows, const std::vector<std::size_t>& members) {
    std::optional<std::size_t> parent;
    for (const auto at : members) {
        const Relation relation = read_relation(rows[at].person.relationship);
        if (relation.head) return at;
        const bool is_minor = rows[at].under_18.value_or(false);
        if (relation.parent && !is_minor && !parent) parent = at;
    }
    return parent;
}

struct Numbering {
    double numbered = 0;
    double numbered_firsts = 0;  ///< of them, heads and unaccompanied children
    double bare = 0;
    double bare_firsts = 0;
};

Numbering numbering_of(const std::vector<ArrivalRow>& rows) {
    Numbering numbering;
    for (const auto& row : rows) {
        const Relation relation = read_relation(row.person.relationship);
        const bool first = relation.head || relation.unaccompanied;
        const bool bare = row.person.family_number.empty();
        ++(bare ? numbering.bare : numbering.numbered);
        if (first) ++(bare ? numbering.bare_firsts : numbering.numbered_firsts);
    }
    return numbering;
}

}  // namespace

void fill_family_numbers(std::vector<ArrivalRow>& rows) {
    const Numbering seen = numbering_of(rows);
    if (seen.numbered_firsts < seen.numbered * 0.6 || seen.bare < rows.size() * 0.3 || seen.bare_firsts > seen.bare * 0.1) return;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        std::string& number = rows[at].person.family_number;
        const bool own_family = read_relation(rows[at].person.relationship).head;
        if (number.empty() && !own_family) number = rows[at - 1].person.family_number;
    }
}

std::vector<ListedFamily> link_families(std::vector<ArrivalRow>& rows) {
    std::vector<std::vector<std::size_t>> members;
    std::map<std::string, std::size_t> by_key;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::string key = family_key(rows[at].person.family_number);
        if (key.empty()) continue;
        const auto [found, added] = by_key.try_emplace(key, members.size());
        if (added) members.emplace_back();
        members[found->second].push_back(at);
    }
    std::vector<ListedFamily> families;
    for (const auto& family : members) {
        ListedFamily& linked = families.emplace_back();
        linked.number = rows[family.front()].person.family_number;
        for (const auto at : family) linked.rows.push_back(rows[at].row);
        const auto head = head_of(rows, family);
        if (!head) continue;
        linked.head_row = rows[*head].row;
        rows[*head].person.head_of_family = true;
    }
    return families;
}

}  // namespace homeward::people
