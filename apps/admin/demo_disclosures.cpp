#include "admin/demo_node.h"
#include "casework/disclosures/lawful_order.h"
#include "instance/done.h"
#include "people/person.h"

namespace homeward::apps {
namespace {

using access::Work;

/// An order as it came on paper so many days ago; `fields` proposed, none: it still waits for the coordinator.
struct Example {
    const char *issuer, *number, *law, *asked;
    int days_ago;
    std::vector<std::string> fields;
};

void record(store::Connection& db, Node& node, const access::Actor& coordinator, people::PersonId person, Date today, const Example& example) {
    const auto at = [&](int hour) { return Instant{today.plus_days(-example.days_ago + 1).days() * 86'400'000 + hour * 3'600'000}; };
    Work work(db, coordinator, at(5), &*node.instance.vault);
    const auto code = done(people::person_card(work, person)).code;
    const auto id = done(casework::record_order(work, {to_string(make_uuid(work.now)), code, casework::IssuerKind::court, example.issuer, example.number, example.law,
                                                       example.asked, today.plus_days(-example.days_ago), today.plus_days(14 - example.days_ago)}));
    if (example.fields.empty()) return;
    Work later(db, coordinator, at(7), &*node.instance.vault);
    done(casework::propose_extract(later, id, 1, example.fields, "The order asks for this and nothing else."));
}

}  // namespace

void make_disclosures(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    const Example examples[] = {
        {"District court, civil cases (an example)", "2-087", "Code of civil procedure, article 67", "In which region the person is registered.", 4, {"name", "region"}},
        {"Guardianship court (an example)", "5-031", "Family code, article 149", "Whether the person holds a birth certificate.", 2, {}},
    };
    const Date today = Date::of(options.now);
    done(node.instance.works.write<void>(access::Actor::program("system"), [&](Work& work) -> Done {
        // A State of the demo may have nobody yet.
        const std::size_t told = std::min(std::size(examples), families.size());
        for (std::size_t i = 0; i < told; ++i) record(work.db, node, staff.coordinator, families[i].members.front(), today, examples[i]);
        return {};
    }));
}

}  // namespace homeward::apps
