#pragma once
// A case conference: who sits together about one case, about what, and who does what by when.

#include "casework/case_file.h"
#include "casework/tasks.h"

namespace homeward::casework {

struct ConferenceTag;
using ConferenceId = Id<ConferenceTag>;
struct ConferenceTaskTag;
using ConferenceTaskId = Id<ConferenceTaskTag>;

enum class ConferenceState { planned, held, cancelled };
/// Those who have no account sit there as what they are; nobody's name is needed.
enum class OutsideRole {
    returnee, caregiver, relative, school_teacher, doctor, local_authority, community_elder, lawyer, registry, employer, civil_society,
    spiritual_counsellor, other,
};
enum class AgreedState { open, done, dropped };

/// One of the two: a colleague, or somebody from outside.
struct Participant {
    std::optional<access::AccountId> account;
    std::optional<OutsideRole> role;
    std::optional<bool> attended = {};  ///< nothing until it was held
};

/// What was agreed that somebody does.
struct AgreedTask {
    ConferenceTaskId id;
    access::AccountId owner;
    Date due_on;
    std::string text;
    AgreedState state = AgreedState::open;
    std::optional<access::AccountId> closed_by = {};
    std::optional<Instant> closed_at = {};
    std::string reason = {};  ///< why it was dropped
};

struct Conference {
    ConferenceId id;
    CaseId case_id;
    people::PersonId person_id;
    ConferenceState state = ConferenceState::planned;
    Date planned_on;
    std::optional<Date> held_on;
    std::string topics;
    std::string minutes;  ///< when cancelled, why
    access::AccountId created_by;
    Instant created_at;
    int version = 1;
    std::vector<Participant> participants;
    std::vector<AgreedTask> tasks;
};

constexpr std::size_t kMostParticipants = 30, kMostAgreedTasks = 30, kLongestMinutes = 20'000;

/// Plans a conference. Whoever is invited by account sees this conference, and nothing else of the file by that.
///
/// errors    not_found; forbidden; conflict `case.closed`; invalid `conference.topics_needed`, `conference.in_the_past`,
///           `conference.nobody`, `conference.participant` for an account that may not be asked, `conference.twice`, `case.text_long`
/// source    Inter-Agency Guidelines for Case Management (2014), case conference form
Result<ConferenceId> plan_conference(access::Work& work, CaseId id, Date planned_on, const std::string& topics, const std::vector<Participant>& participants);
/// Changes one that was not held yet.
/// errors    those, and conflict `edit.changed_meanwhile`, `conference.not_planned`
Done change_conference(access::Work& work, ConferenceId id, int version, Date planned_on, const std::string& topics, const std::vector<Participant>& participants);
/// Calls one off.
/// errors    conflict `conference.not_planned`; invalid `conference.reason_needed`
Done cancel_conference(access::Work& work, ConferenceId id, int version, const std::string& why);

/// Writes the minutes, the first time or once more; what was agreed before stays, `agreed` is added to it.
///
/// attended  by the participants' order
/// errors    not_found; forbidden; conflict `edit.changed_meanwhile`, `conference.cancelled`; invalid `conference.minutes_needed`,
///           `conference.in_the_future`, `conference.attended`, `conference.task_empty`, `conference.task_owner` for somebody who neither
///           took part nor is the worker, `conference.task_due`, `conference.too_long`
struct MinutesGiven {
    int version = 1;
    Date held_on;
    std::string minutes;
    std::vector<bool> attended;
    std::vector<AgreedTask> agreed;  ///< owner, due_on, text
};
Done write_minutes(access::Work& work, ConferenceId id, const MinutesGiven& given);

/// Ends what was agreed: done, or dropped with the reason. Its owner may, and whoever holds conferences on the case.
/// errors    not_found; forbidden; conflict `conference.task_closed`; invalid `conference.reason_needed`
Done close_agreed_task(access::Work& work, ConferenceTaskId id, bool done, const std::string& reason);

/// One, for whoever reads the file or was invited; leaves a line in the log.
Result<Conference> read_conference(access::Work& work, ConferenceId id);
/// Without a question and without a line; for this folder and the printing of what was read.
Result<Conference> get_conference(access::Work& work, ConferenceId id);
/// Of a file, the latest first.
Result<std::vector<Conference>> conferences_of(access::Work& work, const CaseFile& file);
/// One line of a list: nothing of what was said.
struct ConferenceLine {
    ConferenceId id;
    people::PersonId person_id;
    ConferenceState state = ConferenceState::planned;
    Date planned_on;
    std::optional<Date> held_on;
    int mine_open = 0;  ///< agreed that the actor does, and not done yet
};
struct ConferenceLines {
    std::vector<ConferenceLine> items;
    std::optional<ConferenceId> next;  ///< where the next page begins
};
/// Those to which the actor was invited, and those about people in the actor's care: planned ones soonest first, others latest first.
/// A list shows names without a line in the log for each.
ConferenceLines my_conferences(access::Work& work, ConferenceState state, std::optional<ConferenceId> after, int limit);

/// Whom one may invite: who works in the person's region or in the whole State. A provider's staff sit there as what they are: by
/// account they see what was referred to them, and nothing is shared unasked.
std::vector<access::Actor> invitable(store::Connection& db, const std::string& region);
bool was_invited(const Conference& conference, access::AccountId account);

/// The minutes to print, in English or Russian.
std::string minutes_pdf(access::Work& work, const Conference& conference, const std::string& person, const std::string& language);

std::vector<Task> tasks_of_conferences(access::Work& work);

}  // namespace homeward::casework
