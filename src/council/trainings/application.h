#pragma once

#include "council/trainings/training.h"

namespace homeward::council {

struct TraineeTag;
struct ApplicationTag;
using TraineeId = Id<TraineeTag>;
using ApplicationId = Id<ApplicationTag>;

/// A specialist whom a State or body sends: staff, never a returnee.
struct Trainee {
    TraineeId id;
    std::string member;
    std::string name;  ///< as it stands on the certificate
    std::string employer;
    std::string role;
};

/// state     applied, accepted, declined, withdrawn
struct Application {
    ApplicationId id;
    TrainingId training_id;
    Trainee trainee;
    std::string state;
    std::string reason;  ///< why it was declined
    Instant applied_at;
    std::vector<Date> days;                     ///< attended
    std::optional<std::string> certificate_id;
    std::optional<std::string> follow_up;       ///< often, sometimes, not_yet, left_the_field, not_reached
    std::string follow_up_comment;
};

/// Adds a specialist of the actor's own State or body; the secretariat names the member.
/// errors    forbidden without speak_for_member, or `training.not_your_member` for another's; conflict `trainee.exists`;
///           invalid `training.host` for no body, `council.text_missing`, `council.text_long`
Result<TraineeId> add_trainee(access::Work& work, const Trainee& trainee);
/// Those whom the actor may send: of the own member, for the secretariat all. By name; at most `limit` that hold `text`.
std::vector<Trainee> list_trainees(access::Work& work, std::string_view text, int limit);

/// errors    forbidden `training.not_your_member`; not_found `trainee.not_found`, `training.not_found`;
///           conflict `training.cancelled`, `training.closed` after the last day, `application.exists`
Result<ApplicationId> apply(access::Work& work, TrainingId training, TraineeId trainee);
/// errors    forbidden without edit_council; not_found; conflict `application.decided`, `training.full`,
///           `training.cancelled`; invalid `council.text_missing` for declining without a reason
Done decide_application(access::Work& work, ApplicationId id, bool accept, const std::string& reason);
/// The State or body takes its specialist back, until the training begins; the seat is free again.
/// errors    forbidden `training.not_your_member`; not_found; conflict `application.withdrawn`, `training.begun`
Done withdraw_application(access::Work& work, ApplicationId id);

/// Sets the days on which a specialist was there, in place of what was said before.
/// errors    forbidden without edit_council; not_found; conflict `application.not_accepted`, `certificate.issued`,
///           `training.cancelled`; invalid `attendance.day` outside of the training's days or after today
Done record_attendance(access::Work& work, ApplicationId id, const std::vector<Date>& days);
/// Whether so many days count as having taken part: four in five.
bool took_part(const Training& training, std::size_t days);
/// The same as a condition on an application `a` and its training `t`.
inline constexpr const char* kTookPartSql = "(SELECT COUNT(*) FROM training_attendance d WHERE d.application_id = a.id) * 5"
                                            " >= (julianday(t.ends_on) - julianday(t.starts_on) + 1) * 4";

constexpr int kFollowUpMonths = 6;
/// What six months brought. From six months after the training's end.
/// answer    often, sometimes, not_yet, left_the_field, not_reached
/// errors    forbidden `training.not_your_member`; not_found; conflict `follow_up.too_early`, `application.not_accepted`
///           for one who did not take part; invalid `follow_up.answer`
Done record_follow_up(access::Work& work, ApplicationId id, const std::string& answer, const std::string& comment);
Date follow_up_due(const Training& training);
/// Asks the focal points of those who took part, once for each training, when six months have passed. For the clock.
Done ask_follow_ups(access::Work& work);

/// Whether the actor acts for this State or body: its focal point, and the secretariat for all.
bool sends_for(const access::Actor& actor, std::string_view member);
/// errors    forbidden `training.not_your_member`
Done require_to_send_for(const access::Actor& actor, std::string_view member);

/// Of a training: for the secretariat all, for others their own member's.
std::vector<Application> list_applications(access::Work& work, TrainingId training);
Result<Application> get_application(access::Work& work, ApplicationId id);

/// Numbers that everybody who sees the training may know.
struct Places {
    int applied = 0, accepted = 0, took_part = 0;
};
Places places_of(store::Connection& db, const Training& training);

}  // namespace homeward::council
