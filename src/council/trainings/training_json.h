#pragma once
// How the API shows trainings. Only .cpp files include this: it pulls Boost.Describe.

#include "base/json.h"
#include "council/members/body.h"
#include "council/trainings/certificate.h"
#include "council/trainings/figures.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(Course, (), (id, title_en, title_ru, about_en, about_ru, competence, topic, hours, question_en, question_ru, source, version))
BOOST_DESCRIBE_STRUCT(Trainee, (), (id, member, name, employer, role))
BOOST_DESCRIBE_STRUCT(Places, (), (applied, accepted, took_part))
BOOST_DESCRIBE_STRUCT(TrainingFigure, (), (year, member, people, places))

struct ApplicationAllows {
    bool decide = false, withdraw = false, attend = false, follow_up = false;
};
BOOST_DESCRIBE_STRUCT(ApplicationAllows, (), (decide, withdraw, attend, follow_up))
struct ApplicationBody {
    ApplicationId id;
    Trainee trainee;
    std::string state, reason;
    Instant applied_at;
    std::vector<Date> days;
    bool took_part = false;
    std::optional<std::string> certificate_id, follow_up;
    std::string follow_up_comment;
    ApplicationAllows allows;
};
BOOST_DESCRIBE_STRUCT(ApplicationBody, (), (id, trainee, state, reason, applied_at, days, took_part, certificate_id, follow_up, follow_up_comment, allows))

struct TrainingLine {
    TrainingId id;
    CourseId course_id;
    std::string title_en, title_ru, topic, host, host_name, language, place, mode;
    Date starts_on, ends_on;
    int seats = 0;
    Date apply_until;
    bool is_public = false;
    std::string source;
    std::optional<std::string> cancelled_because;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(TrainingLine, (), (id, course_id, title_en, title_ru, topic, host, host_name, language, place, mode, starts_on, ends_on, seats,
                                         apply_until, is_public, source, cancelled_because, version))

struct TrainingAllows {
    bool edit = false, apply = false, issue = false;
};
BOOST_DESCRIBE_STRUCT(TrainingAllows, (), (edit, apply, issue))
struct TrainingBody {
    TrainingLine training;
    Course course;
    Places places;
    Date follow_up_due;
    std::vector<ApplicationBody> applications;
    TrainingAllows allows;
};
BOOST_DESCRIBE_STRUCT(TrainingBody, (), (training, course, places, follow_up_due, applications, allows))

inline TrainingLine line_of(store::Connection& db, const Training& t, const std::string& language) {
    return {t.id, t.course_id, t.title_en, t.title_ru, t.topic, t.host, name_of(db, t.host, t.starts_on, language), t.language, t.place, t.mode,
            t.starts_on, t.ends_on, t.seats, t.apply_until, t.is_public, t.source, t.cancelled_because, t.version};
}

}  // namespace homeward::council
