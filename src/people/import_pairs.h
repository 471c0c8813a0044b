#pragma once
// The possible duplicates of a list, and what a person says about each.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/arrival_list.h"
#include "people/ids.h"

namespace homeward::people {

/// `later`: both records are made, and the question stays open.
enum class PairDecision { later, same, different };
std::string_view to_string(PairDecision decision);
std::optional<PairDecision> pair_decision_from(std::string_view name);

/// Two rows that may be one person, or a row and somebody of the register.
///
/// key        `r12-r95`, `r12-p<person id>`: how a decision names the pair
/// other_row  0 when the other is of the register
struct ImportPair {
    std::string key;
    int row = 0;
    int other_row = 0;
    std::optional<PersonId> person;
    double score = 0;
};
std::vector<ImportPair> pairs_of(const ArrivalVerdict& verdict);

/// Decisions by the key of their pair; a pair that is not named is decided later.
using PairDecisions = std::map<std::string, PairDecision>;

/// Rows that are one person, and whom of the register they are.
struct ListedGroup {
    std::vector<int> rows;                ///< ascending; indexes into `ArrivalVerdict::rows`
    std::optional<PersonId> person;
};

/// Joins the rows that were said to be one person.
///
/// returns   a group for every row that is not refused, by first row
/// errors    invalid: `import.no_such_pair` (param `pair`); `import.contradiction` (params `pair`, `row`) when rows said
///           to be different are one by other decisions, or one row is said to be two people of the register
Result<std::vector<ListedGroup>> groups_of(const ArrivalVerdict& verdict, const PairDecisions& decisions);

}  // namespace homeward::people
