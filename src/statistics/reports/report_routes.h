#pragma once

#include "http/router.h"
#include "statistics/reports/report.h"

namespace homeward::statistics {

/// The report builder. `desk` and `works` outlive the router.
void report_routes(http::Router& router, access::Works& works, ReportDesk& desk);

}  // namespace homeward::statistics
