#include "services/grants/grant.h"
#include "history/history.h"
#include "people/circle.h"
#include "services/services_fixture.h"

namespace homeward::services {
namespace {

struct GrantsTest : ServicesTest {
    GrantId loan;
    GrantsTest() {
        loan = *act<GrantId>(worker, [&](Work& work) {
            return begin_grant(work, file, {std::nullopt, "loan", 20'000'000, "UZS", "A small bakery with her sister", ""});
        });
    }
    Result<void> decided(int version, std::int64_t amount) {
        return act<void>(worker, [&](Work& work) { return decide_grant(work, loan, version, {true, amount, work.today(), "District loan board", ""}); });
    }
    Result<void> event(int version, const char* kind, std::optional<std::int64_t> amount, std::optional<std::string> business = {}) {
        return act<void>(worker, [&](Work& work) { return add_grant_event(work, loan, version, {{}, kind, work.today(), amount, business, "", {}}); });
    }
    Result<std::vector<Grant>> seen(const Actor& actor) {
        return act<std::vector<Grant>>(actor, [&](Work& work) { return grants_of(work, file); });
    }
};

TEST_F(GrantsTest, ALoanIsDecidedPaidOutAndPaidBack) {
    EXPECT_EQ(event(1, "paid_out", 5).error().key, "grant.not_granted");
    ASSERT_TRUE(decided(1, 15'000'000));
    EXPECT_EQ(decided(2, 1).error().key, "grant.decided");
    EXPECT_EQ(event(2, "paid_out", 16'000'000).error().key, "grant.more_than_granted");
    EXPECT_EQ(event(2, "handed_over", std::nullopt).error().field, "kind");
    ASSERT_TRUE(event(2, "paid_out", 15'000'000));
    EXPECT_EQ(event(2, "repaid", 1).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(event(3, "repaid", 15'000'001).error().key, "grant.more_than_owed");
    ASSERT_TRUE(event(3, "repaid", 1'250'000));
    ASSERT_TRUE(event(4, "visit", std::nullopt, "at_work"));
    const auto grant = seen(worker)->at(0);
    EXPECT_EQ(grant.paid_out - grant.repaid, 13'750'000);
    EXPECT_EQ(grant.purpose, "A small bakery with her sister");
    EXPECT_EQ(grant.decided_by, "District loan board");
    EXPECT_EQ(grant.events.size(), 3u);
}

TEST_F(GrantsTest, APsychologistSeesNeitherTheLoanNorItsOrder) {
    const auto psychologist = staff("psychologist", Role::psychologist, "UZ-FA");
    ASSERT_TRUE(act<people::NamingId>(supervisor, [&](Work& work) { return people::name_in_circle(work, person, psychologist.id, people::CirclePart::psychologist); }));
    EXPECT_EQ(seen(psychologist).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(order_of_office(worker, 2));
    const auto services = *act<std::vector<PlannedService>>(psychologist, [&](Work& work) { return services_of(work, *casework::get_case(work.db, file)); });
    EXPECT_FALSE(std::ranges::find(services, "low_interest_loan", &PlannedService::service) != services.end());
    EXPECT_TRUE(std::ranges::find(services, "housing", &PlannedService::service) != services.end());
    EXPECT_EQ(service(2).service, "low_interest_loan");
    EXPECT_FALSE(may(worker, access::Permission::write_sealed_note));
    EXPECT_EQ(seen(other_worker).error().code, ErrorCode::forbidden);
    EXPECT_TRUE(seen(supervisor));
}

TEST_F(GrantsTest, ItsHistoryLiesInItsOwnCompartmentAndItsWordsAreSealed) {
    constexpr std::array record{history::Compartment::record}, grants{history::Compartment::grants};
    const auto changes = [&](std::span<const history::Compartment> compartments) {
        return act<std::vector<history::Change>>(worker, [&](Work& work) { return history::changes_of(work, person.uuid, compartments, loan.str(), std::nullopt, 50); })->size();
    };
    EXPECT_EQ(changes(record), 0u);
    EXPECT_GT(changes(grants), 0u);
    EXPECT_EQ(number("SELECT count(*) FROM grants WHERE instr(CAST(words_sealed AS TEXT), 'bakery') > 0"), 0);
}

TEST_F(GrantsTest, AnOrderOfAnotherServiceIsNotALoans) {
    const auto housing = *order_of_office(worker, 1);
    EXPECT_EQ(act<GrantId>(worker, [&](Work& work) { return begin_grant(work, file, {housing, "loan", 1, "UZS", "x", ""}); }).error().field, "order_id");
    EXPECT_EQ(act<GrantId>(worker, [&](Work& work) { return begin_grant(work, file, {{}, "loan", 0, "UZS", "x", ""}); }).error().field, "amount");
    EXPECT_EQ(act<GrantId>(worker, [&](Work& work) { return begin_grant(work, file, {{}, "loan", 1, "sum", "x", ""}); }).error().field, "currency");
}

}  // namespace
}  // namespace homeward::services
