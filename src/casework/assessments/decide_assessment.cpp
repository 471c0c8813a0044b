#include "casework/assessments/assessment_codes.h"
#include "casework/assessments/assessment_store.h"
#include "history/history.h"

namespace homeward::casework {

using access::Permission;
using access::Work;

Result<AssessmentWhole> decide_assessment(Work& work, AssessmentId id, int version, bool approve, const std::string& comment) {
    const Assessment line = TRY(get_line(work.db, id));
    const CaseFile file = TRY(require_open_case(work, line.case_id, Permission::approve_assessment));
    if (line.version != version) return conflict("edit.changed_meanwhile");
    TRY(check_text(comment, "comment"));
    const bool own = TRY(decide(line, work.actor, approve, comment));
    const char* state = approve ? "approved" : "returned";
    work.db.run("UPDATE form_answers SET state = $2, decided_by = $3, decided_at = $4, own_work = $5, version = version + 1 WHERE id = $1", id, state,
                work.actor.id, work.now, own);
    TRY(add_move(work, file, id, approve ? AssessmentState::approved : AssessmentState::returned, version + 1, comment, {}));
    TRY(history::note(work, file.person_id.uuid, {"assessment", id.str()}, {{"state", "submitted"}}, {{"state", state}}));
    std::map<std::string, std::string> details{{"form", line.form + "@" + std::to_string(line.form_version)}};
    if (own) details.emplace("own_work", "yes");
    work.record({approve ? "assessment.approved" : "assessment.returned", "assessment", id.str(), file.person_id.str(), details});
    return whole_of(work, id);
}

}  // namespace homeward::casework
