#pragma once
// Reports kept by name. Only the question is kept: the table is counted each time.

#include <string>
#include <vector>

#include "access/work.h"
#include "statistics/reports/report.h"

namespace homeward::statistics {

struct SavedReportTag;
using SavedReportId = Id<SavedReportTag>;

enum class Shared { own, region, all };

constexpr std::size_t most_report_name = 120;

struct SavedReport {
    SavedReportId id;
    std::string name;
    Shared shared = Shared::own;
    ReportSpec spec;
    access::AccountId saved_by;
    Instant saved_at;
};

/// shared   `region` is for those who work in the actor's region; an actor without one shares with all or none
/// errors   forbidden; invalid `report.name`, `report.shared`. That the question can be asked is for its first run to say.
Result<SavedReportId> save_report(access::Work& work, const std::string& name, Shared shared, const ReportSpec& spec);
/// What the actor saved or is given, by name.
/// errors   forbidden
Result<std::vector<SavedReport>> saved_reports(access::Work& work);
/// errors   forbidden; not_found `report.not_found`, also for one that the actor is not given
Result<SavedReport> saved_report(access::Work& work, SavedReportId id);
/// errors   as saved_report; forbidden `report.not_yours`
Done remove_report(access::Work& work, SavedReportId id);

}  // namespace homeward::statistics
