#pragma once

#include "council/reports/report.h"

namespace homeward::council {

Result<Report> get_report(store::Connection& db, ReportId id);
void insert_report(access::Work& work, const Report& report);
/// Title, order, texts and what was drawn; counts the version up.
void save_report_content(access::Work& work, const Report& report);
/// Says who may read it: a draft the secretariat and the focal points, a released one everybody.
void tell_report_readers(access::Work& work, const Report& report);

}  // namespace homeward::council
