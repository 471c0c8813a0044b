#pragma once

#include "people/arrival_list.h"

namespace homeward::people {

/// Where a list has the family's number in its first row only, gives it to the rows below. That it does shows in most
/// numbered rows being heads or unaccompanied children, and nearly no other row being one.
void fill_family_numbers(std::vector<ArrivalRow>& rows);

/// Rows with one family number, in the order of their first rows, and in each the head.
///
/// The head is the first row whose relationship says so ("mother (head)"); where no row of the family does, the first
/// mother or father who is not under 18. Sets `head_of_family` in the rows.
std::vector<ListedFamily> link_families(std::vector<ArrivalRow>& rows);

}  // namespace homeward::people
