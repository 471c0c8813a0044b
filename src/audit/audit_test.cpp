#include <gtest/gtest.h>

#include <filesystem>

#include "audit/head_file.h"
#include "audit/log.h"

namespace homeward::audit {
namespace {

struct AuditTest : testing::Test {
    store::Connection db{":memory:", store::Connection::Mode::read_write};
    Head noted;
    AuditTest() {
        store::migrate(db, schema());
        for (int i = 0; i < 20; ++i) {
            append(db, {i * 1000}, "account", {"person.read", "person", std::to_string(i), i % 2 ? "p1" : "p2", {{"n", std::to_string(i)}}});
        }
        noted = head(db);
    }
};

TEST_F(AuditTest, AnUntouchedChainIsIntact) {
    const Check check = verify(db, noted);
    EXPECT_TRUE(check.intact) << check.problem;
    EXPECT_EQ(check.leaves, 20);
    EXPECT_EQ(leaves_of_person(db, "p1", 0, 100).size(), 10u);
    EXPECT_EQ(leaves(db, 5, 100).size(), 4u);
}

TEST_F(AuditTest, EveryChangedColumnOfEveryLineIsFound) {
    for (int seq = 1; seq <= 20; ++seq) {
        for (const char* column : {"at", "actor", "action", "subject", "subject_id", "person_id", "details"}) {
            db.exec("SAVEPOINT s");
            db.run(std::string("UPDATE audit_leaves SET ") + column + " = " + column + " || 'x' WHERE seq = $1", seq);
            const Check check = verify(db, noted);
            EXPECT_FALSE(check.intact);
            EXPECT_EQ(check.seq, seq) << column;
            db.exec("ROLLBACK TO s; RELEASE s");
        }
    }
}

TEST_F(AuditTest, ARemovedLineIsFoundAlsoAtTheEnd) {
    for (int seq = 1; seq <= 20; ++seq) {
        db.exec("SAVEPOINT s");
        db.run("DELETE FROM audit_leaves WHERE seq = $1", seq);
        EXPECT_EQ(verify(db, noted).seq, seq);
        db.exec("ROLLBACK TO s; RELEASE s");
    }
}

TEST_F(AuditTest, TwoLinesThatChangePlacesAreFound) {
    db.exec("UPDATE audit_leaves SET seq = -1 WHERE seq = 7; UPDATE audit_leaves SET seq = 7 WHERE seq = 8;"
            "UPDATE audit_leaves SET seq = 8 WHERE seq = -1");
    EXPECT_EQ(verify(db, noted).seq, 7);
}

TEST_F(AuditTest, AChainRewrittenAsAWholeIsFound) {
    db.exec("DELETE FROM audit_leaves");
    for (int i = 0; i < 25; ++i) append(db, {i}, "account", {"person.read", "person", "other"});
    EXPECT_TRUE(verify(db, std::nullopt).intact);
    EXPECT_FALSE(verify(db, noted).intact);
}

TEST_F(AuditTest, TheNotedHeadCannotBeForged) {
    const std::string path = testing::TempDir() + "head_" + std::to_string(Instant::system_now().ms);
    std::array<std::uint8_t, 32> key{1, 2, 3}, other{4};
    EXPECT_FALSE(HeadFile::read(path, key));
    HeadFile(path, key).note(noted);
    EXPECT_EQ(HeadFile::read(path, key)->seq, 20);
    EXPECT_EQ(HeadFile::read(path, key)->hash, noted.hash);
    EXPECT_THROW((void)HeadFile::read(path, other), std::runtime_error);
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace homeward::audit
