#include "council/trainings/course.h"

#include <algorithm>
#include <array>

#include "council/text_rules.h"
#include "council/topics.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 10> kCompetences{
    "case_management", "child_protection", "psychosocial_first_aid", "family_work", "documents",
    "education", "livelihood", "data_protection", "coordination", "communication"};
constexpr const char* kSelect = "SELECT id, title_en, title_ru, about_en, about_ru, competence, topic, hours, question_en, question_ru,"
                                " source, version FROM courses";

Course course_of(const store::Row& row) {
    return {row.get<CourseId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<int>(7), row.get<std::string>(8), row.get<std::string>(9),
            row.get<std::string>(10), row.get<int>(11)};
}

Done check(const Course& course) {
    TRY(check_text(course.title_en, 200, "title_en"));
    TRY(check_text(course.title_ru, 200, "title_ru"));
    TRY(check_text(course.about_en, 4000, "about_en"));
    TRY(check_text(course.about_ru, 4000, "about_ru"));
    TRY(check_text(course.question_en, 500, "question_en"));
    TRY(check_text(course.question_ru, 500, "question_ru"));
    TRY(check_optional_text(course.source, 500, "source"));
    if (std::ranges::find(kCompetences, course.competence) == kCompetences.end()) return invalid("course.competence", "competence");
    if (!is_topic(course.topic)) return invalid("council.topic", "topic");
    if (course.hours < 1 || course.hours > 1000) return invalid("course.hours", "hours");
    return {};
}

}  // namespace

Result<CourseId> save_course(Work& work, const Course& course) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(check(course));
    const bool is_new = course.version == 0;
    const CourseId id = is_new ? CourseId::make(work.now) : course.id;
    if (!is_new && TRY(get_course(work.db, id)).version != course.version) return conflict("course.changed");
    work.db.run("INSERT INTO courses (id, title_en, title_ru, about_en, about_ru, competence, topic, hours, question_en, question_ru, source,"
                " version, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
                " ON CONFLICT (id) DO UPDATE SET title_en = $2, title_ru = $3, about_en = $4, about_ru = $5, competence = $6, topic = $7,"
                " hours = $8, question_en = $9, question_ru = $10, source = $11, version = $12, changed_by = $13, changed_at = $14",
                id, course.title_en, course.title_ru, course.about_en, course.about_ru, course.competence, course.topic, course.hours,
                course.question_en, course.question_ru, course.source, course.version + 1, work.actor.log_name(), work.now);
    work.record({is_new ? "course.written" : "course.changed", "course", id.str(), {}, {{"version", std::to_string(course.version + 1)}}});
    return id;
}

std::vector<Course> list_courses(store::Connection& db) {
    std::vector<Course> courses;
    for (const auto row : db.query(std::string(kSelect) + " ORDER BY title_en, id")) courses.push_back(course_of(row));
    return courses;
}

Result<Course> get_course(store::Connection& db, CourseId id) {
    auto query = db.query(std::string(kSelect) + " WHERE id = $1", id);
    if (!query.next()) return not_found("course.not_found");
    return course_of(query.row());
}

}  // namespace homeward::council
