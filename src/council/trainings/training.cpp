#include "council/trainings/training.h"

#include <algorithm>
#include <array>

#include "base/languages.h"
#include "council/audience.h"
#include "council/members/body.h"
#include "council/text_rules.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr int kLongestDays = 366;
constexpr const char* kSelect = "SELECT t.id, t.course_id, c.title_en, c.title_ru, c.topic, t.host, t.language, t.place, t.mode, t.starts_on,"
                                " t.ends_on, t.seats, t.apply_until, t.public, t.source, t.cancelled_because, t.version"
                                " FROM trainings t JOIN courses c ON c.id = t.course_id";

Training training_of(const store::Row& row) {
    return {row.get<TrainingId>(0), row.get<CourseId>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<std::string>(7), row.get<std::string>(8), row.get<Date>(9),
            row.get<Date>(10), row.get<int>(11), row.get<Date>(12), row.get<bool>(13), row.get<std::string>(14),
            row.get<std::optional<std::string>>(15), row.get<int>(16)};
}

Done check(Work& work, const Training& training) {
    constexpr std::array<std::string_view, 3> modes{"in_person", "online", "mixed"};
    if (!is_body(work.db, training.host)) return invalid("training.host", "host");
    if (!is_language(training.language)) return invalid("training.language", "language");
    if (std::ranges::find(modes, training.mode) == modes.end()) return invalid("training.mode", "mode");
    if (training.mode == "online") TRY(check_optional_text(training.place, 200, "place"));
    else TRY(check_text(training.place, 200, "place"));
    TRY(check_optional_text(training.source, 500, "source"));
    if (training.ends_on < training.starts_on || days_of(training) > kLongestDays) return invalid("training.dates", "ends_on");
    if (training.starts_on < training.apply_until) return invalid("training.apply_until", "apply_until");
    if (training.seats < 1 || training.seats > 10'000) return invalid("training.seats", "seats");
    return {};
}

void publish(Work& work, TrainingId id) {
    auto query = work.db.query(std::string(kSelect) + " WHERE t.id = $1", id);
    query.next();
    const Training training = training_of(query.row());
    const Course course = get_course(work.db, training.course_id).value();
    const Audience audience = audience_of(training.is_public ? Marking::clear : Marking::green, {});
    set_audience(work, "training", id.str(), audience);
    search::put(work.db, {"training", id.str(), training.title_en + " / " + training.title_ru,
                          course.about_en + "\n" + course.about_ru + "\n" + training.place, audience, "", course.topic, training.starts_on});
}

}  // namespace

int days_of(const Training& training) { return static_cast<int>(training.ends_on.days() - training.starts_on.days()) + 1; }

News news_of(const char* letter, const Training& training) {
    return {letter, "training", training.id.str(), training.title_en, "/trainings/" + training.id.str(), training.starts_on};
}

Result<TrainingId> save_training(Work& work, const Training& training) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(get_course(work.db, training.course_id));
    TRY(check(work, training));
    const bool is_new = training.version == 0;
    const TrainingId id = is_new ? TrainingId::make(work.now) : training.id;
    if (!is_new) {
        const Training before = TRY(get_training(work, id));
        if (before.cancelled_because) return conflict("training.cancelled");
        if (before.version != training.version) return conflict("training.changed");
    }
    work.db.run("INSERT INTO trainings (id, course_id, host, language, place, mode, starts_on, ends_on, seats, apply_until, public, source,"
                " version, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
                " ON CONFLICT (id) DO UPDATE SET course_id = $2, host = $3, language = $4, place = $5, mode = $6, starts_on = $7, ends_on = $8,"
                " seats = $9, apply_until = $10, public = $11, source = $12, version = $13, changed_by = $14, changed_at = $15",
                id, training.course_id, training.host, training.language, training.place, training.mode, training.starts_on, training.ends_on,
                training.seats, training.apply_until, training.is_public, training.source, training.version + 1, work.actor.log_name(), work.now);
    publish(work, id);
    if (is_new) tell(work, {"focal_points"}, news_of("training_open", TRY(get_training(work, id))));
    work.record({is_new ? "training.planned" : "training.changed", "training", id.str(), {}, {{"version", std::to_string(training.version + 1)}}});
    return id;
}

Done cancel_training(Work& work, TrainingId id, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Training training = TRY(get_training(work, id));
    if (training.cancelled_because) return conflict("training.cancelled");
    if (training.ends_on < work.today()) return conflict("training.over");
    TRY(check_text(reason, 1000, "reason"));
    work.db.run("UPDATE trainings SET cancelled_because = $2, version = version + 1, changed_by = $3, changed_at = $4 WHERE id = $1", id,
                reason, work.actor.log_name(), work.now);
    work.record({"training.cancelled", "training", id.str()});
    return {};
}

std::vector<Training> list_trainings(Work& work, const TrainingFilter& filter) {
    const std::string from = filter.year ? std::to_string(*filter.year) + "-01-01" : "0000", to = filter.year ? std::to_string(*filter.year) + "-12-31" : "9999";
    const Date last = filter.until ? filter.until->first : Date{9999, 12, 31};
    const std::string before = filter.until ? filter.until->second.str() : "~";
    std::vector<Training> trainings;
    for (const auto row : work.db.query(std::string(kSelect) + " WHERE t.starts_on BETWEEN $1 AND $2 AND ($3 = '' OR c.topic = $3)"
                                        " AND (t.starts_on, t.id) < ($4, $5) AND " + visible_sql("training", "t.id", "$6") +
                                        " ORDER BY t.starts_on DESC, t.id DESC LIMIT $7",
                                        from, to, filter.topic, last, before, json_words(work.actor), filter.limit)) {
        trainings.push_back(training_of(row));
    }
    return trainings;
}

Result<Training> get_training(Work& work, TrainingId id) {
    TRY(require_to_see(work, "training", id.str(), "training.not_found"));
    auto query = work.db.query(std::string(kSelect) + " WHERE t.id = $1", id);
    if (!query.next()) return not_found("training.not_found");
    return training_of(query.row());
}

}  // namespace homeward::council
