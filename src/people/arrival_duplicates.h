#pragma once
// Rows of one list held against each other.

#include <set>

#include "people/arrival_list.h"

namespace homeward::people {

/// complete  false when a list of thousands of near-equal rows took more comparing than we allow
struct Duplicates {
    std::vector<DuplicatePair> pairs;
    bool complete = true;
};

/// Rows that may be one person, each with the first row that it repeats; the earlier row first, by row. Nobody is
/// compared with everybody: only rows that share a document number, or enough of name and birth date.
Duplicates find_duplicates(const std::vector<ArrivalRow>& rows);

/// Refuses the rows whose document number stands on somebody clearly different as well, with `document_conflict`.
///
/// column    the column of document numbers; nothing is done when the list has none
void refuse_document_conflicts(std::vector<ArrivalRow>& rows, const ArrivalColumn* column);

/// Rows that are left when each possible duplicate is one person with the row it repeats.
///
/// counted   the rows (by row number) that count at all
std::set<int> distinct_rows(const std::set<int>& counted, const std::vector<DuplicatePair>& pairs);

}  // namespace homeward::people
