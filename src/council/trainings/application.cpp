#include "council/trainings/application.h"

#include <algorithm>

#include "council/members/body.h"
#include "council/members/fold.h"
#include "council/rights.h"
#include "council/text_rules.h"

namespace homeward::council {
using access::Permission;
using access::Work;

bool sends_for(const access::Actor& actor, std::string_view member) {
    return may(actor, Permission::edit_council) || speaks_for(actor, member);
}

Done require_to_send_for(const access::Actor& actor, std::string_view member) {
    if (!sends_for(actor, member)) return forbidden("training.not_your_member");
    return {};
}

namespace {

Result<Trainee> get_trainee(store::Connection& db, TraineeId id) {
    auto query = db.query("SELECT id, member, name, employer, role FROM trainees WHERE id = $1", id);
    if (!query.next()) return not_found("trainee.not_found");
    const auto row = query.row();
    return Trainee{row.get<TraineeId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4)};
}

constexpr const char* kSelect =
    "SELECT a.id, a.training_id, p.id, p.member, p.name, p.employer, p.role, a.state, a.reason, a.applied_at, c.id, f.answer, f.comment"
    " FROM training_applications a JOIN trainees p ON p.id = a.trainee_id"
    " LEFT JOIN training_certificates c ON c.application_id = a.id LEFT JOIN training_follow_ups f ON f.application_id = a.id";

Application application_of(store::Connection& db, const store::Row& row) {
    Application application{row.get<ApplicationId>(0), row.get<TrainingId>(1),
                            {row.get<TraineeId>(2), row.get<std::string>(3), row.get<std::string>(4), row.get<std::string>(5), row.get<std::string>(6)},
                            row.get<std::string>(7), row.get<std::string>(8), row.get<Instant>(9), {},
                            row.get<std::optional<std::string>>(10), row.get<std::optional<std::string>>(11),
                            row.get<std::optional<std::string>>(12).value_or("")};
    for (const auto day : db.query("SELECT day FROM training_attendance WHERE application_id = $1 ORDER BY day", application.id)) {
        application.days.push_back(day.get<Date>(0));
    }
    return application;
}

/// A training in which something may still be decided.
Result<Training> open_training(Work& work, TrainingId id) {
    const Training training = TRY(get_training(work, id));
    if (training.cancelled_because) return conflict("training.cancelled");
    return training;
}

}  // namespace

Result<TraineeId> add_trainee(Work& work, const Trainee& trainee) {
    TRY(require_to_send_for(work.actor, trainee.member));
    if (!is_body(work.db, trainee.member)) return invalid("training.host", "member");
    TRY(check_text(trainee.name, 200, "name"));
    TRY(check_text(trainee.employer, 200, "employer"));
    TRY(check_optional_text(trainee.role, 200, "role"));
    const std::string key = folded(trainee.name);
    if (work.db.query("SELECT 1 FROM trainees WHERE member = $1 AND name_key = $2 AND employer = $3", trainee.member, key, trainee.employer).next()) {
        return conflict("trainee.exists");
    }
    const auto id = TraineeId::make(work.now);
    work.db.run("INSERT INTO trainees (id, member, name, name_key, employer, role, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                id, trainee.member, trainee.name, key, trainee.employer, trainee.role, work.actor.log_name(), work.now);
    work.record({"trainee.added", "trainee", id.str(), {}, {{"member", trainee.member}}});
    return id;
}

std::vector<Trainee> list_trainees(Work& work, std::string_view text, int limit) {
    const bool all = may(work.actor, Permission::edit_council);
    std::vector<Trainee> trainees;
    if (!all && !may(work.actor, Permission::speak_for_member)) return trainees;
    for (const auto row : work.db.query("SELECT id, member, name, employer, role FROM trainees WHERE ($1 OR member = $2)"
                                        " AND ($3 = '' OR instr(name_key, $3) > 0) ORDER BY name_key, id LIMIT $4",
                                        all, work.actor.member, folded(text), limit)) {
        trainees.push_back({row.get<TraineeId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4)});
    }
    return trainees;
}

Result<ApplicationId> apply(Work& work, TrainingId training_id, TraineeId trainee_id) {
    const Training training = TRY(open_training(work, training_id));
    const Trainee trainee = TRY(get_trainee(work.db, trainee_id));
    TRY(require_to_send_for(work.actor, trainee.member));
    if (training.apply_until < work.today()) return conflict("training.closed");
    const auto before = work.db.query("SELECT id, state FROM training_applications WHERE training_id = $1 AND trainee_id = $2", training_id, trainee_id)
                            .value<ApplicationId>();
    if (before && TRY(get_application(work, *before)).state != "withdrawn") return conflict("application.exists");
    const auto id = before.value_or(ApplicationId::make(work.now));
    // Who was taken back may be sent again.
    work.db.run("INSERT INTO training_applications (id, training_id, trainee_id, member, state, reason, applied_by, applied_at)"
                " VALUES ($1, $2, $3, $4, 'applied', '', $5, $6)"
                " ON CONFLICT (id) DO UPDATE SET state = 'applied', reason = '', applied_by = $5, applied_at = $6, decided_by = NULL, decided_at = NULL",
                id, training_id, trainee_id, trainee.member, work.actor.log_name(), work.now);
    work.record({"training.applied", "training_application", id.str(), {}, {{"training", training_id.str()}, {"member", trainee.member}}});
    return id;
}

Done decide_application(Work& work, ApplicationId id, bool accept, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Application application = TRY(get_application(work, id));
    const Training training = TRY(open_training(work, application.training_id));
    if (application.state != "applied") return conflict("application.decided");
    if (!accept) TRY(check_text(reason, 1000, "reason"));
    if (accept && places_of(work.db, training).accepted >= training.seats) return conflict("training.full", {{"seats", std::to_string(training.seats)}});
    work.db.run("UPDATE training_applications SET state = $2, reason = $3, decided_by = $4, decided_at = $5 WHERE id = $1", id,
                accept ? "accepted" : "declined", accept ? "" : reason, work.actor.log_name(), work.now);
    if (accept) tell(work, {"focal:" + application.trainee.member}, news_of("training_accepted", training));
    work.record({accept ? "training.accepted" : "training.declined", "training_application", id.str()});
    return {};
}

Done withdraw_application(Work& work, ApplicationId id) {
    const Application application = TRY(get_application(work, id));
    TRY(require_to_send_for(work.actor, application.trainee.member));
    if (application.state == "withdrawn" || application.state == "declined") return conflict("application.withdrawn");
    if (TRY(get_training(work, application.training_id)).starts_on <= work.today()) return conflict("training.begun");
    work.db.run("UPDATE training_applications SET state = 'withdrawn', decided_by = $2, decided_at = $3 WHERE id = $1", id, work.actor.log_name(), work.now);
    work.record({"training.withdrawn", "training_application", id.str()});
    return {};
}

Done record_attendance(Work& work, ApplicationId id, const std::vector<Date>& days) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Application application = TRY(get_application(work, id));
    const Training training = TRY(open_training(work, application.training_id));
    if (application.state != "accepted") return conflict("application.not_accepted");
    if (application.certificate_id) return conflict("certificate.issued");
    for (const Date& day : days) {
        if (day < training.starts_on || training.ends_on < day || work.latest_today() < day) return invalid("attendance.day", "days");
    }
    work.db.run("DELETE FROM training_attendance WHERE application_id = $1", id);
    for (const Date& day : days) work.db.run("INSERT OR IGNORE INTO training_attendance (application_id, day) VALUES ($1, $2)", id, day);
    work.record({"training.attendance", "training_application", id.str(), {}, {{"days", std::to_string(days.size())}}});
    return {};
}

bool took_part(const Training& training, std::size_t days) { return static_cast<int>(days) * 5 >= days_of(training) * 4; }

std::vector<Application> list_applications(Work& work, TrainingId training) {
    const bool all = may(work.actor, Permission::edit_council);
    std::vector<Application> applications;
    if (!all && !may(work.actor, Permission::speak_for_member)) return applications;
    for (const auto row : work.db.query(std::string(kSelect) + " WHERE a.training_id = $1 AND ($2 OR p.member = $3) ORDER BY p.member, p.name_key, a.id",
                                        training, all, work.actor.member)) {
        applications.push_back(application_of(work.db, row));
    }
    return applications;
}

Result<Application> get_application(Work& work, ApplicationId id) {
    auto query = work.db.query(std::string(kSelect) + " WHERE a.id = $1", id);
    if (!query.next()) return not_found("application.not_found");
    Application application = application_of(work.db, query.row());
    // Whom another State sends is not told, not even that it sends somebody.
    if (!sends_for(work.actor, application.trainee.member)) return not_found("application.not_found");
    return application;
}

Places places_of(store::Connection& db, const Training& training) {
    Places places;
    auto query = db.query("SELECT COUNT(*), COUNT(*) FILTER (WHERE state = 'accepted') FROM training_applications WHERE training_id = $1 AND state <> 'withdrawn'",
                          training.id);
    query.next();
    places.applied = query.row().get<int>(0);
    places.accepted = query.row().get<int>(1);
    places.took_part = *db.query(std::string("SELECT COUNT(*) FROM training_applications a JOIN trainings t ON t.id = a.training_id"
                                             " WHERE a.training_id = $1 AND a.state = 'accepted' AND ") + kTookPartSql, training.id).value<int>();
    return places;
}

}  // namespace homeward::council
