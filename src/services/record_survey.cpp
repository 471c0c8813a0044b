#include "base/json.h"
#include "casework/closure.h"
#include "services/survey.h"

namespace homeward::services {

using access::Work;
using casework::CaseFile;
using casework::CaseId;

std::vector<Round> rounds_of(store::Connection& db, const CaseFile& file, Date today) {
    std::vector<Round> rounds;
    for (const int month : kSurveyMonths) {
        const auto time = time_of_round(Date::of(file.opened_at), month);
        const char* state = today < time.opens_on ? "upcoming" : time.closes_on < today ? "missed" : "open";
        rounds.push_back({month, time.due_on, time.closes_on, state, std::nullopt, {}});
    }
    for (const auto row : db.query("SELECT month, answered_on, economic, social, psychosocial, total FROM surveys WHERE case_id = $1", file.id)) {
        const auto round = std::ranges::find(rounds, row.get<int>(0), &Round::month);
        using Score = std::optional<double>;
        round->state = "answered";
        round->answered_on = row.get<Date>(1);
        round->scores = {row.get<Score>(2), row.get<Score>(3), row.get<Score>(4), row.get<Score>(5)};
    }
    return rounds;
}

bool rounds_go_on(store::Connection& db, CaseId file) {
    return casework::closed_because(db, file) != casework::ClosureReason::died;
}

Result<SurveyId> record_survey(Work& work, const SurveyDefinition& survey, CaseId case_id, int month,
                               const std::map<std::string, std::string>& answers) {
    const CaseFile file = TRY(casework::require_case(work, case_id, access::Permission::record_survey));
    if (std::ranges::find(kSurveyMonths, month) == std::end(kSurveyMonths)) return not_found("survey.no_such_round");
    const auto time = time_of_round(Date::of(file.opened_at), month);
    if (!rounds_go_on(work.db, case_id)) return conflict("survey.ended");
    if (work.today() < time.opens_on || time.closes_on < work.today()) return conflict("survey.not_open");
    const Scores scores = TRY(score(survey, answers));

    work.db.run("DELETE FROM surveys WHERE case_id = $1 AND month = $2", case_id, month);
    const auto id = SurveyId::make(work.now);
    work.db.run("INSERT INTO surveys (id, case_id, month, definition, answered_on, answered_by, answers_sealed, economic, social, psychosocial, total)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                id, case_id, month, survey.name(), work.today(), work.actor.id,
                TRY(casework::sealed(work, file.person_id, {"surveys", "answers_sealed", id.str()}, json::write(answers))),
                scores.economic, scores.social, scores.psychosocial, scores.total);
    work.record({"survey.recorded", "survey", id.str(), file.person_id.str(), {{"month", std::to_string(month)}}});
    return id;
}

}  // namespace homeward::services
