#include "admin/demo_node.h"

#include "access/permission.h"

namespace homeward::apps {
namespace {

Staff fill(const Config& config, const DemoOptions& options, const NameStock& names) {
    Node node(config);
    Random random(options.seed);
    Staff staff = make_staff(node, options, most_families(config.code));
    const auto providers = make_providers(node, options, staff);
    const auto families = make_people(node, options, names, staff, random);
    make_cases(node, options, families, providers, random);
    make_assessments(node, options, staff, families);
    make_papers(node, options, staff, families);
    make_consents(node, options, staff, families);
    make_casepapers(node, options, staff, families);
    make_disclosures(node, options, staff, families);
    make_children(node, options, staff, families);
    make_notes(node, options, staff, families);
    make_meetings(node, options, staff, families);
    make_services(node, options);
    withdraw_one(node, options);
    return staff;
}

}  // namespace

void fill_demo_node(const Config& config, const DemoOptions& options, const NameStock& names) {
    const Staff staff = fill(config, options, names);
    // Opened anew, so that the register in memory holds everybody who is to be counted.
    Node node(config);
    make_return(node, options, staff);
    make_reports(node, staff);
}

}  // namespace homeward::apps
