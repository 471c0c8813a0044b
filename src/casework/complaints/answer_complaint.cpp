#include "casework/complaints/complaint_codes.h"
#include "casework/complaints/complaint_reader.h"

namespace homeward::casework {
namespace {

using access::Work;

/// A complaint that the actor may read, in the version that they saw.
Result<Complaint> complaint_for(Work& work, ComplaintId id, int version) {
    Complaint complaint = TRY(read_complaint(work, id));
    if (!complaint.may_read) return not_found("complaint.not_found");
    if (complaint.version != version) return conflict("edit.changed_meanwhile");
    return complaint;
}

/// What was done to it is told by its moves, not by the history of the person's record: more eyes read that one.
Result<Complaint> told(Work& work, const Complaint& complaint, ComplaintStep step, const std::string& text, const char* action) {
    TRY(add_complaint_move(work, complaint, step, text));
    work.record({action, "complaint", complaint.id.str(), {}, {{"version", std::to_string(complaint.version + 1)}}});
    return read_complaint(work, complaint.id);
}

}  // namespace

ComplaintRights rights_on(Work& work, const Complaint& complaint) {
    const bool reader = complaint.may_read;
    // Whoever is content needs nobody above.
    const bool may_go_up = complaint.level == ComplaintLevel::supervisor && complaint.satisfied != Satisfied::yes;
    return {reader && complaint.state() == ComplaintState::open && answers(work.actor, complaint),
            reader && complaint.state() == ComplaintState::answered,
            reader && may_go_up && complaint.kind == ComplaintKind::complaint,
            reader || complaint.received_by == work.actor.id};
}

Result<Complaint> answer_complaint(Work& work, ComplaintId id, int version, const std::string& answer) {
    const Complaint complaint = TRY(complaint_for(work, id, version));
    if (!answers(work.actor, complaint)) return forbidden("complaint.not_yours_to_answer");
    if (complaint.state() != ComplaintState::open) return conflict("complaint.answered_already");
    if (trim(answer).empty()) return invalid("complaint.answer_empty", "answer");
    TRY(check_text(answer, "answer"));
    const Bytes words = TRY(key_of_complaint(work, complaint)).seal({"complaints", "answer_sealed", id.str()}, answer);
    work.db.run("UPDATE complaints SET answer_sealed = $2, answered_by = $3, answered_on = $4, version = version + 1 WHERE id = $1", id, words, work.actor.id,
                work.today());
    return told(work, complaint, ComplaintStep::answered, answer, "complaint.answered");
}

Result<Complaint> note_satisfaction(Work& work, ComplaintId id, int version, Satisfied satisfied, const std::string& words) {
    const Complaint complaint = TRY(complaint_for(work, id, version));
    if (complaint.state() == ComplaintState::open) return conflict("complaint.not_answered");
    if (complaint.satisfied) return conflict("complaint.asked_already");
    TRY(check_text(words, "words"));
    work.db.run("UPDATE complaints SET satisfied = $2, version = version + 1 WHERE id = $1", id, json::name_of(satisfied));
    return told(work, complaint, ComplaintStep::asked, words, "complaint.asked");
}

Result<Complaint> escalate_complaint(Work& work, ComplaintId id, int version, const std::string& why) {
    const Complaint complaint = TRY(complaint_for(work, id, version));
    if (complaint.level == ComplaintLevel::coordinator) return conflict("complaint.highest");
    if (trim(why).empty()) return invalid("complaint.why_needed", "why");
    TRY(check_text(why, "why"));
    const Date answer_by = work.today().plus_days(term_on(work.db, work.today()).answer_days);
    work.db.run("UPDATE complaints SET level = 'coordinator', answer_by = $2, answer_sealed = NULL, answered_by = NULL, answered_on = NULL, satisfied = NULL,"
                " version = version + 1 WHERE id = $1", id, answer_by);
    return told(work, complaint, ComplaintStep::escalated, why, "complaint.escalated");
}

}  // namespace homeward::casework
