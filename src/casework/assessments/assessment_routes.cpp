#include "casework/assessments/assessment_routes.h"

#include <set>

#include "casework/assessments/assessment_codes.h"
#include "casework/bodies.h"
#include "forms/definition_json.h"
#include "forms/store_json.h"
#include "http/json_reply.h"
#include "people/person.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using forms::Texts;
using http::Reply;
using http::Request;

struct ItemBody {
    AssessmentId id;
    std::string form;
    int form_version;
    Texts title;
    AssessmentState state;
    int version;
    StaffBody started_by;
    Instant started_at, saved_at;
    std::optional<StaffBody> submitted_by;
    std::optional<Instant> submitted_at;
    std::optional<StaffBody> decided_by;
    std::optional<Instant> decided_at;
    std::optional<bool> own_work;
    int asked, answered;
    std::vector<forms::Score> scores;
};
BOOST_DESCRIBE_STRUCT(ItemBody, (), (id, form, form_version, title, state, version, started_by, started_at, saved_at, submitted_by, submitted_at,
                                     decided_by, decided_at, own_work, asked, answered, scores))
struct FormToBegin {
    std::string id;
    int version;
    Texts title;
    std::optional<Texts> note;
    int questions;
    bool earlier;
};
BOOST_DESCRIBE_STRUCT(FormToBegin, (), (id, version, title, note, questions, earlier))
struct ListAllows {
    bool start = false;
};
BOOST_DESCRIBE_STRUCT(ListAllows, (), (start))
struct ListBody {
    std::vector<ItemBody> items;
    std::optional<std::string> next;
    std::vector<FormToBegin> forms;
    ListAllows allows;
};
BOOST_DESCRIBE_STRUCT(ListBody, (), (items, next, forms, allows))

struct MoveBody {
    AssessmentState kind;
    StaffBody by;
    Instant at;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (kind, by, at, comment))
struct AssessedPerson {
    people::PersonId id;
    std::string name, code;
};
BOOST_DESCRIBE_STRUCT(AssessedPerson, (), (id, name, code))
struct Allows {
    bool write = false, submit = false, decide = false, drop = false;
};
BOOST_DESCRIBE_STRUCT(Allows, (), (write, submit, decide, drop))
struct WholeBody {
    AssessmentId id;
    CaseId case_id;
    AssessedPerson person;
    forms::VersionState form_state;
    AssessmentState state;
    int version;
    Date today;
    forms::Definition definition;
    forms::EvaluationBody evaluation;
    StaffBody started_by;
    Instant started_at, saved_at;
    std::optional<bool> own_work;
    std::vector<MoveBody> moves;
    Allows allows;
};
BOOST_DESCRIBE_STRUCT(WholeBody, (), (id, case_id, person, form_state, state, version, today, definition, evaluation, started_by, started_at, saved_at,
                                      own_work, moves, allows))
struct SavedBody {
    AssessmentId id;
    int version;
    Instant saved_at;
    forms::EvaluationBody evaluation;
};
BOOST_DESCRIBE_STRUCT(SavedBody, (), (id, version, saved_at, evaluation))

struct StartInput {
    std::string form;
    std::optional<bool> carry_over;
};
BOOST_DESCRIBE_STRUCT(StartInput, (), (form, carry_over))
struct AnswersInput {
    int version;
    boost::json::value answers;
};
BOOST_DESCRIBE_STRUCT(AnswersInput, (), (version, answers))
struct SeenInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(SeenInput, (), (version))
struct DecideInput {
    int version;
    bool approve;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(DecideInput, (), (version, approve, comment))

// Answers to a thousand questions, long ones too.
const http::RouteOptions kAnswersBody{.max_body_bytes = 1u << 20, .content_types = {"application/json"}};

std::optional<bool> if_true(bool value) { return value ? std::optional(true) : std::nullopt; }
std::optional<StaffBody> staff_if_any(store::Connection& db, const std::optional<access::AccountId>& id) {
    return id ? std::optional(staff_body(db, *id)) : std::nullopt;
}

Texts title_of(store::Connection& db, const std::string& form, int version) {
    const auto text = db.query("SELECT title FROM form_versions WHERE form = $1 AND version = $2", form, version).value<std::string>();
    auto title = text ? json::read<Texts>(*text) : Result<Texts>(Texts{});
    return title ? std::move(*title) : Texts{};
}

ItemBody item_body(store::Connection& db, const Assessment& line) {
    return {line.id, line.form, line.form_version, title_of(db, line.form, line.form_version), line.state, line.version, staff_body(db, line.started_by),
            line.started_at, line.saved_at, staff_if_any(db, line.submitted_by), line.submitted_at, staff_if_any(db, line.decided_by), line.decided_at,
            if_true(line.own_work), line.asked, line.answered, line.scores};
}

/// The forms in use of which none is open in this file.
std::vector<FormToBegin> forms_to_begin(Work& work, const CaseFile& file) {
    std::set<std::string> open, earlier;
    for (const auto row : work.db.query("SELECT form, state = 'approved' FROM form_answers WHERE case_id = $1", file.id)) {
        (row.get<bool>(1) ? earlier : open).insert(row.get<std::string>(0));
    }
    std::vector<FormToBegin> forms;
    for (const auto& form : forms::list_forms(work.db, false, false, {}, 200)) {
        if (!open.contains(form.id)) forms.push_back({form.id, *form.published, form.title, form.note, form.questions, earlier.contains(form.id)});
    }
    return forms;
}

Result<Reply> list(Work& work, const Request& request) {
    const auto file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200));
    const auto before = TRY(http::id_query<AssessmentId>(request, "cursor"));
    ListBody body;
    const auto lines = assessments_of(work.db, file.id, before, limit + 1);
    for (const auto& line : lines) {
        if (body.items.size() == static_cast<std::size_t>(limit)) {
            body.next = body.items.back().id.str();
            break;
        }
        body.items.push_back(item_body(work.db, line));
    }
    const auto relation = TRY(people::relation_of(work.db, file.person_id));
    body.allows.start = file.step != people::CaseStep::closed && may(work.actor, Permission::write_case, relation);
    if (body.allows.start) body.forms = forms_to_begin(work, file);
    work.record({"assessments.listed", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

Result<WholeBody> whole_body(Work& work, const AssessmentWhole& whole) {
    const auto& line = whole.line;
    const auto card = TRY(people::person_card(work, whole.file.person_id));
    WholeBody body{line.id, line.case_id, {whole.file.person_id, card.name, card.code}, whole.form.state, line.state, line.version, whole.today,
                   whole.form.definition, forms::evaluation_body(whole.evaluation), staff_body(work.db, line.started_by), line.started_at, line.saved_at,
                   if_true(line.own_work), {}, {}};
    for (const auto& move : whole.moves) {
        body.moves.push_back({move.kind, staff_body(work.db, move.by), move.at, move.comment.empty() ? std::nullopt : std::optional(move.comment)});
    }
    const auto relation = TRY(people::relation_of(work.db, whole.file.person_id));
    const bool open_file = whole.file.step != people::CaseStep::closed;
    body.allows.write = open_file && require_being_answered(line) && may(work.actor, Permission::write_case, relation);
    body.allows.submit = body.allows.write && whole.evaluation.errors.empty();
    body.allows.drop = body.allows.write && whole.moves.empty();
    body.allows.decide = open_file && decide(line, work.actor, true, {}) && may(work.actor, Permission::approve_assessment, relation);
    return body;
}

void answering_routes(http::Router& router) {
    router.write("PUT", "/api/assessments/{assessment_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<AnswersInput>(request));
        const auto saved = TRY(save_assessment(work, TRY(http::id_of<AssessmentId>(request, "assessment_id")), input.version, json::write(input.answers)));
        return http::ok(SavedBody{saved.line.id, saved.line.version, saved.line.saved_at, forms::evaluation_body(saved.evaluation)});
    }, kAnswersBody);
    router.write("DELETE", "/api/assessments/{assessment_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(drop_assessment(work, TRY(http::id_of<AssessmentId>(request, "assessment_id"))));
        return http::no_content();
    });
    router.write("POST", "/api/assessments/{assessment_id}/submission", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<SeenInput>(request));
        return http::ok(TRY(whole_body(work, TRY(submit_assessment(work, TRY(http::id_of<AssessmentId>(request, "assessment_id")), input.version)))));
    });
    router.write("POST", "/api/assessments/{assessment_id}/decision", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DecideInput>(request));
        const auto id = TRY(http::id_of<AssessmentId>(request, "assessment_id"));
        return http::ok(TRY(whole_body(work, TRY(decide_assessment(work, id, input.version, input.approve, input.comment.value_or(""))))));
    });
}

}  // namespace

void assessment_routes(http::Router& router) {
    // GETs that leave a line in the log: they show a person's record.
    router.write("GET", "/api/cases/{case_id}/assessments", list);
    router.write("POST", "/api/cases/{case_id}/assessments", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<StartInput>(request));
        const auto id = TRY(start_assessment(work, TRY(http::id_of<CaseId>(request, "case_id")), input.form, input.carry_over.value_or(false)));
        return http::created("/api/assessments/" + id.str(), TRY(whole_body(work, TRY(read_assessment(work, id)))));
    });
    router.write("GET", "/api/assessments/{assessment_id}", [](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(TRY(whole_body(work, TRY(read_assessment(work, TRY(http::id_of<AssessmentId>(request, "assessment_id")))))));
    });
    answering_routes(router);
}

}  // namespace homeward::casework
