#pragma once
// What most tests of this area stand on: a returnee with a file, the worker whose it is, a colleague, a supervisor.

#include "access/program_for_tests.h"
#include "casework/closure.h"
#include "casework/plan.h"
#include "casework/tasks.h"
#include "casework/visit.h"
#include "forms/store.h"
#include "history/history.h"
#include "people/create_person.h"

namespace homeward::casework {

struct CaseworkFixture : access::ProgramTest {
    people::Register people{"UZ"};
    access::Actor worker, other_worker, supervisor, coordinator;
    people::PersonId person;
    CaseId file;

    /// further   schemas of areas behind this one
    explicit CaseworkFixture(const std::vector<store::Migration>& further = {})
        : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), {vault::schema(), history::schema(), people::schema(), forms::schema(), schema(), further},
                      access::Holds::records) {
        people.load(*store, vault);
        worker = staff("worker", access::Role::social_worker, "UZ-FA");
        other_worker = staff("worker2", access::Role::social_worker, "UZ-FA");
        supervisor = staff("supervisor", access::Role::supervisor, "UZ-FA");
        coordinator = staff("coordinator", access::Role::coordinator);
        people::NewPerson returnee;
        returnee.names = {{"Family", "Given", ""}};
        returnee.region = "UZ-FA";
        returnee.stage_id = "uz-mehr-5";
        returnee.assigned_to = worker.id;
        person = *act<people::PersonId>(system, [&](access::Work& work) { return create_person(work, people, returnee); });
        file = *act<CaseId>(worker, [&](access::Work& work) { return open_case(work, people, person); });
    }
    /// A request's own name, as pages make them.
    std::string request() {
        Instant at = now;
        at.ms += ++requests_;
        return to_string(make_uuid(at));
    }
    people::CaseStep step() {
        return act<CaseFile>(system, [&](access::Work& work) { return get_case(work.db, file); })->step;
    }
    Done assess(const access::Actor& actor) {
        return act<void>(actor, [&](access::Work& work) {
            return record_needs(work, people, file, {{NeedDomain::education, NeedLevel::urgent, "no school yet"}});
        });
    }
    Plan written_plan() {
        EXPECT_TRUE(assess(worker));
        const auto id = *act<PlanId>(worker, [&](access::Work& work) { return start_plan(work, people, file); });
        return *act<Plan>(worker, [&](access::Work& work) {
            return write_plan(work, id, 1, {{{}, NeedDomain::education, "Back to school", std::nullopt, {{{}, "school_enrolment", "", Date{2024, 6, 1}}}}});
        });
    }
    Plan submitted_plan() {
        const Plan plan = written_plan();
        return *act<Plan>(worker, [&](access::Work& work) { return submit_plan(work, people, plan.id, plan.version); });
    }
    Plan approved_plan() {
        const Plan plan = submitted_plan();
        return *act<Plan>(supervisor, [&](access::Work& work) { return approve_plan(work, people, plan.id, plan.version, ""); });
    }
    ClosureId proposed_closure(const access::Actor& actor) {
        return *act<ClosureId>(actor, [&](access::Work& work) { return propose_closure(work, people, file, ClosureReason::goals_met, "settled"); });
    }
    bool has_task(const access::Actor& actor, std::string_view kind) {
        const auto tasks = *act<std::vector<Task>>(actor, [](access::Work& work) -> Result<std::vector<Task>> { return tasks_of(work); });
        return std::ranges::any_of(tasks, [&](const Task& task) { return task.kind == kind; });
    }

private:
    int requests_ = 0;
};

}  // namespace homeward::casework
