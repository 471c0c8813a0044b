#include "casework/assessments/assessment_codes.h"
#include "casework/assessments/assessment_store.h"
#include "forms/translate.h"
#include "history/history.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

/// The answers of the last one of this form that was approved, in the codes of a later version.
Result<forms::Answers> earlier_answers(Work& work, const CaseFile& file, const forms::Version& wanted) {
    auto query = work.db.query("SELECT id, form_version FROM form_answers WHERE case_id = $1 AND form = $2 AND state = 'approved' ORDER BY id DESC LIMIT 1", file.id, wanted.form);
    if (!query.next()) return forms::Answers{};
    const auto id = query.row().get<AssessmentId>(0);
    const int was = query.row().get<int>(1);
    std::vector<forms::AnswerError> wrong;
    auto answers = TRY(forms::read_answers(ready_form(TRY(forms::get_version(work.db, wanted.form, was))), opened_answers(work, file, id), wrong));
    std::vector<forms::Definition> later;
    for (int version = was + 1; version <= wanted.version; ++version) later.push_back(TRY(forms::get_version(work.db, wanted.form, version)).definition);
    return forms::translated(std::move(answers), later);
}

void note(Work& work, const char* action, const Assessment& line, const CaseFile& file) {
    work.record({action, "assessment", line.id.str(), file.person_id.str(),
                 {{"form", line.form + "@" + std::to_string(line.form_version)}, {"version", std::to_string(line.version)}}});
}

/// Answers by field, as words for the history; rows of a repeat one by one.
history::Fields fields_of(const std::string& answers) {
    history::Fields fields;
    const auto value = json::parse(answers);
    if (!value || !value->is_object()) return fields;
    for (const auto& [code, answer] : value->get_object()) {
        fields.emplace("answers." + std::string(code), answer.is_string() ? std::string(answer.get_string()) : json::write(answer));
    }
    return fields;
}

/// The file of one that is still answered, in the version that the actor saw; it is open and within their reach.
Result<CaseFile> open_file_of(Work& work, const Assessment& line, std::optional<int> version) {
    const CaseFile file = TRY(require_open_case(work, line.case_id, Permission::write_case));
    TRY(require_being_answered(line));
    if (version && line.version != *version) return conflict("edit.changed_meanwhile");
    return file;
}

}  // namespace

Result<AssessmentId> start_assessment(Work& work, CaseId case_id, const std::string& form, bool carry_over) {
    const CaseFile file = TRY(require_open_case(work, case_id, Permission::write_case));
    const auto in_use = forms::published_version(work.db, form);
    if (!in_use) return conflict("form.not_published");
    if (work.db.query("SELECT 1 FROM form_answers WHERE case_id = $1 AND form = $2 AND state <> 'approved'", case_id, form).next()) {
        return conflict("assessment.open_exists");
    }
    const auto version = TRY(forms::get_version(work.db, form, *in_use));
    const auto ready = ready_form(version);
    // What was carried over is read as if it had been sent: a choice that is gone is not there.
    std::vector<forms::AnswerError> wrong;
    const auto before = carry_over ? TRY(earlier_answers(work, file, version)) : forms::Answers{};
    const auto evaluation = forms::evaluate(ready, TRY(forms::read_answers(ready, forms::write_answers(before), wrong)), work.latest_today());
    const auto id = AssessmentId::make(work.now);
    work.db.run("INSERT INTO form_answers (id, case_id, form, form_version, state, version, answers_sealed, scores, asked, answered, started_by, started_at, saved_by, saved_at)"
                " VALUES ($1, $2, $3, $4, 'draft', 1, $5, $6, $7, $8, $9, $10, $9, $10)",
                id, case_id, form, *in_use, TRY(sealed(work, file.person_id, {"form_answers", "answers_sealed", id.str()}, forms::write_answers(evaluation.answers))),
                json::write(evaluation.scores), evaluation.asked, evaluation.answered, work.actor.id, work.now);
    work.record({"assessment.started", "assessment", id.str(), file.person_id.str(), {{"form", form + "@" + std::to_string(*in_use)}}});
    return id;
}

Result<AssessmentSaved> save_assessment(Work& work, AssessmentId id, int version, std::string_view answers) {
    const Assessment line = TRY(get_line(work.db, id));
    const CaseFile file = TRY(open_file_of(work, line, version));
    const auto form = ready_form(TRY(forms::get_version(work.db, line.form, line.form_version)));
    std::vector<forms::AnswerError> wrong;
    const auto read = TRY(forms::read_answers(form, answers, wrong));
    if (!wrong.empty()) return invalid(wrong.front().key, "answers/" + wrong.front().at, wrong.front().params);
    AssessmentSaved saved{{}, forms::evaluate(form, read, work.latest_today())};
    TRY(put_answers(work, file, id, version, saved.evaluation));
    saved.line = TRY(get_line(work.db, id));
    note(work, "assessment.saved", saved.line, file);
    return saved;
}

Result<AssessmentWhole> submit_assessment(Work& work, AssessmentId id, int version) {
    const AssessmentWhole whole = TRY(whole_of(work, id));
    TRY(open_file_of(work, whole.line, version));
    if (!whole.evaluation.errors.empty()) {
        return invalid("assessment.incomplete", whole.evaluation.errors.front().at, {{"count", std::to_string(whole.evaluation.errors.size())}});
    }
    const std::string answers = forms::write_answers(whole.evaluation.answers);
    const auto earlier = last_submitted(work, whole.file, id);
    TRY(put_answers(work, whole.file, id, version, whole.evaluation));
    work.db.run("UPDATE form_answers SET state = 'submitted', submitted_by = $2, submitted_at = $3, decided_by = NULL, decided_at = NULL, own_work = 0 WHERE id = $1",
                id, work.actor.id, work.now);
    TRY(add_move(work, whole.file, id, AssessmentState::submitted, version + 1, {}, answers));
    // What stood was the one handed over before: without one, nothing was changed that somebody had seen.
    auto before = earlier ? fields_of(*earlier) : history::Fields{};
    auto after = earlier ? fields_of(answers) : history::Fields{};
    before.emplace("state", json::name_of(whole.line.state));
    after.emplace("state", "submitted");
    TRY(history::note(work, whole.file.person_id.uuid, {"assessment", id.str()}, before, after));
    AssessmentWhole submitted = TRY(whole_of(work, id));
    note(work, "assessment.submitted", submitted.line, submitted.file);
    return submitted;
}

Done drop_assessment(Work& work, AssessmentId id) {
    const Assessment line = TRY(get_line(work.db, id));
    const CaseFile file = TRY(open_file_of(work, line, std::nullopt));
    if (line.submitted_at) return conflict("assessment.was_submitted");
    work.db.run("DELETE FROM form_answers WHERE id = $1", id);
    note(work, "assessment.dropped", line, file);
    return {};
}

Result<AssessmentWhole> read_assessment(Work& work, AssessmentId id) {
    const Assessment line = TRY(get_line(work.db, id));
    TRY(require_case(work, line.case_id, Permission::read_case));
    AssessmentWhole whole = TRY(whole_of(work, id));
    note(work, "assessment.read", whole.line, whole.file);
    return whole;
}

}  // namespace homeward::casework
