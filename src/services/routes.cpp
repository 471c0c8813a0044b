#include "services/routes.h"

#include "access/permission.h"
#include "base/json.h"
#include "http/json_reply.h"
#include "people/relation.h"
#include "services/area_routes.h"

namespace homeward::services {

// The survey as the page shows it: without the weights and scores, which are no business of a conversation.
struct OptionBody {
    std::string id;
    Texts text;
};
BOOST_DESCRIBE_STRUCT(OptionBody, (), (id, text))
struct QuestionBody {
    std::string id, dimension;
    Texts text;
    std::vector<OptionBody> options;
};
BOOST_DESCRIBE_STRUCT(QuestionBody, (), (id, dimension, text, options))
struct SurveyBody {
    std::string definition;
    Texts note;
    std::vector<QuestionBody> questions;
};
BOOST_DESCRIBE_STRUCT(SurveyBody, (), (definition, note, questions))

BOOST_DESCRIBE_STRUCT(Scores, (), (economic, social, psychosocial, total))
BOOST_DESCRIBE_STRUCT(Round, (), (month, due_on, closes_on, state, answered_on, answers, scores))
struct RoundsBody {
    std::vector<Round> rounds;
    bool may_record = false;
};
BOOST_DESCRIBE_STRUCT(RoundsBody, (), (rounds, may_record))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct AnswersInput {
    std::map<std::string, std::string> answers;
    std::optional<SurveyId> seen;
};
BOOST_DESCRIBE_STRUCT(AnswersInput, (), (answers, seen))

SurveyBody body_of(const SurveyDefinition& survey) {
    SurveyBody body{survey.name(), survey.note, {}};
    for (const auto& question : survey.questions) {
        body.questions.push_back({question.id, question.dimension, question.text, {}});
        for (const auto& option : question.options) body.questions.back().options.push_back({option.id, option.text});
    }
    return body;
}

Result<casework::CaseFile> file_of(Work& work, const Request& request) {
    return casework::require_case(work, TRY(http::id_of<casework::CaseId>(request, "case_id")), Permission::read_case);
}

void survey_routes(http::Router& router, const SurveyDefinition& survey) {
    router.read("GET", "/api/survey", [&survey](Work&, const Request&) -> Result<Reply> { return http::ok(body_of(survey)); });
    router.write("GET", "/api/cases/{case_id}/surveys", [](Work& work, const Request& request) -> Result<Reply> {
        const auto file = TRY(file_of(work, request));
        work.record({"surveys.read", "case_file", file.id.str(), file.person_id.str()});
        const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
        const bool may_record = rounds_go_on(work.db, file.id) && may(work.actor, Permission::record_survey, relation);
        return http::ok(RoundsBody{rounds_of(work.db, file, work.today()), may_record});
    });
    router.write("PUT", "/api/cases/{case_id}/surveys/{month}", [&survey](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<AnswersInput>(request));
        const std::string& month = request.path_parameter("month");
        if (month.empty() || month.size() > 2 || !std::ranges::all_of(month, [](char c) { return c >= '0' && c <= '9'; })) {
            return not_found("survey.no_such_round");
        }
        TRY(record_survey(work, survey, TRY(http::id_of<casework::CaseId>(request, "case_id")), std::stoi(month), input.answers, input.seen));
        const auto file = TRY(file_of(work, request));
        return http::ok(RoundsBody{rounds_of(work.db, file, work.today()), true});
    });
}

}  // namespace

void routes(http::Router& router, people::Register& people, const SurveyDefinition& survey) {
    provider_routes(router);
    order_routes(router, people);
    grant_routes(router);
    referral_routes(router);
    survey_routes(router, survey);
}

}  // namespace homeward::services
