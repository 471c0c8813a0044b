#pragma once

#include <map>

#include "people/register.h"
#include "statistics/reports/cube.h"

namespace homeward::apps {

/// What the report builder counts: the register, and the nameless views of people, casework and services.
/// Things that happened are sorted by month, the twelve up to now; those before stand as `earlier`.
///
/// errors   invalid `report.unit`
Result<statistics::Cube> gather_report_facts(access::Work& work, const people::Register& people, const std::string& unit);

/// Names of the State's regions, by id. Neither English nor Russian: in the State's own language.
std::map<std::string, std::string> region_names(const people::Register& people, const std::string& language);

}  // namespace homeward::apps
