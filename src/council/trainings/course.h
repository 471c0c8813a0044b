#pragma once

#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"

namespace homeward::council {

struct CourseTag;
using CourseId = Id<CourseTag>;

/// What can be learned. Where and when stands in its trainings.
///
/// competence  case_management, child_protection, psychosocial_first_aid, family_work, documents, education, livelihood,
///             data_protection, coordination, communication
/// hours       of teaching
/// question    asked six months after a training, in both languages
struct Course {
    CourseId id;
    std::string title_en, title_ru;
    std::string about_en, about_ru;
    std::string competence;
    std::string topic;
    int hours = 1;
    std::string question_en, question_ru;
    std::string source;
    int version = 0;  ///< that the edit is based on; 0 for a new one
};

/// Writes a course, or a new version of one.
/// errors    forbidden without edit_council; not_found `course.not_found`; conflict `course.changed` when somebody else
///           saved it meanwhile; invalid `course.competence`, `council.topic`, `course.hours`, `council.text_missing`,
///           `council.text_long`
Result<CourseId> save_course(access::Work& work, const Course& course);

/// By English title.
std::vector<Course> list_courses(store::Connection& db);
Result<Course> get_course(store::Connection& db, CourseId id);

}  // namespace homeward::council
