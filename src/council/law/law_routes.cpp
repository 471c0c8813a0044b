#include "council/law/law_routes.h"

#include "council/law/law.h"
#include "council/requests.h"
#include "council/rights.h"
#include "http/json_reply.h"

namespace homeward::council {

struct LawAllows {
    bool edit = false;
};
BOOST_DESCRIBE_STRUCT(LawAllows, (), (edit))
struct LawBody {
    LawId id;
    std::string state, topic, kind, instrument, article, summary_en, summary_ru;
    bool unofficial = true;
    std::optional<Date> in_force_from, in_force_to;
    std::string official_link, source;
    bool is_public = true;
    int version = 0;
    LawAllows allows;
};
BOOST_DESCRIBE_STRUCT(LawBody, (), (id, state, topic, kind, instrument, article, summary_en, summary_ru, unofficial, in_force_from, in_force_to,
                                    official_link, source, is_public, version, allows))
struct LawListBody {
    std::vector<LawBody> items;
    std::optional<Date> on;
    std::vector<std::string> may_edit;  ///< States for which this reader may write
};
BOOST_DESCRIBE_STRUCT(LawListBody, (), (items, on, may_edit))

namespace {

using access::Work;
using http::Reply;
using http::Request;

struct LawInput {
    std::string state, topic, kind, instrument;
    std::optional<std::string> article;
    std::string summary_en;
    std::optional<std::string> summary_ru;
    bool unofficial;
    std::optional<Date> in_force_from, in_force_to;
    std::optional<std::string> official_link;
    std::string source;
    bool is_public;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(LawInput, (), (state, topic, kind, instrument, article, summary_en, summary_ru, unofficial, in_force_from, in_force_to,
                                     official_link, source, is_public, version))
struct WithdrawInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawInput, (), (reason))

LawBody body_of(const Work& work, const LawEntry& e) {
    return {e.id, e.state, e.topic, e.kind, e.instrument, e.article, e.summary_en, e.summary_ru, e.unofficial, e.in_force_from, e.in_force_to,
            e.official_link, e.source, e.is_public, e.version, {may_edit_for(work.actor, e.state)}};
}

Result<LawEntry> entry_in(const Request& request, LawId id, bool is_new) {
    const auto in = TRY(http::body_as<LawInput>(request));
    const int version = is_new ? 0 : TRY(version_in(in.version));
    return LawEntry{id, in.state, in.topic, in.kind, in.instrument, in.article.value_or(""), in.summary_en, in.summary_ru.value_or(""), in.unofficial,
                    in.in_force_from, in.in_force_to, in.official_link.value_or(""), in.source, in.is_public, version};
}

}  // namespace

void law_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    auto& members = exchange.members();
    const auto list = [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const LawFilter filter{TRY(http::date_query(request, "on")), text_query(request, "topic"), text_query(request, "state")};
        LawListBody body{{}, filter.on, states_to_edit(work.actor, exchange)};
        for (const auto& entry : list_law(work, filter)) body.items.push_back(body_of(work, entry));
        return http::ok(body);
    };
    router.read("GET", "/api/law", list);
    router.open_read("GET", "/api/public/law", list);
    router.write("POST", "/api/law", [&members](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save_law(work, members, TRY(entry_in(request, LawId{}, true))));
        return http::created("/api/law/" + id.str(), body_of(work, TRY(get_law(work, id))));
    });
    router.write("PUT", "/api/law/{law_id}", [&members](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save_law(work, members, TRY(entry_in(request, TRY(http::id_of<LawId>(request, "law_id")), false))));
        return http::ok(body_of(work, TRY(get_law(work, id))));
    });
    router.write("POST", "/api/law/{law_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_law(work, TRY(http::id_of<LawId>(request, "law_id")), TRY(http::body_as<WithdrawInput>(request)).reason));
        return http::no_content();
    });
}

}  // namespace homeward::council
