#pragma once

#include <functional>
#include <map>
#include <string>

#include "http/router.h"
#include "statistics/reports/report.h"

namespace homeward::statistics {

/// Names of the State's regions in a language, by id.
using RegionNames = std::function<std::map<std::string, std::string>(const std::string& language)>;

/// The report builder. `desk` and `works` outlive the router.
void report_routes(http::Router& router, access::Works& works, ReportDesk& desk, const RegionNames& regions);

}  // namespace homeward::statistics
