#pragma once
// Forms answered in a case file.

#include "casework/case_file.h"
#include "casework/tasks.h"
#include "forms/evaluation.h"
#include "forms/store.h"

namespace homeward::casework {

struct AssessmentTag;
using AssessmentId = Id<AssessmentTag>;

enum class AssessmentState { draft, submitted, returned, approved };

/// A line of a file's list: everything but the answers.
struct Assessment {
    AssessmentId id;
    CaseId case_id;
    std::string form;
    int form_version = 1;
    AssessmentState state = AssessmentState::draft;
    int version = 1;  ///< counts saves
    std::vector<forms::Score> scores;
    int asked = 0, answered = 0;
    access::AccountId started_by, saved_by;
    Instant started_at, saved_at;
    std::optional<access::AccountId> submitted_by, decided_by;
    std::optional<Instant> submitted_at, decided_at;
    bool own_work = false;  ///< decided by whoever submitted it
};

struct AssessmentMove {
    AssessmentState kind = AssessmentState::submitted;  ///< submitted, returned or approved
    access::AccountId by;
    Instant at;
    std::string comment;
};

/// One assessment whole, read in the version of the form that it was answered in.
///
/// today   what `today()` is in it: the day of the last save once it is submitted, so that what was read stays as it was
struct AssessmentWhole {
    Assessment line;
    CaseFile file;
    forms::Version form;
    forms::Evaluation evaluation;
    Date today;
    std::vector<AssessmentMove> moves;  ///< oldest first
};

/// What a save made of the answers.
struct AssessmentSaved {
    Assessment line;
    forms::Evaluation evaluation;
};

// --- the rules, free of I/O ---------------------------------------------------------------------------------------

/// Whether it can still be answered. errors    conflict `assessment.not_open`
Done require_being_answered(const Assessment& assessment);
/// Whether this actor may be the second person.
/// returns   true when it is their own work, which only a right of the account allows
/// errors    conflict `assessment.not_submitted`, `assessment.own_work`; invalid `assessment.comment_needed` without a word on what is missing
Result<bool> decide(const Assessment& assessment, const access::Actor& by, bool approve, std::string_view comment);

// --- the actions --------------------------------------------------------------------------------------------------

/// Begins to answer the version of a form that is in use.
///
/// carry_over   begin from the answers of the last one that was approved, in the codes of the version that is in use
/// errors       not_found; forbidden; conflict `case.closed`, `form.not_published`, `assessment.open_exists`
/// source       Inter-Agency Guidelines for Case Management (2014), step 2
Result<AssessmentId> start_assessment(access::Work& work, CaseId file, const std::string& form, bool carry_over);

/// Saves the whole of the answers, JSON as docs/guide/forms.md has it; not everything must be answered yet. What is not relevant is dropped.
///
/// version   the one that the editor saw
/// errors    not_found; forbidden; conflict `case.closed`, `assessment.not_open`, `edit.changed_meanwhile`; invalid, the key of the first
///           answer that is not of its field's kind, with `answers/<field>`
Result<AssessmentSaved> save_assessment(access::Work& work, AssessmentId id, int version, std::string_view answers);

/// Hands it to a second person.
/// errors    those of save; invalid `assessment.incomplete` (params `count`) while something required is missing or wrong
Result<AssessmentWhole> submit_assessment(access::Work& work, AssessmentId id, int version);

/// A second person approves it, or gives it back with a comment.
/// errors    not_found; forbidden; conflict `edit.changed_meanwhile`, and those of `decide`
Result<AssessmentWhole> decide_assessment(access::Work& work, AssessmentId id, int version, bool approve, const std::string& comment);

/// Throws away a draft that was never submitted.
/// errors    not_found; forbidden; conflict `assessment.was_submitted`
Done drop_assessment(access::Work& work, AssessmentId id);

// --- reading ------------------------------------------------------------------------------------------------------

/// One, for whoever may read the file; leaves a line in the log.
Result<AssessmentWhole> read_assessment(access::Work& work, AssessmentId id);
/// Those of a file, newest first, before the one named.
std::vector<Assessment> assessments_of(store::Connection& db, CaseId file, std::optional<AssessmentId> before, int most);

/// What waits: one to be decided on, one that came back, one that was begun and left.
std::vector<Task> tasks_of_assessments(access::Work& work);

}  // namespace homeward::casework
