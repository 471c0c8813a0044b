#pragma once

#include "people/register.h"
#include "statistics/returns/annual_return.h"

namespace homeward::apps {

/// Stands for those who came by no operation of the list, or of whom nobody noted by which.
constexpr const char* kNotByOperation = "not_by_operation";

/// What the year's return is counted from: the register, and the nameless views `document_facts` and `service_facts`,
/// joined by a number that means nothing outside this counting. Someone whose day of arrival nobody noted arrived with
/// the stage, and counts from the beginning where the stage has no date either.
///
/// operations   stages of the State as the register has them; `not_by_operation` behind them when somebody needs it or there are none
/// reached      each outcome in the period that the catalogue gives its indicator
statistics::Facts gather_facts(access::Work& work, const people::Register& people, const statistics::Catalogue& catalogue, Date reference_date);

}  // namespace homeward::apps
