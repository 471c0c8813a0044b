#include "admin/demo_node.h"
#include "instance/done.h"
#include "statistics/reports/saved.h"

namespace homeward::apps {

void make_reports(Node& node, const Staff& staff) {
    using statistics::ReportSpec;
    using statistics::Shared;
    const auto save = [&](const access::Actor& actor, const char* name, Shared shared, const ReportSpec& spec) {
        done(node.instance.works.write<statistics::SavedReportId>(actor, [&](access::Work& work) { return statistics::save_report(work, name, shared, spec); }));
    };
    save(staff.coordinator, "Step of the work, by sex", Shared::all, {"people", "step", "sex", {}});
    save(staff.coordinator, "Services of twelve months", Shared::all, {"services", "month", "state", {}});
    save(staff.coordinator, "Urgent needs, by region", Shared::own, {"needs", "domain", "region", {{"level", "urgent"}}});
    save(staff.supervisors.at(staff.regions.front()), "Needs of our region", Shared::region, {"needs", "domain", "level", {}});
}

}  // namespace homeward::apps
