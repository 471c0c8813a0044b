#include "casework/assessments/assessment_store.h"

#include <stdexcept>

#include "casework/assessments/assessment_codes.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Work;

constexpr const char* kColumns =
    "id, case_id, form, form_version, state, version, scores, asked, answered, started_by, saved_by, started_at, saved_at,"
    " submitted_by, decided_by, submitted_at, decided_at, own_work";

Assessment line_of(const store::Row& row) {
    auto scores = json::read<std::vector<forms::Score>>(row.text(6));
    if (!scores) throw std::runtime_error("stored scores cannot be read");
    using Who = std::optional<AccountId>;
    using When = std::optional<Instant>;
    return {row.get<AssessmentId>(0), row.get<CaseId>(1), row.get<std::string>(2), row.get<int>(3), code<AssessmentState>(row.text(4)), row.get<int>(5),
            std::move(*scores), row.get<int>(7), row.get<int>(8), row.get<AccountId>(9), row.get<AccountId>(10), row.get<Instant>(11), row.get<Instant>(12),
            row.get<Who>(13), row.get<Who>(14), row.get<When>(15), row.get<When>(16), row.get<bool>(17)};
}

std::vector<AssessmentMove> moves_of(Work& work, const vault::PersonKey& key, AssessmentId id) {
    std::vector<AssessmentMove> moves;
    for (const auto row : work.db.query("SELECT id, kind, moved_by, moved_at, comment_sealed FROM form_answer_moves WHERE assessment_id = $1 ORDER BY version", id)) {
        AssessmentMove move{code<AssessmentState>(row.text(1)), row.get<AccountId>(2), row.get<Instant>(3), {}};
        if (!row.blob(4).empty()) move.comment = key.open({"form_answer_moves", "comment_sealed", std::string(row.text(0))}, row.blob(4));
        moves.push_back(std::move(move));
    }
    return moves;
}

/// What is still answered is read as of now; what was handed over, as of the day on which it was.
Date day_of(const Assessment& line, const Work& work) {
    const bool open = line.state == AssessmentState::draft || line.state == AssessmentState::returned;
    if (open) return work.latest_today();
    return Date::latest_of(line.saved_at);
}

}  // namespace

Result<Assessment> get_line(store::Connection& db, AssessmentId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM form_answers WHERE id = $1", id);
    if (!query.next()) return not_found("assessment.not_found");
    return line_of(query.row());
}

std::vector<Assessment> assessments_of(store::Connection& db, CaseId file, std::optional<AssessmentId> before, int most) {
    std::vector<Assessment> lines;
    for (const auto row : db.query(std::string("SELECT ") + kColumns + " FROM form_answers WHERE case_id = $1 AND ($2 IS NULL OR id < $2) ORDER BY id DESC LIMIT $3",
                                   file, before, most)) {
        lines.push_back(line_of(row));
    }
    return lines;
}

forms::Form ready_form(const forms::Version& version) {
    std::vector<forms::Problem> problems;
    auto form = forms::Form::make(version.definition, problems);
    if (!form) throw std::runtime_error("a published form cannot be evaluated: " + problems.front().key);
    return std::move(*form);
}

std::string opened_answers(Work& work, const CaseFile& file, AssessmentId id) {
    auto query = work.db.query("SELECT answers_sealed FROM form_answers WHERE id = $1", id);
    if (!query.next() || query.row().blob(0).empty()) return "{}";
    const auto key = work.vault().key_of(work.db, file.person_id.uuid);
    if (!key) return "{}";
    return key->open({"form_answers", "answers_sealed", id.str()}, query.row().blob(0));
}

Result<AssessmentWhole> whole_of(Work& work, AssessmentId id) {
    AssessmentWhole whole{TRY(get_line(work.db, id)), {}, {}, {}, {}, {}};
    whole.file = TRY(get_case(work.db, whole.line.case_id));
    whole.form = TRY(forms::get_version(work.db, whole.line.form, whole.line.form_version));
    whole.today = day_of(whole.line, work);
    const auto key = TRY(work.vault().key_of(work.db, whole.file.person_id.uuid));
    const auto form = ready_form(whole.form);
    std::vector<forms::AnswerError> wrong;
    whole.evaluation = forms::evaluate(form, TRY(forms::read_answers(form, opened_answers(work, whole.file, id), wrong)), whole.today);
    whole.moves = moves_of(work, key, id);
    return whole;
}

Done put_answers(Work& work, const CaseFile& file, AssessmentId id, int version, const forms::Evaluation& evaluation) {
    const int changed = work.db.run(
        "UPDATE form_answers SET answers_sealed = $3, scores = $4, asked = $5, answered = $6, saved_by = $7, saved_at = $8, version = $2 + 1"
        " WHERE id = $1 AND version = $2",
        id, version, TRY(sealed(work, file.person_id, {"form_answers", "answers_sealed", id.str()}, forms::write_answers(evaluation.answers))),
        json::write(evaluation.scores), evaluation.asked, evaluation.answered, work.actor.id, work.now);
    if (changed == 0) return conflict("edit.changed_meanwhile");
    return {};
}

Done add_move(Work& work, const CaseFile& file, AssessmentId id, AssessmentState kind, int version, std::string_view comment, std::string_view answers) {
    const std::string move = to_string(make_uuid(work.now));
    work.db.run("INSERT INTO form_answer_moves (id, assessment_id, kind, moved_by, moved_at, version, comment_sealed, answers_sealed)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                move, id, json::name_of(kind), work.actor.id, work.now, version,
                TRY(sealed(work, file.person_id, {"form_answer_moves", "comment_sealed", move}, comment)),
                TRY(sealed(work, file.person_id, {"form_answer_moves", "answers_sealed", move}, answers)));
    return {};
}

std::optional<std::string> last_submitted(Work& work, const CaseFile& file, AssessmentId id) {
    auto query = work.db.query("SELECT id, answers_sealed FROM form_answer_moves WHERE assessment_id = $1 AND kind = 'submitted' ORDER BY version DESC LIMIT 1", id);
    if (!query.next()) return {};
    const auto key = work.vault().key_of(work.db, file.person_id.uuid);
    if (!key) return {};
    return key->open({"form_answer_moves", "answers_sealed", std::string(query.row().text(0))}, query.row().blob(1));
}

}  // namespace homeward::casework
