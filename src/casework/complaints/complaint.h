#pragma once
// Complaints and feedback of returnees: received, answered in time, and asked after.

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "casework/tasks.h"

namespace homeward::casework {

struct ComplaintTag;
struct ComplaintMoveTag;
using ComplaintId = Id<ComplaintTag>;
using ComplaintMoveId = Id<ComplaintMoveTag>;

enum class ComplaintKind { complaint, feedback };
/// staff: of one member of staff who is no supervisor; supervisor: of a supervisor, and so not for the region's supervisors.
enum class ComplaintAbout { service, decision, privacy, staff, supervisor, other };
constexpr bool about_staff(ComplaintAbout about) { return about == ComplaintAbout::staff || about == ComplaintAbout::supervisor; }
enum class ComplaintVia { in_person, phone, letter, box, other_body };
enum class ComplaintLevel { supervisor, coordinator };
enum class Satisfied { yes, partly, no, not_reached };
/// open: an answer is owed; answered: whether it helped has not been asked; closed: asked, or of feedback answered.
enum class ComplaintState { open, answered, closed };
enum class ComplaintStep { received, answered, asked, escalated };

struct NewComplaint {
    ComplaintKind kind = ComplaintKind::complaint;
    std::optional<CaseId> case_id;                     ///< nothing: anonymous
    ComplaintAbout about = ComplaintAbout::service;
    std::optional<access::AccountId> about_account;    ///< with `staff` and `supervisor`, where it is known
    ComplaintVia via = ComplaintVia::in_person;
    Date received_on;
    std::string text;
};

struct ComplaintMove {
    ComplaintStep kind = ComplaintStep::received;
    std::string text;
    access::AccountId by;
    Instant at;
};

/// A complaint as this reader may have it. Whoever received it but may not read it has its reference and its days alone.
struct Complaint : NewComplaint {
    ComplaintId id;
    std::string reference;              ///< `C-2026-00007`: names nobody, may be said aloud
    std::string region;
    access::AccountId received_by;
    Date answer_by;
    ComplaintLevel level = ComplaintLevel::supervisor;
    std::string answer;
    std::optional<access::AccountId> answered_by;
    std::optional<Date> answered_on;
    std::optional<Satisfied> satisfied;
    int version = 1;
    bool may_read = false;
    std::vector<ComplaintMove> moves;   ///< the earliest first; of one complaint read alone

    ComplaintState state() const;
};

/// How many days an answer may take, as it stands on a day, and the law or decision it rests on.
struct ComplaintTerm {
    Date from_on;
    int answer_days = 30;
    std::string source;
};
ComplaintTerm term_on(store::Connection& db, Date day);
/// Sets the term from today on. What was received before keeps its own.
/// errors    forbidden without handle_complaint everywhere; invalid `complaint.days` (1 to 180), `complaint.source_missing`
Done set_term(access::Work& work, int answer_days, const std::string& source);

/// Writes down a complaint. One of a member of staff goes to the supervisor and out of that person's sight, one of a supervisor to
/// the coordinator. Sent twice with one `request_id` (a UUID), there is one.
///
/// errors    not_found; forbidden without record_complaint (here, or anywhere for an anonymous one); conflict `complaint.request_used`;
///           invalid `complaint.empty`, `complaint.in_the_future`, `complaint.staff_unknown`, `complaint.request`, `case.text_long`
/// source    Core Humanitarian Standard (2014), commitment 5; Inter-Agency Case Management Guidelines (2014), accountability
Result<ComplaintId> record_complaint(access::Work& work, const std::string& request_id, const NewComplaint& complaint);

/// Answers it. At its own level only.
/// errors    not_found; forbidden `complaint.not_yours_to_answer`; conflict `complaint.answered_already`, `edit.changed_meanwhile`;
///           invalid `complaint.answer_empty`
Result<Complaint> answer_complaint(access::Work& work, ComplaintId id, int version, const std::string& answer);
/// Notes what the returnee says of the answer.
/// errors    conflict `complaint.not_answered`, `complaint.asked_already`; forbidden for whom it is not
Result<Complaint> note_satisfaction(access::Work& work, ComplaintId id, int version, Satisfied satisfied, const std::string& words);
/// Takes it to the coordinator: an answer is owed again, in a new term. What was answered before stays to be read.
/// errors    conflict `complaint.highest`; invalid `complaint.why_needed`
Result<Complaint> escalate_complaint(access::Work& work, ComplaintId id, int version, const std::string& why);

/// One complaint; leaves a line in the log.
/// errors    not_found, also for whom it is not
Result<Complaint> read_complaint(access::Work& work, ComplaintId id);

struct ComplaintFilter {
    enum class State { open, overdue, answered, closed, all } state = State::open;
    std::optional<CaseId> case_id;
    std::string after;  ///< the `next` of the page before
    int most = 50;
};
struct ComplaintPage {
    std::vector<Complaint> items;
    std::optional<std::string> next;
};
/// What the actor may know of, the earliest term first.
Result<ComplaintPage> list_complaints(access::Work& work, const ComplaintFilter& filter);

/// What the actor may do with one now.
struct ComplaintRights {
    bool answer = false, ask = false, escalate = false, receipt = false;
};
ComplaintRights rights_on(access::Work& work, const Complaint& complaint);

/// Answers that are owed at the actor's level; and of one's own people, answers that nobody asked after.
std::vector<Task> tasks_of_complaints(access::Work& work);

constexpr int kAskWithinDays = 14;  ///< of an answer

/// A page for the returnee: reference, day and the day by which an answer comes. It does not say what the complaint is.
/// language  en or ru
/// returns   a PDF, A4
std::string complaint_receipt(access::Work& work, const Complaint& complaint, const std::string& language);

}  // namespace homeward::casework
