#include "desk/routes.h"

#include <algorithm>

#include "access/permission.h"
#include "desk/bottlenecks.h"
#include "desk/home.h"
#include "desk/task_bodies.h"
#include "http/json_reply.h"

namespace homeward::desk {

BOOST_DESCRIBE_STRUCT(Waiting, (), (count, median, p90))
BOOST_DESCRIBE_STRUCT(HomeWorker, (), (id, name, overdue, open_cases))
BOOST_DESCRIBE_STRUCT(HomeCount, (), (kind, count))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct EntryBody {
    std::string kind;
    Date on;
    bool done;
    TaskPerson person;
    casework::CaseId case_id;
    std::string subject_id;
    std::optional<std::string> place, detail;
};
BOOST_DESCRIBE_STRUCT(EntryBody, (), (kind, on, done, person, case_id, subject_id, place, detail))
struct CalendarBody {
    std::vector<EntryBody> items;
    Date from, to, today;
};
BOOST_DESCRIBE_STRUCT(CalendarBody, (), (items, from, to, today))
struct FeedBody {
    std::optional<Instant> since;
    std::optional<std::string> url;  ///< shown once, when it is made
};
BOOST_DESCRIBE_STRUCT(FeedBody, (), (since, url))
struct ArrivalBody {
    TaskPerson person;
    std::optional<Date> arrived_on;
};
BOOST_DESCRIBE_STRUCT(ArrivalBody, (), (person, arrived_on))
struct ReviewBody {
    TaskPerson person;
    casework::CaseId case_id;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(ReviewBody, (), (person, case_id, due_on))
struct HomeBody {
    Date today;
    std::optional<TaskBoardBody> tasks;
    std::vector<EntryBody> diary;
    std::vector<ArrivalBody> arrivals;
    int arrivals_total;
    std::vector<HomeWorker> workers;
    int workers_total, mark;
    std::vector<ReviewBody> reviews;
    std::vector<HomeCount> counts;
};
BOOST_DESCRIBE_STRUCT(HomeBody, (), (today, tasks, diary, arrivals, arrivals_total, workers, workers_total, mark, reviews, counts))
struct BottleneckBody {
    std::optional<std::string> region;
    std::string what;
    Waiting waiting;
};
BOOST_DESCRIBE_STRUCT(BottleneckBody, (), (region, what, waiting))
struct BottlenecksBody {
    std::vector<BottleneckBody> steps, approvals, registry, services, residential;
    int fewest, fewest_for_days;
    Date today;
};
BOOST_DESCRIBE_STRUCT(BottlenecksBody, (), (steps, approvals, registry, services, residential, fewest, fewest_for_days, today))

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

std::vector<EntryBody> bodies_of(const std::vector<Entry>& entries, const people::Register& people) {
    std::vector<EntryBody> bodies;
    for (const auto& entry : entries) {
        bodies.push_back({entry.kind, entry.on, entry.done, task_person(people, entry.person_id, !names_nobody(entry.kind, entry.detail)), entry.case_id, entry.subject_id,
                          unless_empty(entry.place), unless_empty(entry.detail)});
    }
    return bodies;
}

std::vector<BottleneckBody> bodies_of(const std::vector<Bottleneck>& found) {
    std::vector<BottleneckBody> bodies;
    for (const auto& each : found) bodies.push_back({unless_empty(each.region), each.what, each.waiting});
    return bodies;
}

void home_routes(http::Router& router, const people::Register& people) {
    router.read("GET", "/api/home", [&people, regions = std::make_shared<RegionBoard>()](Work& work, const Request&) -> Result<Reply> {
        const Home home = home_of(work, people, *regions);
        HomeBody body{work.today(), {}, bodies_of(home.diary, people), {}, home.arrivals_total, home.workers, home.workers_total, home.mark, {}, home.counts};
        if (home.tasks) body.tasks = body_of(*home.tasks, people, work.today());
        for (const auto& each : home.arrivals) body.arrivals.push_back({task_person(people, each.person_id, true), each.on});
        for (const auto& each : home.reviews) body.reviews.push_back({task_person(people, each.person_id, true), each.case_id, each.due_on});
        return http::ok(body);
    });
    router.read("GET", "/api/tasks", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto limit = static_cast<std::size_t>(TRY(http::int_query(request, "limit", 50, 1, 200)));
        const auto group = request.query("group").value_or("");
        if (!group.empty() && std::ranges::find(kTaskGroups, group) == kTaskGroups.end()) return invalid("tasks.group", "group");
        return http::ok(body_of(page_of_tasks(work, group, std::string(request.query("cursor").value_or("")), limit), people, work.today()));
    });
    router.read("GET", "/api/bottlenecks", [](Work& work, const Request&) -> Result<Reply> {
        const Bottlenecks found = TRY(bottlenecks_of(work));
        return http::ok(BottlenecksBody{bodies_of(found.steps), bodies_of(found.approvals), bodies_of(found.registry), bodies_of(found.services),
                                        bodies_of(found.residential), kFewest, kFewestForDays, work.today()});
    });
}

/// Five weeks from today, unless asked for otherwise.
Result<Reply> calendar(Work& work, const people::Register& people, const Request& request) {
    TRY(access::require(work.actor, Permission::read_case));
    const Date from = TRY(http::date_query(request, "from")).value_or(work.today());
    const Date to = TRY(http::date_query(request, "to")).value_or(from.plus_days(34));
    if (to < from || to > from.plus_days(kMostDays)) return invalid("calendar.span", "to", {{"days", std::to_string(kMostDays)}});
    return http::ok(CalendarBody{bodies_of(entries_of(work.db, work.actor.id, from, to), people), from, to, work.today()});
}

void calendar_routes(http::Router& router, const people::Register& people, const std::string& public_url) {
    router.read("GET", "/api/calendar", [&people](Work& work, const Request& request) { return calendar(work, people, request); });
    router.read("GET", "/api/calendar/feed", [](Work& work, const Request&) -> Result<Reply> { return http::ok(FeedBody{feed_since(work), {}}); });
    router.write("POST", "/api/calendar/feed", [public_url](Work& work, const Request&) -> Result<Reply> {
        const std::string secret = TRY(renew_feed(work));
        return http::ok(FeedBody{feed_since(work), public_url + "/api/calendar/feeds/" + secret + ".ics"});
    });
    router.write("DELETE", "/api/calendar/feed", [](Work& work, const Request&) -> Result<Reply> {
        TRY(end_feed(work));
        return http::no_content();
    });
    router.open_read("GET", "/api/calendar/feeds/{file}", [&people](Work& work, const Request& request) -> Result<Reply> {
        std::string_view file = request.path_parameter("file");
        if (!file.ends_with(".ics")) return not_found("calendar.no_feed");
        file.remove_suffix(4);
        return http::download("text/calendar; charset=utf-8", "homeward.ics", TRY(feed_of(work.db, people, file, work.now)));
    });
}

}  // namespace

void routes(http::Router& router, people::Register& people, const std::string& public_url) {
    home_routes(router, people);
    calendar_routes(router, people, public_url);
}

}  // namespace homeward::desk
