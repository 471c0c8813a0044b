#pragma once

#include <optional>

#include "council/mailing.h"
#include "council/trainings/course.h"

namespace homeward::council {

struct TrainingTag;
using TrainingId = Id<TrainingTag>;

/// A course held once.
///
/// host         body that holds it: uz, unodc
/// mode         in_person, online, mixed
/// apply_until  last day on which States may apply, UTC
/// is_public    listed on the public site
struct Training {
    TrainingId id;
    CourseId course_id;
    std::string title_en, title_ru;  ///< of its course
    std::string topic;               ///< of its course
    std::string host;
    std::string language;
    std::string place;
    std::string mode;
    Date starts_on, ends_on;
    int seats = 1;
    Date apply_until;
    bool is_public = true;
    std::string source;
    std::optional<std::string> cancelled_because;
    int version = 0;  ///< that the edit is based on; 0 for a new one
};

/// Plans a training, or changes one that is not cancelled.
/// errors    forbidden without edit_council; not_found; conflict `training.changed`, `training.cancelled`;
///           invalid `training.host`, `training.language`, `training.mode`, `training.dates`, `training.seats`,
///           `training.apply_until`, `council.text_missing`, `council.text_long`
Result<TrainingId> save_training(access::Work& work, const Training& training);
/// errors    forbidden; not_found; conflict `training.cancelled`, `training.over`; invalid `council.text_missing`
Done cancel_training(access::Work& work, TrainingId id, const std::string& reason);

/// until     only what begins before this day, and with the same day has a smaller id: the next page of a list
struct TrainingFilter {
    std::optional<int> year;
    std::string topic;
    std::optional<std::pair<Date, TrainingId>> until;
    int limit = 50;
};
/// Those that the actor may see, newest first.
std::vector<Training> list_trainings(access::Work& work, const TrainingFilter& filter);
/// errors    not_found `training.not_found`, also for one that the actor may not see
Result<Training> get_training(access::Work& work, TrainingId id);

/// What a letter says of it; its title only when it is public.
News news_of(const char* letter, const Training& training);

/// Days on which it is held.
int days_of(const Training& training);

}  // namespace homeward::council
