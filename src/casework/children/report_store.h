#pragma once

#include "casework/children/interests.h"

namespace homeward::casework::children {

inline constexpr const char* kReportTable = "interest_reports";

/// A report with its seats, whoever asks; and the file that it stands in.
/// errors    not_found `interests.not_found`
Result<Seated> load_report(access::Work& work, ReportId id);
history::Fields fields_of(const Report& report);
/// Writes what may have changed: words, review_on, state and its instants. The version goes up.
Done save_report(access::Work& work, const CaseFile& file, const Report& before, const Report& after, const char* action);

}  // namespace homeward::casework::children
