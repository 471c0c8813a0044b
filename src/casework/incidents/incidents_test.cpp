#include "casework/casework_fixture.h"
#include "casework/incidents/incident.h"

namespace homeward::casework {
namespace {

using access::Work;

using IncidentsTest = CaseworkFixture;

TEST_F(IncidentsTest, AnIncidentIsFollowedUntilItIsClosed) {
    NewIncident incident{IncidentPlace::school, IncidentKind::name_calling, Date{2024, 5, 13}, "Names were called after her in the yard.", "The teacher was told.", Date{2024, 5, 21}};
    const auto id = *act<IncidentId>(worker, [&](Work& work) { return log_incident(work, file, request(), incident); });
    EXPECT_TRUE(has_task(worker, "follow_incident"));
    EXPECT_FALSE(has_task(other_worker, "follow_incident"));
    const auto follow = [&](int version, std::optional<Date> next, std::optional<IncidentOutcome> outcome) {
        return act<Incident>(worker, [&](Work& work) { return follow_incident(work, id, version, {2024, 5, 14}, "Spoke with the class.", next, outcome); });
    };
    EXPECT_EQ(follow(1, {}, {}).error().key, "incident.follow_up_missing");
    EXPECT_EQ(follow(1, Date{2024, 5, 28}, {})->version, 2);
    EXPECT_EQ(follow(1, Date{2024, 5, 28}, {}).error().key, "edit.changed_meanwhile");
    incident.what = "Names were called after her in the yard, twice.";
    ASSERT_TRUE(act<Incident>(worker, [&](Work& work) { return change_incident(work, id, 2, incident); }));
    const auto closed = follow(3, {}, IncidentOutcome::stopped);
    EXPECT_EQ(closed->steps.size(), 2u);
    EXPECT_EQ(follow(4, {}, IncidentOutcome::stopped).error().key, "incident.closed");
    EXPECT_FALSE(has_task(worker, "follow_incident"));
    EXPECT_EQ(text("SELECT place || ' ' || outcome FROM incident_facts"), "school stopped");
    EXPECT_EQ(act<Incident>(other_worker, [&](Work& work) { return read_incident(work, id); }).error().code, ErrorCode::forbidden);
}

TEST_F(IncidentsTest, TheFactsNameNobody) {
    for (const char* view : {"incident_facts", "complaint_facts"}) {
        EXPECT_EQ(number(std::string("SELECT count(*) FROM pragma_table_info('") + view + "') WHERE name LIKE '%id' OR name LIKE '%sealed' OR name LIKE '%by'"
                         " AND name NOT LIKE 'answer_by'"), 0) << view;
    }
}

}  // namespace
}  // namespace homeward::casework
