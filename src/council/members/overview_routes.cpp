#include "council/audience.h"
#include "council/members/member_routes.h"
#include "council/members/members_json.h"

namespace homeward::council {

struct NewestReturn {
    std::string id;
    int year = 0;
};
BOOST_DESCRIBE_STRUCT(NewestReturn, (), (id, year))
struct StateOverview {
    std::string code, name;
    std::optional<NewestReturn> newest_return;
    std::int64_t open_actions = 0, overdue_actions = 0, sessions_hosted = 0;
};
BOOST_DESCRIBE_STRUCT(StateOverview, (), (code, name, newest_return, open_actions, overdue_actions, sessions_hosted))
struct OverviewBody {
    std::vector<StateOverview> items;
};
BOOST_DESCRIBE_STRUCT(OverviewBody, (), (items))

namespace {

using access::Work;

const std::string kActions = "SELECT count(*), COALESCE(SUM(a.due_on < $2), 0) FROM action_items a WHERE a.owner = $1 AND a.closed = 0 AND " +
                             visible_sql("action", "a.id", "$3");
const std::string kHosted = "SELECT count(*) FROM council_sessions s WHERE s.host = $1 AND s.state = 'held' AND " + visible_sql("announcement", "s.id", "$2");

/// What one State released last, is to do, and hosted, as far as this reader sees it.
StateOverview overview_of(Work& work, const std::string& code, std::string_view language) {
    const std::string words = json_words(work.actor);
    StateOverview state{code, name_of(work.db, code, work.today(), language), std::nullopt};
    auto newest = work.db.query("SELECT id, year FROM releases WHERE state = $1 ORDER BY year DESC, received_at DESC LIMIT 1", code);
    if (newest.next()) state.newest_return = NewestReturn{newest.row().get<std::string>(0), newest.row().get<int>(1)};
    auto actions = work.db.query(kActions, code, work.today(), words);
    actions.next();
    state.open_actions = actions.row().integer(0);
    state.overdue_actions = actions.row().integer(1);
    state.sessions_hosted = *work.db.query(kHosted, code, words).value<std::int64_t>();
    return state;
}

}  // namespace

void overview_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/members/overview", [&exchange](Work& work, const http::Request& request) -> Result<http::Reply> {
        TRY(access::require(work.actor, access::Permission::read_council));
        OverviewBody body;
        for (const auto& code : member_states(exchange)) body.items.push_back(overview_of(work, code, language_of(work, request)));
        return http::ok(body);
    });
}

}  // namespace homeward::council
