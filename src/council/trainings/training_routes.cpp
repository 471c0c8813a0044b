#include "council/trainings/training_routes.h"

#include "council/requests.h"
#include "council/trainings/training_json.h"
#include "http/json_reply.h"

namespace homeward::council {

struct CoursesBody {
    std::vector<Course> items;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(CoursesBody, (), (items, may_edit))
struct TrainingsBody {
    std::vector<TrainingLine> items;
    std::optional<std::string> next;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(TrainingsBody, (), (items, next, may_edit))
struct TraineesBody {
    std::vector<Trainee> items;
};
BOOST_DESCRIBE_STRUCT(TraineesBody, (), (items))
struct FiguresBody {
    std::vector<TrainingFigure> items;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(FiguresBody, (), (items, people))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct CourseInput {
    std::string title_en, title_ru, about_en, about_ru, competence, topic;
    int hours;
    std::string question_en, question_ru;
    std::optional<std::string> source;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(CourseInput, (), (title_en, title_ru, about_en, about_ru, competence, topic, hours, question_en, question_ru, source, version))
struct TrainingInput {
    CourseId course_id;
    std::string host, language, place, mode;
    Date starts_on, ends_on;
    int seats;
    Date apply_until;
    bool is_public;
    std::optional<std::string> source;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(TrainingInput, (), (course_id, host, language, place, mode, starts_on, ends_on, seats, apply_until, is_public, source, version))
struct ReasonInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

constexpr int kMostTrainees = 50;

/// The next page begins after this one: `2024-05-14/0190…`.
std::string cursor_of(const Training& training) { return training.starts_on.str() + "/" + training.id.str(); }

Result<std::optional<std::pair<Date, TrainingId>>> cursor_query(const Request& request) {
    const auto text = request.query("cursor");
    if (!text || text->empty()) return std::optional<std::pair<Date, TrainingId>>();
    const auto slash = text->find('/');
    const auto day = Date::parse(text->substr(0, slash));
    const auto id = slash == std::string_view::npos ? std::nullopt : TrainingId::parse(text->substr(slash + 1));
    if (!day || !id) return invalid("http.not_an_id", "cursor");
    return std::optional(std::pair(*day, *id));
}

Result<CourseId> save(Work& work, const Request& request, CourseId id, bool is_new) {
    const auto in = TRY(http::body_as<CourseInput>(request));
    const int version = is_new ? 0 : TRY(version_in(in.version));
    return save_course(work, {id, in.title_en, in.title_ru, in.about_en, in.about_ru, in.competence, in.topic, in.hours, in.question_en, in.question_ru,
                              in.source.value_or(""), version});
}

Result<TrainingId> save(Work& work, const Request& request, TrainingId id, bool is_new) {
    const auto in = TRY(http::body_as<TrainingInput>(request));
    const int version = is_new ? 0 : TRY(version_in(in.version));
    return save_training(work, {id, in.course_id, {}, {}, {}, in.host, in.language, in.place, in.mode, in.starts_on, in.ends_on, in.seats, in.apply_until,
                                in.is_public, in.source.value_or(""), std::nullopt, version});
}

Result<TrainingBody> body_of(Work& work, const Request& request, TrainingId id) {
    const Training training = TRY(get_training(work, id));
    const bool edits = may(work.actor, Permission::edit_council) && !training.cancelled_because;
    TrainingBody body{line_of(work.db, training, language_of(work, request)), TRY(get_course(work.db, training.course_id)), places_of(work.db, training),
                      follow_up_due(training), {}, {}};
    for (auto& a : list_applications(work, id)) {
        const bool took = took_part(training, a.days.size());
        const ApplicationAllows allows{edits && a.state == "applied",
                                       (a.state == "applied" || a.state == "accepted") && work.today() < training.starts_on && !training.cancelled_because,
                                       edits && a.state == "accepted" && !a.certificate_id && training.starts_on <= work.today(),
                                       a.state == "accepted" && took && follow_up_due(training) <= work.today()};
        body.applications.push_back({a.id, a.trainee, a.state, a.reason, a.applied_at, a.days, took, a.certificate_id, a.follow_up, a.follow_up_comment, allows});
    }
    const bool open = !training.cancelled_because && work.today() <= training.apply_until;
    body.allows = {edits, open && (edits || may(work.actor, Permission::speak_for_member)), edits && training.ends_on <= work.today()};
    return body;
}

Result<Reply> list(Work& work, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200));
    const int year = TRY(http::int_query(request, "year", 0, 0, 9999));
    TrainingFilter filter{year == 0 ? std::nullopt : std::optional(year), std::string(request.query("topic").value_or("")), TRY(cursor_query(request)), limit + 1};
    auto found = list_trainings(work, filter);
    TrainingsBody body{{}, std::nullopt, may(work.actor, Permission::edit_council)};
    if (static_cast<int>(found.size()) > limit) {
        found.pop_back();
        body.next = cursor_of(found.back());
    }
    for (const auto& training : found) body.items.push_back(line_of(work.db, training, language_of(work, request)));
    return http::ok(body);
}

void course_routes(http::Router& router) {
    router.read("GET", "/api/courses", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return http::ok(CoursesBody{list_courses(work.db), may(work.actor, Permission::edit_council)});
    });
    router.write("POST", "/api/courses", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save(work, request, CourseId{}, true));
        return http::created("/api/courses/" + id.str(), TRY(get_course(work.db, id)));
    });
    router.write("PUT", "/api/courses/{course_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save(work, request, TRY(http::id_of<CourseId>(request, "course_id")), false));
        return http::ok(TRY(get_course(work.db, id)));
    });
}

void held_routes(http::Router& router) {
    router.read("GET", "/api/trainings", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return list(work, request);
    });
    router.open_read("GET", "/api/public/trainings", list);
    router.write("POST", "/api/trainings", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save(work, request, TrainingId{}, true));
        return http::created("/api/trainings/" + id.str(), TRY(body_of(work, request, id)));
    });
    router.read("GET", "/api/trainings/{training_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return http::ok(TRY(body_of(work, request, TRY(http::id_of<TrainingId>(request, "training_id")))));
    });
    router.write("PUT", "/api/trainings/{training_id}", [](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(TRY(body_of(work, request, TRY(save(work, request, TRY(http::id_of<TrainingId>(request, "training_id")), false)))));
    });
    router.write("POST", "/api/trainings/{training_id}/cancellation", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<TrainingId>(request, "training_id"));
        TRY(cancel_training(work, id, TRY(http::body_as<ReasonInput>(request)).reason));
        return http::ok(TRY(body_of(work, request, id)));
    });
    router.read("GET", "/api/trainees", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return http::ok(TraineesBody{list_trainees(work, request.query("q").value_or(""), kMostTrainees)});
    });
    router.read("GET", "/api/training-figures", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return http::ok(FiguresBody{training_figures(work.db), people_trained(work.db)});
    });
}

}  // namespace

void training_routes(http::Router& router, const Program& program) {
    course_routes(router);
    held_routes(router);
    application_routes(router);
    certificate_routes(router, program);
}

}  // namespace homeward::council
