#include "casework/casework_fixture.h"
#include "casework/course/course_routes.h"
#include "people/edit_person.h"
#include "people/hand_over.h"

namespace homeward::casework {
namespace {

using access::Work;

using ChangesTest = CaseworkFixture;

TEST_F(ChangesTest, AnEditOfARecordAndItsWorkerIsToldFieldByField) {
    auto record = *act<people::Person>(worker, [&](Work& work) { return people::get_person(work, person); });
    record.district = "Rishton";
    record.details.phone = "998";
    ASSERT_TRUE(act<people::Person>(worker, [&](Work& work) { return people::edit_person(work, people, record); }));
    now = now.plus_seconds(1);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return people::hand_over(work, people, person, "UZ-FA", "Quva", other_worker.id); }));
    const auto changes = *act<std::vector<history::Change>>(supervisor, [&](Work& work) {
        return history::changes_of(work, person.uuid, std::vector{history::Compartment::record}, "", {}, 10);
    });
    std::map<std::string, std::string> told;
    for (const auto& change : changes) told[change.field] += change.before + ">" + change.after + ";";
    EXPECT_EQ(told["district"], "Rishton>Quva;>Rishton;") << "newest first";
    EXPECT_EQ(told["phone"], ">998;");
    EXPECT_EQ(told["assigned_to"], worker.id.str() + ">" + other_worker.id.str() + ";");
    EXPECT_EQ(told.count("names"), 0u) << "what stayed the same is no change";
}

}  // namespace
}  // namespace homeward::casework
