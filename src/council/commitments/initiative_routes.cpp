#include "council/commitments/commitment_routes.h"
#include "council/commitments/initiative.h"
#include "council/members/body.h"
#include "council/requests.h"
#include "council/rights.h"
#include "http/json_reply.h"

namespace homeward::council {

struct InitiativeAllows {
    bool edit = false;
};
BOOST_DESCRIBE_STRUCT(InitiativeAllows, (), (edit))
struct InitiativeBody {
    InitiativeId id;
    std::string title_en, title_ru, body, body_name, state, place;
    PartialDate starts_on;
    std::optional<Date> ends_on;
    std::string pillar, topic, funder, source;
    bool is_public = true;
    int version = 0;
    InitiativeAllows allows;
};
BOOST_DESCRIBE_STRUCT(InitiativeBody, (), (id, title_en, title_ru, body, body_name, state, place, starts_on, ends_on, pillar, topic, funder, source,
                                           is_public, version, allows))
struct InitiativesBody {
    std::vector<InitiativeBody> items;
    std::vector<std::string> states;    ///< all member States: those without an initiative are gaps to be seen
    std::vector<std::string> may_edit;  ///< States for which this reader may write; `` for all States together
};
BOOST_DESCRIBE_STRUCT(InitiativesBody, (), (items, states, may_edit))

namespace {

using access::Work;
using http::Reply;
using http::Request;

struct InitiativeInput {
    std::string title_en;
    std::optional<std::string> title_ru;
    std::string body, state;
    std::optional<std::string> place;
    PartialDate starts_on;
    std::optional<Date> ends_on;
    std::string pillar, topic;
    std::optional<std::string> funder;
    std::string source;
    bool is_public;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(InitiativeInput, (), (title_en, title_ru, body, state, place, starts_on, ends_on, pillar, topic, funder, source, is_public, version))
struct WithdrawInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawInput, (), (reason))

InitiativeBody body_of(Work& work, const Request& request, const Initiative& i) {
    return {i.id, i.title_en, i.title_ru, i.body, name_of(work.db, i.body, work.today(), language_of(work, request)), i.state, i.place, i.starts_on, i.ends_on,
            i.pillar, i.topic, i.funder, i.source, i.is_public, i.version, {may_edit_for(work.actor, i.state)}};
}

Result<Initiative> initiative_in(const Request& request, InitiativeId id, bool is_new) {
    const auto in = TRY(http::body_as<InitiativeInput>(request));
    const int version = is_new ? 0 : TRY(version_in(in.version));
    return Initiative{id, in.title_en, in.title_ru.value_or(""), in.body, in.state, in.place.value_or(""), in.starts_on, in.ends_on, in.pillar, in.topic,
                      in.funder.value_or(""), in.source, in.is_public, version};
}

}  // namespace

void initiative_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    const auto list = [&exchange](Work& work, const Request& request) -> Result<Reply> {
        InitiativesBody body;
        for (const auto& initiative : list_initiatives(work, TRY(http::date_query(request, "on")))) body.items.push_back(body_of(work, request, initiative));
        body.states = member_states(exchange);
        body.may_edit = states_to_edit(work.actor, exchange);
        if (may_edit_for(work.actor, "")) body.may_edit.insert(body.may_edit.begin(), "");
        return http::ok(body);
    };
    router.read("GET", "/api/initiatives", list);
    router.open_read("GET", "/api/public/initiatives", list);
    router.write("POST", "/api/initiatives", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save_initiative(work, exchange.members(), TRY(initiative_in(request, InitiativeId{}, true))));
        return http::created("/api/initiatives/" + id.str(), body_of(work, request, TRY(get_initiative(work, id))));
    });
    router.write("PUT", "/api/initiatives/{initiative_id}", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<InitiativeId>(request, "initiative_id"));
        TRY(save_initiative(work, exchange.members(), TRY(initiative_in(request, id, false))));
        return http::ok(body_of(work, request, TRY(get_initiative(work, id))));
    });
    router.write("POST", "/api/initiatives/{initiative_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_initiative(work, TRY(http::id_of<InitiativeId>(request, "initiative_id")), TRY(http::body_as<WithdrawInput>(request)).reason));
        return http::no_content();
    });
}

}  // namespace homeward::council
