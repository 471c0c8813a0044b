#include <fstream>
#include <sstream>

#include "access/accounts.h"
#include "admin/demo.h"
#include "base/json.h"
#include "council/claims/claim.h"
#include "council/decisions/decision.h"
#include "council/wiring.h"
#include "instance/demo_accounts.h"

namespace homeward::apps {
namespace {

using access::Work;

struct ClaimRow {
    std::string figure, about, part;
    std::int64_t value;
    std::string qualifier;
    PartialDate as_of;
    std::string definition, source, source_url;
};
BOOST_DESCRIBE_STRUCT(ClaimRow, (), (figure, about, part, value, qualifier, as_of, definition, source, source_url))

template <class T>
T done(Result<T> result) {
    if (!result) throw std::runtime_error("the demo Council breaks a rule: " + result.error().key + " " + result.error().field);
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

std::vector<ClaimRow> read_claims(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream all;
    all << in.rdbuf();
    return done(json::read<std::vector<ClaimRow>>(all.str()));
}

/// A meeting of the working groups, so that no page is empty; the sources call it the second of its kind.
void hold_session(Work& work, exchange::Exchange& exchange) {
    const auto session = done(council::open_session(work, {{}, "working_group", "Second meeting of the working groups", "uz", "Tashkent",
                                                           {2024, 11, 27}, {2024, 11, 27}, {}}));
    done(council::add_agenda_item(work, session, "Psychosocial support after the first year", "What follow-up at 6 and 12 months shows."));
    const auto item = done(council::add_agenda_item(work, session, "A shared outcome survey", "Rounds at 0, 3, 6, 12 and 24 months."));
    const auto decision = done(council::record_decision(work, {session, item,
        "The members try the outcome survey at 0, 3, 6, 12 and 24 months for one year and share what they learn.",
        "Члены Совета в течение года применяют опрос о результатах через 0, 3, 6, 12 и 24 месяца и делятся опытом.", {2024, 11, 27}}));
    for (const char* owner : {"kz", "tj", "uz"}) {
        done(council::act_on(work, exchange, decision, {owner, "Try the outcome survey in two regions", "Report what social workers and families say about it.",
                                                        work.today().plus_days(owner[0] == 't' ? 30 : 60), {}, {}}));
    }
}

}  // namespace

void fill_demo_council(const Config& config, const DemoOptions& options) {
    CouncilProgram council(config);
    done(council.instance.works.write<void>(access::Actor::program("system"), [&](Work& given) -> Done {
        for (const auto& account : demo_accounts(config.code, {})) done(access::create_account(given, account));
        for (const auto& row : read_claims(options.stock / "claims.json")) {
            done(council::publish_claim(given, {{}, row.figure, row.about, row.part, row.value, row.qualifier, row.as_of, row.definition, row.source, row.source_url}));
        }
        hold_session(given, council.exchange);
        return {};
    }));
}

}  // namespace homeward::apps
