#include "council/meetings/minutes.h"

#include <algorithm>

#include "council/meetings/body_names.h"
#include "council/meetings/meeting_routes.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(MinutesComment, (), (id, body, agenda_item_id, paragraph, version, text, made_at, answer, reason))
BOOST_DESCRIBE_STRUCT(MinutesReader, (), (body, no_comment_at))
BOOST_DESCRIBE_STRUCT(MinutesCorrection, (), (number, text_en, text_ru, made_at))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

/// hindered_by  why they cannot be approved now; empty when they can
struct MinutesAllows {
    bool write = false, circulate = false, comment = false, approve = false, correct = false;
    std::string hindered_by;
};
BOOST_DESCRIBE_STRUCT(MinutesAllows, (), (write, circulate, comment, approve, correct, hindered_by))
struct MinutesBody {
    std::string state, text_en, text_ru;
    std::vector<std::string> paragraphs_en, paragraphs_ru;
    std::optional<Date> comments_until;
    std::optional<Instant> approved_at;
    int version = 0;
    std::vector<MinutesReader> readers;
    std::vector<MinutesComment> comments;
    std::vector<MinutesCorrection> corrections;
    std::map<std::string, std::string> names;  ///< of the delegations, by code
    MinutesAllows allows;
};
BOOST_DESCRIBE_STRUCT(MinutesBody, (), (state, text_en, text_ru, paragraphs_en, paragraphs_ru, comments_until, approved_at, version, readers, comments, corrections, names, allows))

struct TextInput {
    int version = 0;
    std::string text_en, text_ru;
};
BOOST_DESCRIBE_STRUCT(TextInput, (), (version, text_en, text_ru))
struct CirculationInput {
    int version = 0;
    Date comments_until;
};
BOOST_DESCRIBE_STRUCT(CirculationInput, (), (version, comments_until))
struct CommentInput {
    int version = 0;
    std::optional<AgendaItemId> agenda_item_id;
    std::optional<int> paragraph;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(CommentInput, (), (version, agenda_item_id, paragraph, text))
struct AnswerInput {
    std::string answer;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answer, reason))
struct VersionInput {
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(VersionInput, (), (version))
struct CorrectionInput {
    std::string text_en, text_ru;
};
BOOST_DESCRIBE_STRUCT(CorrectionInput, (), (text_en, text_ru))

MinutesAllows allows_of(Work& work, const Session& session, const Minutes& minutes) {
    const bool edit = access::may(work.actor, Permission::edit_council) && session.state != "cancelled";
    const bool open = minutes.state != "approved";
    const bool reader = std::ranges::find(minutes.readers, work.actor.member, &MinutesReader::body) != minutes.readers.end();
    MinutesAllows allows{edit && open, edit && open && minutes.version > 0 && session.state == "held", false, false, edit && !open, ""};
    allows.comment = reader && access::may(work.actor, Permission::speak_for_member) && minutes.state == "comments" && work.today() <= *minutes.comments_until;
    if (edit) allows.hindered_by = hinders_approval(minutes, work.today());
    allows.approve = edit && allows.hindered_by.empty();
    return allows;
}

Result<Reply> show(Work& work, const Request& request, SessionId id) {
    const Session session = TRY(see_session(work, id));
    auto minutes = see_minutes(work, id);
    if (!minutes) {
        // The secretariat finds an empty sheet; whoever may not see a draft is not told whether there is one.
        if (!access::may(work.actor, Permission::edit_council)) return not_found("minutes.not_found");
        minutes.emplace().session_id = id;
        minutes->version = 0;
    }
    std::vector<std::string> codes{work.actor.member};
    for (const auto& reader : minutes->readers) codes.push_back(reader.body);
    return http::ok(MinutesBody{minutes->state, minutes->text_en, minutes->text_ru, paragraphs_of(minutes->text_en), paragraphs_of(minutes->text_ru),
                                minutes->comments_until, minutes->approved_at, minutes->version, minutes->readers, minutes->comments,
                                minutes->corrections, names_of(work.db, codes, session.starts_on, language_of(work, request)),
                                allows_of(work, session, *minutes)});
}

void comment_routes(http::Router& router) {
    router.write("POST", "/api/meetings/{session_id}/minutes/comments", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<CommentInput>(request));
        TRY(comment_on_minutes(work, id, {{}, "", input.agenda_item_id, input.paragraph, input.version, input.text, {}}));
        return show(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/minutes/no_comment", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(no_comment(work, id));
        return show(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/minutes/comments/{comment_id}/answer", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<AnswerInput>(request));
        TRY(answer_comment(work, id, TRY(http::id_of<MinutesCommentId>(request, "comment_id")), input.answer, input.reason.value_or("")));
        return show(work, request, id);
    });
}

}  // namespace

void minutes_routes(http::Router& router) {
    router.read("GET", "/api/meetings/{session_id}/minutes", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return show(work, request, TRY(http::id_of<SessionId>(request, "session_id")));
    });
    router.write("PUT", "/api/meetings/{session_id}/minutes", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<TextInput>(request));
        TRY(write_minutes(work, id, input.version, input.text_en, input.text_ru));
        return show(work, request, id);
    }, {.max_body_bytes = 1 << 20});
    router.write("POST", "/api/meetings/{session_id}/minutes/circulation", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<CirculationInput>(request));
        TRY(circulate_minutes(work, id, input.version, input.comments_until));
        return show(work, request, id);
    });
    comment_routes(router);
    router.write("POST", "/api/meetings/{session_id}/minutes/approval", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(approve_minutes(work, id, TRY(http::body_as<VersionInput>(request)).version));
        return show(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/minutes/corrections", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<CorrectionInput>(request));
        TRY(correct_minutes(work, id, input.text_en, input.text_ru));
        return show(work, request, id);
    });
}

}  // namespace homeward::council
