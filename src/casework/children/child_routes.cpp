#include "casework/children/child_routes.h"

#include "casework/children/child_bodies.h"
#include "http/json_reply.h"

namespace homeward::casework {
namespace {

using namespace children;
using access::Work;
using http::Reply;
using http::Request;

struct CareInput {
    std::optional<int> version;
    std::string kind, carer;
    Date from_on;
    std::optional<Date> decided_on;
    std::optional<std::string> ended_for;
    Words words;
};
BOOST_DESCRIBE_STRUCT(CareInput, (), (version, kind, carer, from_on, decided_on, ended_for, words))
struct CareReviewInput {
    Date done_on;
    std::string outcome;
    Words words;
};
BOOST_DESCRIBE_STRUCT(CareReviewInput, (), (done_on, outcome, words))
struct ReportInput {
    std::optional<int> version;
    std::optional<std::string> kind;
    std::optional<Date> review_on;
    Words words;
};
BOOST_DESCRIBE_STRUCT(ReportInput, (), (version, kind, review_on, words))
struct FinishInput {
    int version;
    std::vector<access::AccountId> members;
};
BOOST_DESCRIBE_STRUCT(FinishInput, (), (version, members))
struct PanelInput {
    std::vector<access::AccountId> members;
};
BOOST_DESCRIBE_STRUCT(PanelInput, (), (members))
struct OpinionInput {
    std::string opinion;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(OpinionInput, (), (opinion, reason))
struct MeasureInput {
    std::string measure;
    Date taken_on;
    Words words;
};
BOOST_DESCRIBE_STRUCT(MeasureInput, (), (measure, taken_on, words))
struct SeparationInput {
    int version;
    std::string circumstance;
    std::optional<PartialDate> since;
    Words words;
};
BOOST_DESCRIBE_STRUCT(SeparationInput, (), (version, circumstance, since, words))
struct TracingInput {
    std::string sought;
    Words words;
};
BOOST_DESCRIBE_STRUCT(TracingInput, (), (sought, words))
struct TracingMoveInput {
    int version;
    std::string to;
    std::optional<Date> on;
    std::optional<people::documents::KinshipId> kinship_id;
    Words words;
};
BOOST_DESCRIBE_STRUCT(TracingMoveInput, (), (version, to, on, kinship_id, words))
struct ParentAnswerInput {
    std::string parent, whereabouts, about, asked_how, answer;
    Date asked_on;
    Words words;
};
BOOST_DESCRIBE_STRUCT(ParentAnswerInput, (), (parent, whereabouts, about, asked_how, answer, asked_on, words))
struct ContactPlanInput {
    std::optional<int> version;
    std::string whom, way;
    int every_days;
    std::string safety;
    std::optional<Date> next_on;
    Words words;
};
BOOST_DESCRIBE_STRUCT(ContactPlanInput, (), (version, whom, way, every_days, safety, next_on, words))
struct ContactInput {
    Date held_on;
    bool took_place;
    Words words;
};
BOOST_DESCRIBE_STRUCT(ContactInput, (), (held_on, took_place, words))
struct EndInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(EndInput, (), (version))

Result<Reply> whole(Work& work, CaseId id) { return http::ok(TRY(child_body(work, id))); }
Result<CaseId> case_of(const Request& request) { return http::id_of<CaseId>(request, "case_id"); }

/// The file that a thing stands in, once the action on it went well.
template <class Tag>
Result<Reply> whole_of(Work& work, const char* table, Id<Tag> id) {
    return whole(work, work.db.query(std::string("SELECT case_id FROM ") + table + " WHERE id = $1", id).template value<CaseId>().value());
}

Result<int> needed(const std::optional<int>& version) {
    if (!version) return invalid("json.missing", "version");
    return *version;
}

NewCare care_from(const CareInput& input) { return {input.kind, input.carer, input.from_on, input.decided_on, input.words}; }
NewContactPlan plan_from(const ContactPlanInput& input) { return {input.whom, input.way, input.every_days, input.safety, input.next_on, input.words}; }

void care_routes(http::Router& router) {
    router.write("POST", "/api/cases/{case_id}/care", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<CareInput>(request));
        const auto id = TRY(case_of(request));
        TRY(begin_care(work, id, care_from(input), input.ended_for.value_or("")));
        return whole(work, id);
    });
    router.write("PUT", "/api/care/{care_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<CareInput>(request));
        const auto id = TRY(http::id_of<CareId>(request, "care_id"));
        TRY(change_care(work, id, TRY(needed(input.version)), care_from(input)));
        return whole_of(work, "care_arrangements", id);
    });
    router.write("POST", "/api/care/{care_id}/reviews", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<CareReviewInput>(request));
        const auto id = TRY(http::id_of<CareId>(request, "care_id"));
        TRY(review_care(work, id, input.done_on, input.outcome, input.words));
        return whole_of(work, "care_arrangements", id);
    });
}

void interest_routes(http::Router& router) {
    router.write("POST", "/api/cases/{case_id}/interests", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ReportInput>(request));
        const auto id = TRY(case_of(request));
        TRY(begin_report(work, id, {input.kind.value_or(""), input.review_on, input.words}));
        return whole(work, id);
    });
    router.write("PUT", "/api/interests/{report_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ReportInput>(request));
        const auto id = TRY(http::id_of<ReportId>(request, "report_id"));
        TRY(change_report(work, id, TRY(needed(input.version)), {{}, input.review_on, input.words}));
        return whole_of(work, "interest_reports", id);
    });
    router.write("POST", "/api/interests/{report_id}/completion", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<FinishInput>(request));
        const auto id = TRY(http::id_of<ReportId>(request, "report_id"));
        TRY(finish_report(work, id, input.version, input.members));
        return whole_of(work, "interest_reports", id);
    });
    router.write("POST", "/api/interests/{report_id}/panel", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ReportId>(request, "report_id"));
        TRY(name_panel(work, id, TRY(http::body_as<PanelInput>(request)).members));
        return whole_of(work, "interest_reports", id);
    });
    router.write("POST", "/api/cases/{case_id}/protection-measures", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<MeasureInput>(request));
        const auto id = TRY(case_of(request));
        TRY(take_measure(work, id, {input.measure, input.taken_on, input.words}));
        return whole(work, id);
    });
}

void panel_routes(http::Router& router) {
    const auto shown = [](Work& work, ReportId id) -> Result<Reply> { return http::ok(TRY(panel_body(work, id))); };
    router.write("GET", "/api/panels/{report_id}", [shown](Work& work, const Request& request) -> Result<Reply> {
        return shown(work, TRY(http::id_of<ReportId>(request, "report_id")));
    });
    router.write("POST", "/api/panels/{report_id}/confirmation", [shown](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ReportId>(request, "report_id"));
        TRY(confirm_seat(work, id));
        return shown(work, id);
    });
    router.write("POST", "/api/panels/{report_id}/opinion", [shown](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<OpinionInput>(request));
        const auto id = TRY(http::id_of<ReportId>(request, "report_id"));
        TRY(answer_panel(work, id, input.opinion, input.reason.value_or("")));
        return shown(work, id);
    });
}

void family_routes(http::Router& router) {
    router.write("PUT", "/api/cases/{case_id}/separation", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<SeparationInput>(request));
        const auto id = TRY(case_of(request));
        TRY(write_separation(work, id, input.version, {input.circumstance, input.since, input.words}));
        return whole(work, id);
    });
    router.write("POST", "/api/cases/{case_id}/tracing", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<TracingInput>(request));
        const auto id = TRY(case_of(request));
        TRY(look_for(work, id, input.sought, input.words));
        return whole(work, id);
    });
    router.write("POST", "/api/tracing/{tracing_id}/moves", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<TracingMoveInput>(request));
        const auto id = TRY(http::id_of<TracingId>(request, "tracing_id"));
        TRY(move_tracing(work, id, input.version, {input.to, input.on, input.kinship_id, input.words}));
        return whole_of(work, "tracing_requests", id);
    });
    router.write("POST", "/api/cases/{case_id}/parent-answers", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ParentAnswerInput>(request));
        const auto id = TRY(case_of(request));
        TRY(record_parent_answer(work, id, {input.parent, input.whereabouts, input.about, input.asked_how, input.answer, input.asked_on, input.words}));
        return whole(work, id);
    });
}

void contact_routes(http::Router& router) {
    router.write("POST", "/api/cases/{case_id}/contact-plans", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ContactPlanInput>(request));
        const auto id = TRY(case_of(request));
        TRY(plan_contact(work, id, plan_from(input)));
        return whole(work, id);
    });
    router.write("PUT", "/api/contact-plans/{plan_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ContactPlanInput>(request));
        const auto id = TRY(http::id_of<ContactPlanId>(request, "plan_id"));
        TRY(change_contact(work, id, TRY(needed(input.version)), plan_from(input)));
        return whole_of(work, "contact_plans", id);
    });
    router.write("POST", "/api/contact-plans/{plan_id}/contacts", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ContactInput>(request));
        const auto id = TRY(http::id_of<ContactPlanId>(request, "plan_id"));
        TRY(note_contact(work, id, input.held_on, input.took_place, input.words));
        return whole_of(work, "contact_plans", id);
    });
    router.write("POST", "/api/contact-plans/{plan_id}/end", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ContactPlanId>(request, "plan_id"));
        TRY(end_contact(work, id, TRY(http::body_as<EndInput>(request)).version));
        return whole_of(work, "contact_plans", id);
    });
}

}  // namespace

void child_routes(http::Router& router) {
    // A GET that leaves a line in the log: it shows a person's record.
    router.write("GET", "/api/cases/{case_id}/child", [](Work& work, const Request& request) -> Result<Reply> { return whole(work, TRY(case_of(request))); });
    care_routes(router);
    interest_routes(router);
    panel_routes(router);
    family_routes(router);
    contact_routes(router);
}

}  // namespace homeward::casework
