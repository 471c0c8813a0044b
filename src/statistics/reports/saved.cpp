#include "statistics/reports/saved.h"

#include <stdexcept>

#include "access/permission.h"
#include "statistics/reports/spec_json.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Work;

// A report shared in a region is for those who work there; who works in the whole State sees what is shared with all.
constexpr const char* kSaved =
    "SELECT id, name, shared, spec, saved_by, saved_at FROM saved_reports WHERE (saved_by = $1 OR shared = 'all' OR (shared = 'region' AND region = $2))";

SavedReport report_of(const store::Row& row) {
    auto spec = json::read<ReportSpec>(row.text(3));
    const auto shared = json::enum_from<Shared>(row.text(2));
    if (!spec || !shared) throw std::runtime_error("a saved report does not read");
    return {row.get<SavedReportId>(0), std::string(row.text(1)), *shared, std::move(*spec), row.get<access::AccountId>(4), row.get<Instant>(5)};
}

}  // namespace

Result<SavedReportId> save_report(Work& work, const std::string& name, Shared shared, const ReportSpec& spec) {
    TRY(access::require(work.actor, Permission::build_reports));
    if (name.find_first_not_of(' ') == std::string::npos || name.size() > 2 * most_report_name) return invalid("report.name", "name");
    if (shared == Shared::region && work.actor.region.empty()) return invalid("report.shared", "shared");
    const auto id = SavedReportId::make(work.now);
    work.db.run("INSERT INTO saved_reports (id, name, shared, region, spec, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", id, name,
                json::name_of(shared), work.actor.region, json::write(spec), work.actor.id, work.now);
    work.record({"report.saved", "report", id.str()});
    return id;
}

Result<std::vector<SavedReport>> saved_reports(Work& work) {
    TRY(access::require(work.actor, Permission::build_reports));
    std::vector<SavedReport> all;
    for (const auto row : work.db.query(std::string(kSaved) + " ORDER BY name, id LIMIT 500", work.actor.id, work.actor.region)) all.push_back(report_of(row));
    return all;
}

Result<SavedReport> saved_report(Work& work, SavedReportId id) {
    TRY(access::require(work.actor, Permission::build_reports));
    auto query = work.db.query(std::string(kSaved) + " AND id = $3", work.actor.id, work.actor.region, id);
    if (!query.next()) return not_found("report.not_found");
    return report_of(query.row());
}

Done remove_report(Work& work, SavedReportId id) {
    if (TRY(saved_report(work, id)).saved_by != work.actor.id) return forbidden("report.not_yours");
    work.db.run("DELETE FROM saved_reports WHERE id = $1", id);
    work.record({"report.removed", "report", id.str()});
    return {};
}

}  // namespace homeward::statistics
