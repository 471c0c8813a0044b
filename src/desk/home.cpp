#include "desk/home.h"

#include <algorithm>
#include <map>

#include "access/permission.h"
#include "casework/caseload/caseload.h"
#include "casework/children/care.h"
#include "people/assignment.h"
#include "people/duplicates.h"

namespace homeward::desk {
namespace {

using access::AccountId;
using access::Permission;
using access::Reach;
using access::Work;

constexpr std::int64_t kFreshMs = 60'000;

void add_arrivals(Home& home, Work& work) {
    for (const auto row : work.db.query("SELECT p.id, p.arrived_on FROM persons p WHERE p.assigned_to = $1 AND p.merged_into IS NULL"
                                        " AND NOT EXISTS (SELECT 1 FROM case_files c WHERE c.person_id = p.id) ORDER BY p.arrived_on DESC, p.id", work.actor.id)) {
        if (home.arrivals.size() < kMostShown) home.arrivals.push_back({row.get<people::PersonId>(0), row.get<std::optional<Date>>(1)});
        ++home.arrivals_total;
    }
}

int mark_of(Work& work) {
    return work.db.query("SELECT mark FROM caseload_marks ORDER BY id DESC LIMIT 1").value<int>().value_or(casework::kUsualMark);
}

/// What has passed its day in a region, by the worker whose it is.
std::map<AccountId, int> overdue_in(Work& work, const std::string& region) {
    std::map<AccountId, int> overdue;
    const std::string mine = "SELECT p.assigned_to, count(*) FROM persons p JOIN case_files c ON c.person_id = p.id ";
    const std::string here = " AND p.region = $1 AND p.assigned_to IS NOT NULL" + casework::kFileNotClosed + " GROUP BY 1";
    for (const std::string& what : {"JOIN case_visits v ON v.case_id = c.id WHERE v.done_on IS NULL AND v.due_on < $2",
                                    "JOIN case_plans l ON l.case_id = c.id AND l.state = 'approved' WHERE l.review_on < $2"}) {
        for (const auto row : work.db.query(mine + what + here, region, work.today())) overdue[row.get<AccountId>(0)] += row.get<int>(1);
    }
    return overdue;
}

void add_reviews(RegionView& view, Work& work, const std::string& region) {
    const std::string due = casework::children::review_due_sql(work.db);
    int due_now = 0;
    // The plus has the few who live in residential care looked through, not the whole region.
    for (const auto row : work.db.query("SELECT c.person_id, c.id, " + due + " FROM care_arrangements a JOIN case_files c ON c.id = a.case_id JOIN persons p ON p.id = c.person_id"
                                        " WHERE a.to_on IS NULL AND a.kind = 'residential' AND +p.region = $1 AND " + due + " <= $2" + casework::kFileNotClosed +
                                        " ORDER BY 3, a.id", region, work.today())) {
        if (++due_now <= kMostShown) view.reviews.push_back({row.get<people::PersonId>(0), row.get<casework::CaseId>(1), row.get<Date>(2)});
    }
    view.counts.push_back({"residential", due_now});
}

/// Who carries how much, in one pass over the register, and who is behind.
RegionView view_of(Work& work, const people::Register& people, const std::string& region) {
    RegionView view;
    std::map<AccountId, int> carried;
    people.each([&](const people::PersonFacts& person) {
        const bool open = person.step != people::CaseStep::none && person.step != people::CaseStep::closed;
        if (person.assigned_to && open) ++carried[*person.assigned_to];
    });
    auto overdue = overdue_in(work, region);
    view.mark = mark_of(work);
    int over_mark = 0;
    for (const auto& account : people::assignable_workers(work.db, region)) {
        over_mark += carried[account.id] > view.mark;
        if (overdue[account.id] > 0) view.workers.push_back({account.id, account.name, overdue[account.id], carried[account.id]});
    }
    view.workers_total = static_cast<int>(view.workers.size());
    std::ranges::sort(view.workers, [](const HomeWorker& a, const HomeWorker& b) { return std::pair(-a.overdue, a.name) < std::pair(-b.overdue, b.name); });
    if (view.workers.size() > kMostShown) view.workers.resize(kMostShown);
    view.counts.push_back({"over_mark", over_mark});
    add_reviews(view, work, region);
    return view;
}

/// What the register still waits for, as its list counts it: these change under the hands of who reads them.
void add_register_counts(Home& home, Work& work, const people::Register& people) {
    const auto count = [&](const char* kind, Permission may_do, const people::RegisterFilter& filter) {
        if (!may(work.actor, may_do)) return;
        if (const auto page = people.page(work.actor, filter, std::nullopt, 1, work.today())) home.counts.push_back({kind, static_cast<int>(page->total)});
    };
    people::RegisterFilter nobody, no_file;
    nobody.unassigned = true;
    no_file.step = people::CaseStep::none;
    count("no_worker", Permission::assign_person, nobody);
    // A worker sees by name whom they were given.
    if (reach_of(work.actor, Permission::open_case) != Reach::own) count("no_case", Permission::open_case, no_file);
    if (const auto pairs = people::list_duplicates(work, people, std::nullopt, 1)) home.counts.push_back({"duplicates", static_cast<int>(pairs->total)});
}

bool has_tasks(const access::Actor& actor) {
    return may(actor, Permission::read_case) || may(actor, Permission::handle_complaint) || may(actor, Permission::approve_disclosure);
}

}  // namespace

RegionView RegionBoard::of(Work& work, const people::Register& people, const std::string& region) {
    {
        const std::lock_guard lock(mutex_);
        const auto found = seen_.find(region);
        if (found != seen_.end() && found->second.first <= work.now && work.now < found->second.first.plus_ms(kFreshMs)) return found->second.second;
    }
    // Outside the lock: who asks for another region need not wait for this one.
    RegionView view = view_of(work, people, region);
    const std::lock_guard lock(mutex_);
    seen_[region] = {work.now, view};
    return view;
}

Home home_of(Work& work, const people::Register& people, RegionBoard& regions) {
    Home home;
    const bool in_files = may(work.actor, Permission::read_case);
    if (has_tasks(work.actor)) home.tasks = board_of_tasks(work, kTasksAtFirst);
    if (in_files) home.diary = entries_of(work.db, work.actor.id, work.today(), work.today().plus_days(kDiaryDays - 1));
    std::erase_if(home.diary, [](const Entry& entry) { return entry.done; });
    if (reach_of(work.actor, Permission::open_case) == Reach::own) add_arrivals(home, work);
    if (reach_of(work.actor, Permission::read_workload) == Reach::region) {
        auto view = regions.of(work, people, work.actor.region);
        home.workers = std::move(view.workers);
        home.workers_total = view.workers_total;
        home.mark = view.mark;
        home.reviews = std::move(view.reviews);
        home.counts = std::move(view.counts);
    }
    add_register_counts(home, work, people);
    return home;
}

}  // namespace homeward::desk
