#include "casework/course/closed_changes.h"

namespace homeward::casework {

Result<ClosedChanges> ClosedChanges::of(access::Work& work, const CaseFile& file) {
    return ClosedChanges(work, {file, TRY(children::is_of_age(work, file.person_id))});
}

bool ClosedChanges::of_closed_panel(const std::string& report) const {
    const auto writer = work_->db.query("SELECT written_by FROM interest_reports WHERE id = $1 AND kind = 'panel'", report).value<access::AccountId>();
    return writer && !children::may_read_panel(*work_, child_, *writer);
}

bool ClosedChanges::hides(const history::Change& change) const {
    if (!child_.of_age) return false;
    if (change.thing == "interest_report" || change.thing == "panel_seat") return of_closed_panel(change.thing_id);
    return change.thing == "consent" && change.field == "who" &&
           work_->db.query("SELECT 1 FROM consents WHERE id = $1 AND source = 'caregiver'", change.thing_id).next();
}

}  // namespace homeward::casework
