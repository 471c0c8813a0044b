#pragma once

#include <set>

#include "people/arrival_list.h"

namespace homeward::people {

/// Sets `under_18` of every row.
///
/// year_hints  for each row the year of a date that is none
///
/// A date that is none still tells its year; after that the relationship speaks: children
/// and unaccompanied ones are under 18, brothers and sisters in a family without a grown head too.
void place_by_age(std::vector<ArrivalRow>& rows, const std::vector<std::optional<int>>& year_hints, Date as_of);

/// Persons by sex and age.
///
/// counted   by row number
ArrivalTotals totals_of(const std::vector<ArrivalRow>& rows, const std::set<int>& counted);

}  // namespace homeward::people
