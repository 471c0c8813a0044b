#pragma once
// What a member of staff sees first: today, what waits, and how it goes where they work.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "desk/calendar.h"
#include "desk/tasks.h"

namespace homeward::desk {

constexpr int kMostShown = 8;        ///< people or workers named on a home page; the counts stand beside them
constexpr int kDiaryDays = 7;        ///< from today
constexpr std::size_t kTasksAtFirst = 6;  ///< of each group

/// Somebody whom the home page names.
struct HomePerson {
    people::PersonId person_id;
    std::optional<Date> on;  ///< of the arrival
};
struct HomeWorker {
    access::AccountId id;
    std::string name;
    int overdue = 0;     ///< visits and reviews of plans whose day has passed
    int open_cases = 0;
};
/// A child in residential care who is to be looked at again.
struct HomeReview {
    people::PersonId person_id;
    casework::CaseId case_id;
    Date due_on;
};
/// A number with a way to what it counts.
///
/// kind    no_worker, no_case, duplicates, over_mark, residential
struct HomeCount {
    std::string kind;
    int count = 0;
};

/// tasks      nothing for roles that have none
/// diary      today and the days after it
/// arrivals   given to the actor and without a case file yet, the latest arrival first; at most kMostShown
/// workers    for whom things are overdue, the most first; at most kMostShown
/// reviews    of residential care in the region, due today or before, the longest due first; at most kMostShown
struct Home {
    std::optional<TaskBoard> tasks;
    std::vector<Entry> diary;
    std::vector<HomePerson> arrivals;
    int arrivals_total = 0;
    std::vector<HomeWorker> workers;
    int workers_total = 0;
    int mark = 0;
    std::vector<HomeReview> reviews;
    std::vector<HomeCount> counts;
};

/// What a supervisor sees of a region. It looks at everybody there, so it is worked out at most once a minute and told to all
/// who ask meanwhile. Thread-safe.
struct RegionView {
    std::vector<HomeWorker> workers;
    int workers_total = 0, mark = 0;
    std::vector<HomeReview> reviews;
    std::vector<HomeCount> counts;
};
class RegionBoard {
public:
    RegionView of(access::Work& work, const people::Register& people, const std::string& region);

private:
    std::mutex mutex_;
    std::map<std::string, std::pair<Instant, RegionView>> seen_;
};

Home home_of(access::Work& work, const people::Register& people, RegionBoard& regions);

}  // namespace homeward::desk
