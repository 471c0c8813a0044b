#include <algorithm>

#include "casework/children/care.h"
#include "casework/visit.h"
#include "desk/bottlenecks.h"
#include "desk/home.h"
#include "services/services_fixture.h"

namespace homeward::desk {
std::vector<store::Migration> schema();

namespace {

using access::Work;

/// The services' returnee with an approved plan, and this area's schema.
struct DeskTest : services::ServicesTest {
    access::Actor psychologist;
    RegionBoard regions;

    DeskTest() {
        {
            store::Connection db(file_of_program(), store::Connection::Mode::read_write);
            store::migrate(db, access::schema_for_tests({vault::schema(), history::schema(), people::schema(), forms::schema(), casework::schema(), services::schema(), schema()}));
        }
        open();
        psychologist = staff("psychologist", access::Role::psychologist, "UZ-FA");
    }
    std::string file_of_program() { return ProgramForTests::file.path; }
    Home home(const access::Actor& actor) {
        return *read<Home>(actor, [&](Work& work) -> Result<Home> { return home_of(work, people, regions); });
    }
    TaskPage page(const access::Actor& actor, const std::string& after, std::size_t limit) {
        return *read<TaskPage>(actor, [&](Work& work) -> Result<TaskPage> { return page_of_tasks(work, "", after, limit); });
    }
    std::vector<Entry> days(const access::Actor& actor, Date from, Date to) {
        return *read<std::vector<Entry>>(actor, [&](Work& work) -> Result<std::vector<Entry>> { return entries_of(work.db, actor.id, from, to); });
    }
    void plan_visit_on(Date day, casework::VisitKind kind = casework::VisitKind::home) {
        ASSERT_TRUE(act<casework::VisitId>(worker, [&](Work& work) {
            return casework::plan_visit(work, ServicesTest::file, day, kind, casework::VisitPurpose::service);
        }));
    }
    Result<std::string> renew(const access::Actor& actor) {
        return act<std::string>(actor, [](Work& work) { return renew_feed(work); });
    }
    Result<std::string> feed(const std::string& secret) {
        return read<std::string>(access::Actor::guest(), [&](Work& work) { return feed_of(work.db, people, secret, work.now); });
    }
    /// Somebody of Fergana; `name` once only, or it is looked at as a duplicate.
    people::PersonId another(const std::string& name, std::optional<access::AccountId> assigned_to) {
        people::NewPerson more;
        more.names = {{"Other", name, ""}};
        more.region = "UZ-FA";
        more.stage_id = "uz-mehr-5";
        more.assigned_to = assigned_to;
        return act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, more); }).value();
    }
    static int count_of(const Home& home, const std::string& kind) {
        const auto found = std::ranges::find(home.counts, kind, &HomeCount::kind);
        return found == home.counts.end() ? -1 : found->count;
    }
};

TEST_F(DeskTest, TasksComeInPartsThatMakeUpTheWhole) {
    plan_visit_on({2024, 5, 20});
    plan_visit_on({2024, 5, 20}, casework::VisitKind::school);
    const auto whole = page(worker, "", 200);
    ASSERT_GT(whole.items.size(), 4u);
    EXPECT_EQ(whole.total, whole.items.size());
    EXPECT_FALSE(whole.next);
    std::vector<std::string> seen;
    std::string after;
    for (int parts = 0; parts < 100; ++parts) {
        const auto part = page(worker, after, 2);
        EXPECT_EQ(part.total, whole.total);
        for (const auto& task : part.items) seen.push_back(place_of(task));
        if (!part.next) break;
        after = *part.next;
    }
    std::vector<std::string> all;
    for (const auto& task : whole.items) all.push_back(place_of(task));
    EXPECT_EQ(seen, all);
    EXPECT_TRUE(std::ranges::is_sorted(all));
}

TEST_F(DeskTest, TasksFallIntoGroupsThatMakeUpTheWhole) {
    for (const int day : {16, 18, 20, 21, 22, 23}) plan_visit_on({2024, 5, day});
    now = *Instant::parse("2024-05-17T09:00:00Z");
    const auto board = *read<TaskBoard>(worker, [](Work& work) -> Result<TaskBoard> { return board_of_tasks(work, 1); });
    std::size_t total = 0;
    for (const auto& [group, first] : board.groups) {
        ASSERT_EQ(first.items.size(), first.total > 1 + kTasksOver ? 1u : first.total) << group;
        // The beginning and what is asked for after it are the group, each of its tasks in no other.
        const auto rest = *read<TaskPage>(worker, [&](Work& work) -> Result<TaskPage> { return page_of_tasks(work, group, first.next.value_or("9"), 200); });
        EXPECT_EQ(rest.total, first.total);
        EXPECT_EQ(first.items.size() + rest.items.size(), first.total) << group;
        for (const auto& task : rest.items) EXPECT_EQ(group_of(task, {2024, 5, 17}), group);
        total += first.total;
    }
    EXPECT_EQ(total, board.total);
    EXPECT_TRUE(std::ranges::any_of(board.groups, [](const TaskGroup& each) { return each.page.next.has_value(); }));
    EXPECT_EQ(board.total, page(worker, "", 200).total);
    EXPECT_EQ(group_of({"visit", {}, {}, "", {2024, 5, 16}}, {2024, 5, 17}), "overdue");
    EXPECT_EQ(group_of({"visit", {}, {}, "", {2024, 5, 17}}, {2024, 5, 17}), "this_week");
    EXPECT_EQ(group_of({"visit", {}, {}, "", {2024, 5, 23}}, {2024, 5, 17}), "this_week");
    EXPECT_EQ(group_of({"visit", {}, {}, "", {2024, 5, 24}}, {2024, 5, 17}), "later");
    EXPECT_EQ(group_of({"approve_plan", {}, {}, "", {2024, 5, 16}}, {2024, 5, 17}), "approvals");
}

TEST_F(DeskTest, AWorkersHomeShowsTheirDaysAndWhomTheyWereGiven) {
    plan_visit_on({2024, 5, 16});
    plan_visit_on({2024, 5, 21});  // the eighth day
    const auto added = another("Name", worker.id);
    const Home mine = home(worker);
    ASSERT_EQ(mine.diary.size(), 1u);
    EXPECT_EQ(mine.diary[0].kind, "visit");
    EXPECT_EQ(mine.diary[0].on, (Date{2024, 5, 16}));
    ASSERT_EQ(mine.arrivals_total, 1);
    EXPECT_EQ(mine.arrivals.at(0).person_id, added);
    EXPECT_TRUE(mine.workers.empty());
    const Home theirs = home(other_worker);
    EXPECT_TRUE(theirs.diary.empty());
    EXPECT_EQ(theirs.arrivals_total, 0);
    EXPECT_EQ(theirs.tasks->total, 0u);
}

TEST_F(DeskTest, ASupervisorsHomeTellsWhoIsBehindInTheOwnRegionOnly) {
    plan_visit_on({2024, 5, 20});
    another("Name", std::nullopt);
    const auto elsewhere = staff("supervisor_elsewhere", access::Role::supervisor, "UZ-SA");
    EXPECT_TRUE(home(supervisor).workers.empty());
    now = *Instant::parse("2024-05-22T09:00:00Z");
    const Home here = home(supervisor);
    ASSERT_EQ(here.workers.size(), 1u);
    EXPECT_EQ(here.workers[0].id, worker.id);
    EXPECT_EQ(here.workers[0].overdue, 1);
    EXPECT_EQ(here.workers[0].open_cases, 1);
    EXPECT_EQ(count_of(here, "no_worker"), 1);
    EXPECT_EQ(count_of(here, "over_mark"), 0);
    EXPECT_EQ(count_of(here, "no_case"), 1);
    EXPECT_EQ(count_of(here, "duplicates"), 0);
    // Who has nobody is told as it is; who is behind is worked out once a minute.
    another("Later", std::nullopt);
    EXPECT_EQ(count_of(home(supervisor), "no_worker"), 2);
    EXPECT_EQ(count_of(home(coordinator), "no_worker"), 2);
    EXPECT_EQ(count_of(home(coordinator), "no_case"), -1);
    run("UPDATE case_visits SET due_on = '2024-05-25'");
    EXPECT_EQ(home(supervisor).workers.size(), 1u);
    now = *Instant::parse("2024-05-22T09:01:00Z");
    EXPECT_TRUE(home(supervisor).workers.empty());
    const Home there = home(elsewhere);
    EXPECT_TRUE(there.workers.empty());
    EXPECT_EQ(count_of(there, "no_worker"), 0);
    // The coordinator sees no file, so no tasks of files, no days and no worker's name.
    const Home above = home(coordinator);
    EXPECT_TRUE(above.diary.empty());
    EXPECT_TRUE(above.workers.empty());
}

TEST_F(DeskTest, TheCalendarHoldsWhatFallsIntoItsDays) {
    plan_visit_on({2024, 5, 20}, casework::VisitKind::school);
    ASSERT_TRUE(order(worker));  // due in ten days
    const auto found = days(worker, {2024, 5, 14}, {2024, 5, 31});
    std::vector<std::string> kinds;
    for (const auto& entry : found) kinds.push_back(entry.kind + " " + entry.on.str() + " " + entry.place + entry.detail);
    EXPECT_EQ(kinds, (std::vector<std::string>{"visit 2024-05-20 school", "deliver 2024-05-24 school_enrolment"}));
    EXPECT_TRUE(days(worker, {2024, 5, 21}, {2024, 5, 23}).empty());
    EXPECT_TRUE(days(other_worker, {2024, 5, 14}, {2024, 5, 31}).empty());
}

TEST_F(DeskTest, WhereOneIsExpectedStandsInTheCalendarWhoeversTheFileIs) {
    const std::string file_id = ServicesTest::file.str(), panelist = supervisor.id.str(), named = psychologist.id.str();
    run("INSERT INTO care_arrangements (id, case_id, kind, carer, from_on, words_sealed, recorded_by, recorded_at, version)"
        " VALUES ('care', '" + file_id + "', 'residential', 'staff', '2024-02-20', x'', 's', '2024-02-20T09:00:00.000Z', 1)");
    run("INSERT INTO interest_reports (id, case_id, kind, state, words_sealed, written_by, written_at, finished_at, version)"
        " VALUES ('report', '" + file_id + "', 'panel', 'before_panel', x'', 's', '2024-05-10T09:00:00.000Z', '2024-05-10T09:00:00.000Z', 1)");
    run("INSERT INTO panel_seats (report_id, account_id, named_by, named_at) VALUES ('report', '" + panelist + "', 's', '2024-05-14T08:00:00.000Z')");
    run("INSERT INTO person_circle (id, person_id, account_id, part, named_by, named_at) VALUES ('circle', '" + person.str() + "', '" + named +
        "', 'psychologist', 's', '2024-05-01T09:00:00.000Z')");
    for (const std::string& session : {"'n1', '2024-05-02', '2024-05-16'", "'n2', '2024-05-09', '2024-05-23'"}) {
        run("INSERT INTO case_notes (id, happened_on, next_on, case_id, kind, state, attendance, next_step, text_sealed, written_by, written_at, version)"
            " VALUES (" + session + ", '" + file_id + "', 'session', 'kept', 'came', 'another_session', x'', '" + named + "', '2024-05-02T09:00:00.000Z', 1)");
    }
    const auto said = [&](const access::Actor& actor) {
        std::vector<std::string> found;
        for (const auto& entry : days(actor, {2024, 5, 14}, {2024, 5, 31})) found.push_back(entry.kind + " " + entry.on.str());
        return found;
    };
    EXPECT_EQ(said(worker), (std::vector<std::string>{"review_residential 2024-05-20"}));
    EXPECT_EQ(said(supervisor), (std::vector<std::string>{"sit_on_panel 2024-05-17"}));
    EXPECT_EQ(said(psychologist), (std::vector<std::string>{"session 2024-05-23"}));  // of the newest session alone
    // Whom the panel is about is told in no feed; that the panel meets is.
    const auto text = feed(*renew(supervisor));
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("SUMMARY:Panel\r\n"), std::string::npos);
    EXPECT_EQ(text->find(people.find(person)->code), std::string::npos);
    EXPECT_TRUE(names_nobody("sit_on_panel", days(supervisor, {2024, 5, 14}, {2024, 5, 31}).at(0).detail));
    // Once they have promised to keep it, they are told.
    run("UPDATE panel_seats SET confirmed_at = '2024-05-14T08:30:00.000Z'");
    EXPECT_FALSE(names_nobody("sit_on_panel", days(supervisor, {2024, 5, 14}, {2024, 5, 31}).at(0).detail));
    EXPECT_NE(feed(*renew(supervisor))->find("SUMMARY:Panel · " + people.find(person)->code), std::string::npos);
    run("UPDATE person_circle SET ended_at = '2024-05-14T09:00:00.000Z', ended_by = 's'");
    EXPECT_TRUE(said(psychologist).empty());

    EXPECT_TRUE(home(supervisor).reviews.empty());
    now = *Instant::parse("2024-05-20T09:00:00Z");
    const Home later = home(supervisor);
    ASSERT_EQ(later.reviews.size(), 1u);
    EXPECT_EQ(later.reviews[0].person_id, person);
    EXPECT_EQ(count_of(later, "residential"), 1);
}

TEST_F(DeskTest, EveryListNamesTheDayOfTheClockAlsoWhereTheMonthIsShort) {
    const auto begun = act<casework::children::CareId>(worker, [&](Work& work) {
        return casework::children::begin_care(work, ServicesTest::file, {"residential", "staff", Date{2023, 11, 30}, {}, {}}, "");
    });
    ASSERT_TRUE(begun);
    now = *Instant::parse("2024-02-29T09:00:00Z");
    const auto clock = *read<std::optional<casework::children::CareClock>>(worker, [&](Work& work) -> Result<std::optional<casework::children::CareClock>> {
        return casework::children::clock_of(work, TRY(casework::children::care_of(work, TRY(casework::get_case(work.db, ServicesTest::file)))).front());
    });
    EXPECT_EQ(clock->review_due, (Date{2024, 2, 29}));
    const auto due = days(worker, {2024, 2, 1}, {2024, 3, 31});
    const auto entry = std::ranges::find(due, "review_residential", &Entry::kind);
    ASSERT_NE(entry, due.end());
    EXPECT_EQ(entry->on, clock->review_due);
    ASSERT_EQ(home(supervisor).reviews.size(), 1u);
    EXPECT_EQ(home(supervisor).reviews[0].due_on, clock->review_due);
}

TEST_F(DeskTest, AFeedNamesNobodyAndEndsWhenItIsRenewedOrStopped) {
    plan_visit_on({2024, 5, 20});
    const auto secret = renew(worker);
    ASSERT_TRUE(secret);
    EXPECT_EQ(number("SELECT count(*) FROM calendar_feeds WHERE secret_hash = '" + *secret + "'"), 0);
    const auto text = feed(*secret);
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("SUMMARY:Visit · " + people.find(person)->code), std::string::npos);
    EXPECT_NE(text->find("LOCATION:At home"), std::string::npos);
    for (const char* name : {"Family", "Given", "Fergana"}) EXPECT_EQ(text->find(name), std::string::npos) << name;

    const auto newer = renew(worker);
    ASSERT_TRUE(newer);
    EXPECT_FALSE(feed(*secret));
    EXPECT_TRUE(feed(*newer));
    ASSERT_TRUE(act<void>(worker, [](Work& work) { return end_feed(work); }));
    EXPECT_FALSE(feed(*newer));
    EXPECT_EQ(act<void>(worker, [](Work& work) { return end_feed(work); }).error().key, "calendar.no_feed");
    EXPECT_EQ(leaves("calendar.feed_renewed"), 2);
    EXPECT_EQ(leaves("calendar.feed_ended"), 1);
}

TEST_F(DeskTest, AFeedEndsWithItsAccountAndIsNotForThoseWithoutFiles) {
    const auto secret = renew(worker);
    ASSERT_TRUE(secret);
    EXPECT_TRUE(feed(*secret));
    run("UPDATE accounts SET disabled_at = '2024-05-14T09:00:00.000Z' WHERE username = 'worker'");
    EXPECT_FALSE(feed(*secret));
    EXPECT_FALSE(feed(""));
    EXPECT_EQ(renew(coordinator).error().key, "access.not_allowed");
}

TEST(Waiting, OfFewIsNotTold) {
    EXPECT_EQ(waiting_of({}).count, 0);
    EXPECT_FALSE(waiting_of({5}).count);
    EXPECT_FALSE(waiting_of({5, 6}).count);
    const auto three = waiting_of({5, 6, 7});
    EXPECT_EQ(three.count, 3);
    EXPECT_FALSE(three.median || three.p90);
    EXPECT_FALSE(waiting_of(std::vector<int>(9, 4)).median);
    const auto ten = waiting_of({10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
    EXPECT_EQ(ten.count, 10);
    EXPECT_EQ(ten.median, 5);
    EXPECT_EQ(ten.p90, 9);
}

TEST_F(DeskTest, BottlenecksCountWithoutNamingAndAreForTheCoordinatorAlone) {
    for (const auto& actor : {worker, supervisor, psychologist}) {
        const auto refused = read<Bottlenecks>(actor, [](Work& work) { return bottlenecks_of(work); });
        EXPECT_EQ(refused.error().key, "access.not_allowed") << actor.username;
    }
    const auto seen = [&] { return *read<Bottlenecks>(coordinator, [](Work& work) { return bottlenecks_of(work); }); };
    const auto one = seen();
    ASSERT_EQ(one.steps.size(), 1u);
    EXPECT_EQ(one.steps[0].region, "UZ-FA");
    EXPECT_EQ(one.steps[0].what, "plan_approved");
    EXPECT_FALSE(one.steps[0].waiting.count);  // one file is told as fewer than three
    for (int i = 0; i < 10; ++i) {
        const auto id = another(std::string(1, static_cast<char>('A' + i)) + "name", worker.id);
        ASSERT_TRUE(act<casework::CaseId>(worker, [&](Work& work) { return casework::open_case(work, people, id); }));
    }
    now = *Instant::parse("2024-05-24T09:00:00Z");
    const auto many = seen();
    const auto opened = std::ranges::find(many.steps, "opened", &Bottleneck::what);
    ASSERT_NE(opened, many.steps.end());
    EXPECT_EQ(opened->waiting.count, 10);
    EXPECT_EQ(opened->waiting.median, 10);
    EXPECT_EQ(opened->waiting.p90, 10);
}

}  // namespace
}  // namespace homeward::desk
