#include <fstream>
#include <sstream>

#include "access/accounts.h"
#include "admin/demo.h"
#include "admin/demo_council.h"
#include "base/json.h"
#include "council/claims/claim.h"
#include "council/decisions/decision.h"
#include "council/followup/council_action.h"
#include "council/meetings/registration.h"
#include "council/members/body.h"
#include "council/wiring.h"
#include "instance/demo_accounts.h"
#include "instance/done.h"

namespace homeward::apps {
namespace {

using access::Work;

constexpr int kWeeksSinceSession = 7;

struct ClaimRow {
    std::string figure, about, part;
    std::int64_t value;
    std::string qualifier;
    PartialDate as_of;
    std::string definition, definition_ru, source, source_url;
};
BOOST_DESCRIBE_STRUCT(ClaimRow, (), (figure, about, part, value, qualifier, as_of, definition, definition_ru, source, source_url))

std::vector<ClaimRow> read_claims(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream all;
    all << in.rdbuf();
    return done(json::read<std::vector<ClaimRow>>(all.str()));
}

/// Registers one invented delegate of each State and ticks that they sat there on that day.
void seat_delegations(Work& work, council::SessionId session, Date day) {
    for (const char* state : {"kg", "kz", "tj", "uz"}) {
        const auto delegate = done(council::register_delegate(work, session, {{}, state, "head", "Example delegate of " + council::name_of(work.db, state, day, "en"),
                                                                              "Ministry of Labour and Social Protection", "ru", ""}));
        done(council::tick_attendance(work, session, delegate, {day}));
    }
}

/// An example of what working groups could have decided some weeks ago, so that no page is empty.
void hold_example(Work& work, exchange::Exchange& exchange) {
    const Date day = work.today();
    council::Session meeting{{}, "working_group", "Meeting of the working groups", "uz", "Tashkent", day, day, {}};
    meeting.title_ru = "Заседание рабочих групп";
    meeting.is_example = true;
    const auto session = done(council::open_session(work, exchange.members(), meeting));
    done(council::add_agenda_item(work, session, "Psychosocial support after the first year", "What follow-up at 6 and 12 months shows."));
    const auto item = done(council::add_agenda_item(work, session, "A shared outcome survey", "Rounds at 0, 3, 6, 12 and 24 months."));
    seat_delegations(work, session, day);
    done(council::hold_session(work, session, done(council::get_session(work.db, session)).version));
    const auto decision = done(council::record_decision(work, exchange, {session, item,
        {{"en", "The members try the outcome survey at 0, 3, 6, 12 and 24 months for one year and share what they learn."},
         {"ru", "Члены Совета в течение года применяют опрос о результатах через 0, 3, 6, 12 и 24 месяца и делятся опытом."}}, day,
        "Example: the outcome survey for one year"}));
    const std::pair<const char*, int> owners[] = {{"kz", kWeeksSinceSession * 7 - 10}, {"tj", 90}, {"uz", 120}};
    for (const auto& [owner, days] : owners) {
        done(council::act_on(work, exchange, decision, {owner, "Try the outcome survey in two regions",
                                                        "Report what social workers and families say about it.", day.plus_days(days), {}, {}}));
    }
}

}  // namespace

void fill_demo_council(const Config& config, const DemoOptions& options) {
    CouncilProgram council(config);
    auto& instance = council.instance;
    const auto system = access::Actor::program("system");
    done(instance.works.write<void>(system, [&](Work& work) -> Done {
        for (const auto& account : demo_accounts(config.code, {})) done(access::create_account(work, account));
        for (const auto& row : read_claims(options.stock / "claims.json")) {
            done(council::publish_claim(work, {{}, row.figure, row.about, row.part, row.value, row.qualifier, row.as_of, row.definition, row.source, row.source_url,
                                               row.definition_ru}));
        }
        return {};
    }));
    const DemoCouncil filling(council, options.stock / "council");
    // What all others point to comes first.
    fill_members(filling);
    fill_agreements(filling);
    fill_experts(filling);
    // Decided weeks ago, so that one action is overdue: no rule lets an action begin overdue.
    access::Works then(instance.store, nullptr, [] { return Instant::system_now().plus_days(-kWeeksSinceSession * 7); }, &instance.head_file);
    done(then.write<void>(system, [&](Work& work) -> Done {
        hold_example(work, council.exchange);
        return {};
    }));
    give_addresses(filling);
    fill_sessions(filling);
    fill_notices(filling);
    fill_decisions(filling);
    fill_papers(filling);
    fill_practices(filling);
    fill_trainings(filling);
    fill_law(filling);
    fill_commitments(filling);
    fill_reports(filling);
}

}  // namespace homeward::apps
