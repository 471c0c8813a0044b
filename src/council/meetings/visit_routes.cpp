#include "council/meetings/visit.h"

#include <algorithm>

#include "council/meetings/meeting_routes.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct SafeguardBody {
    std::string code, stage, text_en, text_ru, answer, note;
    std::optional<Instant> answered_at;
    bool by_me = false;
};
BOOST_DESCRIBE_STRUCT(SafeguardBody, (), (code, stage, text_en, text_ru, answer, note, answered_at, by_me))
/// may_confirm  the actor is of those who may, and answered none of it
struct StageBody {
    std::string stage;
    bool ready = false;  ///< everything is answered and kept
    std::optional<Instant> confirmed_at;
    bool may_answer = false, may_confirm = false;
};
BOOST_DESCRIBE_STRUCT(StageBody, (), (stage, ready, confirmed_at, may_answer, may_confirm))
struct VisitBody {
    std::vector<SafeguardBody> items;
    std::vector<StageBody> stages;
};
BOOST_DESCRIBE_STRUCT(VisitBody, (), (items, stages))
struct AnswerInput {
    std::string answer;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answer, note))
struct StageInput {
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(StageInput, (), (stage))

StageBody stage_of(const Work& work, const Session& session, const std::vector<Safeguard>& items, const std::vector<VisitConfirmation>& confirmed,
                   const std::string& name) {
    StageBody stage{name, true, {}, false, false};
    bool mine = false;
    for (const auto& item : items) {
        if (item.stage != name) continue;
        stage.ready = stage.ready && (item.answer == "kept" || item.answer == "not_applicable");
        mine = mine || item.answered_by == work.actor.log_name();
    }
    const auto found = std::ranges::find(confirmed, name, &VisitConfirmation::stage);
    if (found != confirmed.end()) stage.confirmed_at = found->confirmed_at;
    const bool open = name == "visit" ? session.state == "planned" : !session.summary_published_at && session.state != "cancelled";
    stage.may_answer = open && access::may(work.actor, Permission::edit_council);
    stage.may_confirm = open && stage.ready && !stage.confirmed_at && !mine && may_confirm(work.actor, session);
    return stage;
}

/// Everybody sees that the safeguards were kept; what was noted with them is for the secretariat and the host.
Result<Reply> show(Work& work, SessionId id) {
    const Session session = TRY(see_session(work, id));
    if (session.kind != "site_visit") return not_found("visit.not_a_visit");
    const auto items = safeguards_of(work.db, id);
    const auto confirmed = confirmations_of(work.db, id);
    VisitBody body;
    const bool notes = may_confirm(work.actor, session);
    for (const auto& item : items) {
        body.items.push_back({item.code, item.stage, item.text_en, item.text_ru, item.answer, notes ? item.note : "", item.answered_at,
                              item.answered_by == work.actor.log_name()});
    }
    for (const char* stage : {"visit", "report"}) body.stages.push_back(stage_of(work, session, items, confirmed, stage));
    return http::ok(body);
}

}  // namespace

void visit_routes(http::Router& router) {
    router.read("GET", "/api/meetings/{session_id}/visit", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return show(work, TRY(http::id_of<SessionId>(request, "session_id")));
    });
    router.write("PUT", "/api/meetings/{session_id}/visit/{code}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<AnswerInput>(request));
        TRY(answer_safeguard(work, id, request.path_parameter("code"), input.answer, input.note.value_or("")));
        return show(work, id);
    });
    router.write("POST", "/api/meetings/{session_id}/visit/confirmations", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(confirm_safeguards(work, id, TRY(http::body_as<StageInput>(request)).stage));
        return show(work, id);
    });
}

}  // namespace homeward::council
