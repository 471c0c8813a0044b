#include "admin/demo_node.h"

#include "access/permission.h"

namespace homeward::apps {

void fill_demo_node(const Config& config, const DemoOptions& options, const NameStock& names) {
    Node node(config);
    Random random(options.seed);
    const Staff staff = make_staff(node, options, most_families(config.code));
    const auto providers = make_providers(node, options, staff);
    const auto families = make_people(node, options, names, staff, random);
    make_cases(node, options, families, providers, random);
}

}  // namespace homeward::apps
