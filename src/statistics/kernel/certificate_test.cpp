#include "statistics/kernel/certificate.h"

#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/suppress.h"
#include "statistics/problems/problem_files.h"

namespace homeward::statistics {
namespace {

struct Proven {
    CellSystem system;
    Suppression suppression;
    Certificate certificate;
};

Proven proven(const std::string& name) {
    CellSystem system = system_of(read_problem(std::string(HOMEWARD_ROOT) + "/tests/data/sdc/" + name).value());
    Suppression suppression = suppress(system).value();
    Certificate certificate = certify(system, suppression.proofs).value();
    return {std::move(system), std::move(suppression), std::move(certificate)};
}

std::string refusal(const Proven& proven, const Certificate& certificate) {
    const auto checked = check_certificate(proven.system, proven.suppression.hidden, certificate);
    return checked ? "" : checked.error().key;
}

class Certificates : public ::testing::TestWithParam<const char*> {};

TEST_P(Certificates, ProveEverySensitiveCellAgainstEverybody) {
    const Proven made = proven(GetParam());
    EXPECT_EQ(refusal(made, made.certificate), "");
    EXPECT_EQ(certify(made.system, made.suppression.proofs).value(), made.certificate) << "the same again";
}

TEST_P(Certificates, AreRefusedWithAnyOpeningLess) {
    const Proven made = proven(GetParam());
    ASSERT_FALSE(made.certificate.openings.empty());
    for (std::size_t o = 0; o < made.certificate.openings.size(); ++o) {
        Certificate less = made.certificate;
        less.openings.erase(less.openings.begin() + static_cast<std::ptrdiff_t>(o));
        // An opening for one knower may serve others; without the outsiders' own, a knower's still proves it to them.
        const bool first = o == 0 || made.certificate.openings[o - 1].cell != made.certificate.openings[o].cell;
        const bool alone = first && (o + 1 == made.certificate.openings.size() || made.certificate.openings[o + 1].cell != made.certificate.openings[o].cell);
        if (alone) EXPECT_EQ(refusal(made, less), "statistics.not_open") << o;
    }
}

TEST_P(Certificates, AreRefusedWithAnyPersonMoved) {
    const Proven made = proven(GetParam());
    for (std::size_t s = 0; s < made.certificate.shifts.size(); ++s) {
        Certificate wrong = made.certificate;
        wrong.shifts[s].front().second += 1;
        EXPECT_NE(refusal(made, wrong), "") << s;
    }
    Certificate wrong = made.certificate;
    ++wrong.persons.front();
    EXPECT_EQ(refusal(made, wrong), "statistics.wrong_population");
}

TEST_P(Certificates, AreRefusedForAPatternThatShowsMore) {
    const Proven made = proven(GetParam());
    for (std::size_t c = 0; c < made.system.cells.size(); ++c) {
        if (!made.suppression.hidden[c]) continue;
        Pattern mutant = made.suppression.hidden;
        mutant[c] = 0;
        EXPECT_FALSE(check_certificate(made.system, mutant, made.certificate)) << c;
    }
}

INSTANTIATE_TEST_SUITE_P(Problems, Certificates, ::testing::Values("z1_maxN3_z0", "z2_linked_maxN3_z0", "z2_linked_maxN3_z1", "syn_dev_P1_n3z0"));

TEST(Certificate, NamesNumbersThatAreOutOfRange) {
    const Proven made = proven("z1_maxN3_z0");
    Certificate wrong = made.certificate;
    wrong.openings.front().high = 1000;
    EXPECT_EQ(refusal(made, wrong), "statistics.bad_certificate");
    wrong = made.certificate;
    wrong.shifts.front().front().first = -1;
    EXPECT_EQ(refusal(made, wrong), "statistics.bad_certificate");
    wrong = made.certificate;
    wrong.persons.pop_back();
    EXPECT_EQ(refusal(made, wrong), "statistics.bad_certificate");
}

TEST(Certificate, FindsTheTrueCountsWhereNobodyCountedTheGroups) {
    Problem problem = read_problem(std::string(HOMEWARD_ROOT) + "/tests/data/sdc/z2_linked_maxN3_z0").value();
    problem.persons.clear();
    problem.knowers.clear();
    const CellSystem system = system_of(problem);
    const auto suppression = suppress(system).value();
    const auto certificate = certify(system, suppression.proofs);
    ASSERT_TRUE(certificate);
    EXPECT_TRUE(check_certificate(system, suppression.hidden, *certificate));
}

TEST(Certificate, IsNotMadeFromProofsThatOpenNothing) {
    const Proven made = proven("z1_maxN3_z0");
    EXPECT_EQ(certify(made.system, {}).error().key, "statistics.not_open");
}

}  // namespace
}  // namespace homeward::statistics
