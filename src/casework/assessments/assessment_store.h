#pragma once
// Reading and writing of one assessment, for the actions of this folder only.

#include "casework/assessments/assessment.h"

namespace homeward::casework {

/// Sealed answers, opened.
std::string opened_answers(access::Work& work, const CaseFile& file, AssessmentId id);
/// The same with its form, evaluated; no permission is asked.
Result<AssessmentWhole> whole_of(access::Work& work, AssessmentId id);
Result<Assessment> get_line(store::Connection& db, AssessmentId id);

/// Writes answers and what was made of them; the version counts one up.
/// errors    conflict `edit.changed_meanwhile`; not_found `person.erased`
Done put_answers(access::Work& work, const CaseFile& file, AssessmentId id, int version, const forms::Evaluation& evaluation);
/// Notes a move with what was looked at.
Done add_move(access::Work& work, const CaseFile& file, AssessmentId id, AssessmentState kind, int version, std::string_view comment, std::string_view answers);
/// The answers that were submitted last; nothing when none were.
std::optional<std::string> last_submitted(access::Work& work, const CaseFile& file, AssessmentId id);

/// A stored version, ready to be evaluated. Throws std::runtime_error: what is published was checked.
forms::Form ready_form(const forms::Version& version);

}  // namespace homeward::casework
