// Courses and trainings: one that is over, with certificates, and one to which States can still apply.
#include "admin/demo_council.h"
#include "council/trainings/certificate.h"

namespace homeward::apps {
namespace {

using access::Work;

struct CourseRow {
    std::string title_en, title_ru, about_en, about_ru, competence, topic;
    int hours;
    std::string question_en, question_ru, source;
};
BOOST_DESCRIBE_STRUCT(CourseRow, (), (title_en, title_ru, about_en, about_ru, competence, topic, hours, question_en, question_ru, source))

constexpr int kHeldDaysAgo = 220, kDays = 3;

std::vector<council::CourseId> write_courses(const DemoCouncil& council) {
    const auto rows = council.rows<CourseRow>("courses");
    return council.as<std::vector<council::CourseId>>("secretariat", -400, [&](Work& work) -> Result<std::vector<council::CourseId>> {
        std::vector<council::CourseId> ids;
        for (const auto& row : rows) {
            ids.push_back(TRY(council::save_course(work, {{}, row.title_en, row.title_ru, row.about_en, row.about_ru, row.competence, row.topic, row.hours,
                                                          row.question_en, row.question_ru, row.source, 0})));
        }
        return ids;
    });
}

council::TrainingId plan(const DemoCouncil& council, council::CourseId course, int planned_at, int begins_at, const char* host, const char* place) {
    return council.as<council::TrainingId>("secretariat", planned_at, [&](Work& work) {
        const Date first = work.today().plus_days(begins_at - planned_at);
        return council::save_training(work, {{}, course, {}, {}, {}, host, "ru", place, "in_person", first, first.plus_days(kDays - 1), 20,
                                             first.plus_days(-14), true, "", std::nullopt, 0});
    });
}

/// Who is sent is a role: the demo names nobody.
council::ApplicationId send(const DemoCouncil& council, const char* who, const char* state, const char* role, council::TrainingId training, int days) {
    return council.as<council::ApplicationId>(who, days, [&](Work& work) -> Result<council::ApplicationId> {
        const auto trainee = TRY(council::add_trainee(work, {{}, state, role, "Example centre", role}));
        return council::apply(work, training, trainee);
    });
}

void hold(const DemoCouncil& council, council::TrainingId training, const std::vector<council::ApplicationId>& sent) {
    council.as<void>("secretariat", -kHeldDaysAgo - 5, [&](Work& work) -> Done {
        for (const auto id : sent) TRY(council::decide_application(work, id, true, ""));
        return {};
    });
    council.as<void>("secretariat", -kHeldDaysAgo + kDays, [&](Work& work) -> Done {
        const auto held = TRY(council::get_training(work, training));
        for (const auto id : sent) {
            std::vector<Date> days;
            for (int i = 0; i < kDays; ++i) days.push_back(held.starts_on.plus_days(i));
            TRY(council::record_attendance(work, id, days));
        }
        TRY(council::issue_certificates(work, training));
        return {};
    });
}

}  // namespace

void fill_trainings(const DemoCouncil& council) {
    const auto courses = write_courses(council);
    const auto held = plan(council, courses.at(0), -kHeldDaysAgo - 60, -kHeldDaysAgo, "uz", "Tashkent");
    hold(council, held, {send(council, "focal.kg", "kg", "First social worker", held, -kHeldDaysAgo - 30),
                         send(council, "focal.kg", "kg", "First psychologist", held, -kHeldDaysAgo - 30),
                         send(council, "focal.uz", "uz", "First supervisor", held, -kHeldDaysAgo - 30)});
    const auto next = plan(council, courses.at(1), -10, 45, "kz", "Astana");
    send(council, "focal.uz", "uz", "First school counsellor", next, -3);
}

}  // namespace homeward::apps
