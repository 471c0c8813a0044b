#pragma once

#include "people/arrival_list.h"

namespace homeward::people {

/// Rows with one family number, in the order of their first rows, and in each the head.
///
/// The head is the first row whose relationship says so ("mother (head)"); where no row of the family does, the first
/// mother or father, unless a child's own family would get its head from a row that is under 18. Sets
/// `head_of_family` in the rows.
std::vector<ListedFamily> link_families(std::vector<ArrivalRow>& rows);

}  // namespace homeward::people
