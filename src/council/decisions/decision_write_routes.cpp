#include "base/json.h"
#include "council/decisions/decision_page.h"
#include "council/decisions/decision_routes.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Work;
using http::Reply;
using http::Request;

struct RecordInput {
    SessionId session_id;
    std::optional<AgendaItemId> agenda_item_id;
    std::optional<std::string> title;
    Texts texts;
    Date decided_on;
    std::optional<bool> open_to_all;
    std::optional<std::vector<DecisionId>> supersedes;
};
BOOST_DESCRIBE_STRUCT(RecordInput, (), (session_id, agenda_item_id, title, texts, decided_on, open_to_all, supersedes))
struct DraftInput {
    std::optional<int> version;
    std::string title;
    std::vector<std::string> languages;
    Texts texts;
    std::optional<SessionId> session_id;
    std::optional<AgendaItemId> agenda_item_id;
    std::optional<std::string> commitment_id;
    std::optional<bool> open_to_all;
    std::optional<std::vector<DecisionId>> supersedes;
};
BOOST_DESCRIBE_STRUCT(DraftInput, (), (version, title, languages, texts, session_id, agenda_item_id, commitment_id, open_to_all, supersedes))
struct SilenceInput {
    int version = 1;
    Date ends_on;
};
BOOST_DESCRIBE_STRUCT(SilenceInput, (), (version, ends_on))
struct ReasonInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))
struct WithdrawalInput {
    int version = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawalInput, (), (version, reason))
struct NoteInput {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteInput, (), (text))

DecisionDraft draft_of(const DraftInput& input) {
    return {input.title, input.languages, input.texts, input.session_id, input.agenda_item_id, input.commitment_id.value_or(""),
            input.open_to_all.value_or(false), input.supersedes.value_or(std::vector<DecisionId>{})};
}

Result<Reply> made(Work& work, const Program& program, DecisionId id) {
    auto reply = TRY(decision_page(work, program, id));
    reply.status = 201;
    return std::move(reply).with_header("Location", "/api/decisions/" + id.str());
}

void change(http::Router& router, const Program& program, const char* method, const char* path, auto act) {
    const auto show = [program](Work& work, DecisionId id, const Request&) { return decision_page(work, program, id); };
    change_route<DecisionId>(router, method, path, "decision_id", act, show);
}

Done edit(Work& work, DecisionId id, const Request& request) {
    const auto input = TRY(http::body_as<DraftInput>(request));
    return edit_decision(work, id, TRY(version_in(input.version)), draft_of(input));
}

Done withdraw(Work& work, DecisionId id, const Request& request) {
    const auto input = TRY(http::body_as<WithdrawalInput>(request));
    return withdraw_decision(work, id, input.version, input.reason);
}

void silence_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    change(router, program, "POST", "/api/decisions/{decision_id}/silence", [program](Work& work, DecisionId id, const Request& request) -> Done {
        const auto input = TRY(http::body_as<SilenceInput>(request));
        return begin_silence(work, id, input.version, input.ends_on, program.least_silence_days);
    });
    change(router, program, "POST", "/api/decisions/{decision_id}/objection", [&exchange](Work& work, DecisionId id, const Request& request) -> Done {
        const auto input = TRY(http::body_as<ReasonInput>(request));
        TRY(object_to_decision(work, exchange, id, input.reason));
        return {};
    });
    change(router, program, "POST", "/api/decisions/{decision_id}/objection/withdrawal", [&exchange](Work& work, DecisionId id, const Request&) {
        return withdraw_objection(work, exchange, id);
    });
    change(router, program, "POST", "/api/decisions/{decision_id}/notes", [&exchange](Work& work, DecisionId id, const Request& request) -> Done {
        const auto input = TRY(http::body_as<NoteInput>(request));
        TRY(add_note(work, exchange, id, input.text));
        return {};
    });
}

}  // namespace

void decision_write_routes(http::Router& router, const Program& program) {
    router.write("POST", "/api/decisions", [program](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<RecordInput>(request));
        return made(work, program, TRY(record_decision(work, program.exchange, {input.session_id, input.agenda_item_id, input.texts, input.decided_on, input.title.value_or(""),
                                                              input.open_to_all.value_or(false), input.supersedes.value_or(std::vector<DecisionId>{})})));
    });
    router.write("POST", "/api/decisions/drafts", [program](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DraftInput>(request));
        return made(work, program, TRY(draft_decision(work, draft_of(input))));
    });
    change(router, program, "PUT", "/api/decisions/{decision_id}", edit);
    change(router, program, "POST", "/api/decisions/{decision_id}/withdrawal", withdraw);
    change(router, program, "POST", "/api/decisions/{decision_id}/publication", [](Work& work, DecisionId id, const Request&) { return publish_decision(work, id); });
    silence_routes(router, program);
}

}  // namespace homeward::council
