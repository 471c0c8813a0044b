#include "base/json.h"
#include "casework/closure.h"
#include "history/history.h"
#include "services/survey.h"

namespace homeward::services {

using access::Work;
using casework::CaseFile;
using casework::CaseId;

namespace {

using Answers = std::map<std::string, std::string>;

vault::Place answers_place(SurveyId id) { return {"surveys", "answers_sealed", id.str()}; }

/// The answers that stand for a round.
Result<std::optional<std::pair<SurveyId, Answers>>> standing(Work& work, const CaseFile& file, int month) {
    auto query = work.db.query("SELECT id, answers_sealed FROM surveys WHERE case_id = $1 AND month = $2", file.id, month);
    if (!query.next()) return std::optional<std::pair<SurveyId, Answers>>();
    const auto id = query.row().get<SurveyId>(0);
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    auto answers = TRY(json::read<Answers>(key.open(answers_place(id), query.row().blob(1))));
    return std::optional(std::pair(id, std::move(answers)));
}

/// As one text, a line for each question that was answered otherwise.
history::Fields fields_of(const Answers& answers, const Answers& other) {
    std::string text;
    for (const auto& [question, option] : answers) {
        const auto there = other.find(question);
        if (there == other.end() || there->second != option) text += (text.empty() ? "" : "\n") + question + ": " + option;
    }
    return {{"answers", text}};
}

}  // namespace

std::vector<Round> rounds_of(store::Connection& db, const CaseFile& file, Date today) {
    std::vector<Round> rounds;
    for (const int month : kSurveyMonths) {
        const auto time = time_of_round(Date::of(file.opened_at), month);
        const char* state = today < time.opens_on ? "upcoming" : time.closes_on < today ? "missed" : "open";
        rounds.push_back({month, time.due_on, time.closes_on, state, std::nullopt, std::nullopt, {}});
    }
    for (const auto row : db.query("SELECT month, answered_on, economic, social, psychosocial, total, id FROM surveys WHERE case_id = $1", file.id)) {
        const auto round = std::ranges::find(rounds, row.get<int>(0), &Round::month);
        using Score = std::optional<double>;
        round->state = "answered";
        round->answered_on = row.get<Date>(1);
        round->answers = row.get<SurveyId>(6);
        round->scores = {row.get<Score>(2), row.get<Score>(3), row.get<Score>(4), row.get<Score>(5)};
    }
    return rounds;
}

bool rounds_go_on(store::Connection& db, CaseId file) {
    return casework::closed_because(db, file) != casework::ClosureReason::died;
}

Result<SurveyId> record_survey(Work& work, const SurveyDefinition& survey, CaseId case_id, int month,
                               const std::map<std::string, std::string>& answers, std::optional<SurveyId> seen) {
    const CaseFile file = TRY(casework::require_case(work, case_id, access::Permission::record_survey));
    if (std::ranges::find(kSurveyMonths, month) == std::end(kSurveyMonths)) return not_found("survey.no_such_round");
    const auto time = time_of_round(Date::of(file.opened_at), month);
    if (!rounds_go_on(work.db, case_id)) return conflict("survey.ended");
    if (work.today() < time.opens_on || time.closes_on < work.today()) return conflict("survey.not_open");
    const auto before = TRY(standing(work, file, month));
    if (seen != (before ? std::optional(before->first) : std::nullopt)) return conflict("edit.changed_meanwhile");
    const Scores scores = TRY(score(survey, answers));

    const auto id = SurveyId::make(work.now);
    if (before) {
        work.db.run("DELETE FROM surveys WHERE id = $1", before->first);
        TRY(history::note(work, file.person_id.uuid, {"survey", id.str()}, fields_of(before->second, answers), fields_of(answers, before->second)));
    }
    work.db.run("INSERT INTO surveys (id, case_id, month, definition, answered_on, answered_by, answers_sealed, economic, social, psychosocial, total)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                id, case_id, month, survey.name(), work.today(), work.actor.id,
                TRY(casework::sealed(work, file.person_id, answers_place(id), json::write(answers))),
                scores.economic, scores.social, scores.psychosocial, scores.total);
    work.record({"survey.recorded", "survey", id.str(), file.person_id.str(), {{"month", std::to_string(month)}}});
    return id;
}

}  // namespace homeward::services
