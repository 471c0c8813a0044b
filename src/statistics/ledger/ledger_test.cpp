#include <gtest/gtest.h>

#include <sstream>

#include "statistics/ledger/chain_for_tests.h"
#include "statistics/ledger/ledger_file.h"

namespace homeward::statistics {
namespace {

struct Ledger : testing::Test {
    Instant now = *Instant::parse("2025-02-10T09:00:00Z");
    std::map<std::string, exchange::NodeKeys> keys;
    MemberKeys known;
    ChainForTests uz, kg;
    CouncilForTests council;

    Ledger() {
        for (const std::string id : {"council", "kg", "uz"}) {
            keys.emplace(id, exchange::NodeKeys::generate(id));
            known.emplace(id, keys.at(id).sign.verify);
        }
        uz = {"uz", keys.at("uz").sign, 0, {}};
        kg = {"kg", keys.at("kg").sign, 0, {}};
        council.key = keys.at("council").sign;
    }
    /// Uzbekistan releases, Kyrgyzstan releases, Uzbekistan corrects and then withdraws.
    void given_four() {
        const auto first = uz.release(small_release("UZ", 2024, 20, 31, now), now);
        council.add(first, now);
        council.add(kg.release(small_release("KG", 2024, 50, 40, now), now, council.head()), now);
        now = now.plus_days(1);
        const auto corrected = uz.correct(small_release("UZ", 2024, 20, 32, now), first.entry.id, now, council.head());
        council.add(corrected, now);
        council.add(uz.withdraw(corrected.entry.id, now, council.head()), now);
    }
    /// Key of the first step that does not hold, with its place: `2 ledger.broken_link`; empty when all do.
    std::string verdict(const std::vector<JointEntry>& steps) const {
        Chain chain;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto read = read_joint(write_joint(steps[i]));
            const Done done = read ? chain.check(*read, known) : Done(read.error());
            if (!done) return std::to_string(i + 1) + " " + done.error().key;
            chain.add(*read);
        }
        return "";
    }
    /// What the second step would be if this entry stood there.
    std::string verdict_of(const SignedEntry& second) const {
        CouncilForTests other = council;
        other.steps.resize(1);
        other.add(second, now);
        return verdict(other.steps);
    }
};

TEST_F(Ledger, HoldsWhatIsChainedAndSigned) {
    given_four();
    EXPECT_EQ(verdict(council.steps), "");
    Chain chain;
    for (const auto& step : council.steps) chain.add(step);
    EXPECT_EQ(chain.head(), council.head());
    EXPECT_EQ(chain.tip("uz").place, 3);
    EXPECT_FALSE(chain.standing("uz", 2024)) << "withdrawn";
    EXPECT_TRUE(chain.standing("kg", 2024));
}

TEST_F(Ledger, AnEntryIsTheSameBytesWhereverItIsRead) {
    given_four();
    for (const auto& step : council.steps) {
        const std::string line = write_joint(step);
        EXPECT_EQ(write_joint(read_joint(line).value()), line);
        EXPECT_EQ(write_signed(read_signed(write_signed(step.signed_entry)).value()), write_signed(step.signed_entry));
    }
    EXPECT_EQ(read_signed(write_signed(council.steps[0].signed_entry) + " ").error().key, "ledger.not_canonical");
}

TEST_F(Ledger, EachChangedByteOfALineIsFound) {
    given_four();
    const std::string line = write_joint(council.steps[1]);
    Chain before;
    before.add(council.steps[0]);
    ASSERT_TRUE(before.check(read_joint(line).value(), known));
    int found = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::string changed = line;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto read = read_joint(changed);
        found += !read || !before.check(*read, known);
    }
    EXPECT_EQ(found, static_cast<int>(line.size()));
}

TEST_F(Ledger, AMissingAMovedAndADoubledStepAreNamed) {
    given_four();
    auto steps = council.steps;
    steps.erase(steps.begin() + 1);
    EXPECT_EQ(verdict(steps), "2 ledger.position");
    steps = council.steps;
    std::swap(steps[0], steps[1]);
    EXPECT_EQ(verdict(steps), "1 ledger.position");
    steps = council.steps;
    steps.insert(steps.begin(), steps.front());
    EXPECT_EQ(verdict(steps), "2 ledger.position");
}

TEST_F(Ledger, ACouncilThatRewritesItsOrderBreaksTheLinkBehind) {
    given_four();
    auto steps = council.steps;
    steps[1].added_at = now.plus_days(9);
    steps[1] = council.sign(steps[1]);
    EXPECT_EQ(verdict(steps), "3 ledger.broken_link");
}

TEST_F(Ledger, WhatTheStateOrTheCouncilDidNotSignIsForged) {
    given_four();
    auto entry = kg.sign(council.steps[1].signed_entry.entry);
    entry.entry.release->tables[0].cells[0].persons = 51;
    entry.entry.release->tables[0].cells[2].persons = 91;
    EXPECT_EQ(verdict_of(entry), "2 ledger.forged");
    EXPECT_EQ(verdict_of(uz.sign(council.steps[1].signed_entry.entry)), "2 ledger.forged") << "signed by another State";
    auto steps = council.steps;
    steps[1].signature = exchange::sign_detached(step_signature, write_step(steps[1]), uz.key);
    EXPECT_EQ(verdict(steps), "2 ledger.council_signature");
    steps = council.steps;
    std::swap(steps[2].signed_entry, steps[3].signed_entry);
    EXPECT_EQ(verdict(steps), "3 ledger.council_signature") << "the hash of the entry is in the step";
}

TEST_F(Ledger, AStateThatLeavesOutOrChangesAnEntryOfItsOwnIsFound) {
    given_four();
    Entry entry = council.steps[2].signed_entry.entry;
    entry.kind = EntryKind::release;
    entry.reason.clear();
    entry.replaces.reset();
    entry.release->year = 2023;
    entry.release->reference_date = {2023, 12, 31};
    entry.head = {};
    entry.place = 3;
    EXPECT_EQ(verdict_of(uz.sign(entry)), "2 ledger.place");
    entry.place = 2;
    EXPECT_EQ(verdict_of(uz.sign(entry)), "");
    entry.previous = hash_of(council.steps[1].signed_entry);
    EXPECT_EQ(verdict_of(uz.sign(entry)), "2 ledger.broken_chain");
    entry.previous = hash_of(council.steps[0].signed_entry);
    entry.head = {1, hash_of(council.steps[0].signed_entry)};
    EXPECT_EQ(verdict_of(uz.sign(entry)), "2 ledger.unknown_head");
    entry.head = {2, head_of(council.steps[1]).hash};
    EXPECT_EQ(verdict_of(uz.sign(entry)), "2 ledger.unknown_head") << "still to come";
    entry.head = {};
    entry.id = council.steps[0].signed_entry.entry.id;
    EXPECT_EQ(verdict_of(uz.sign(entry)), "2 ledger.id");
}

TEST_F(Ledger, ReplacesOnlyWhatIsItsOwnAndStands) {
    const auto first = council.add(uz.release(small_release("UZ", 2024, 20, 31, now), now), now).signed_entry.entry.id;
    auto other = kg;
    EXPECT_EQ(verdict_of(other.correct(small_release("KG", 2024, 50, 40, now), first, now)), "2 ledger.replaces");
    other = uz;
    EXPECT_EQ(verdict_of(other.release(small_release("UZ", 2024, 20, 31, now), now)), "2 ledger.must_replace");
    other = uz;
    EXPECT_EQ(verdict_of(other.correct(small_release("UZ", 2023, 20, 31, now), first, now)), "2 ledger.replaces") << "another year";
    other = uz;
    EXPECT_EQ(verdict_of(other.release(small_release("KG", 2024, 20, 31, now), now)), "2 ledger.kind") << "another State's tables";
    other = uz;
    council.add(uz.withdraw(first, now), now);
    EXPECT_EQ(verdict({council.steps[0], council.steps[1]}), "");
    council.add(uz.withdraw(first, now), now);
    EXPECT_EQ(verdict(council.steps), "3 ledger.replaces") << "it stands no longer";
}

TEST_F(Ledger, AnEntryHasWhatBelongsToItsKindAndNothingElse) {
    const Entry good = uz.release(small_release("UZ", 2024, 20, 31, now), now).entry;
    const auto key = [&](const std::function<void(Entry&)>& change) {
        Entry entry = good;
        change(entry);
        const auto read = read_signed(write_signed(uz.sign(entry)));
        return read ? "" : read.error().key + " " + read.error().field;
    };
    EXPECT_EQ(key([](Entry&) {}), "");
    EXPECT_EQ(key([](Entry& e) { e.kind = EntryKind::correction; }), "ledger.form replaces");
    EXPECT_EQ(key([](Entry& e) { e.reason = "Why not"; }), "ledger.form reason");
    EXPECT_EQ(key([](Entry& e) { e.release.reset(); }), "ledger.form release");
    EXPECT_EQ(key([](Entry& e) { e.certificate = "none"; }), "ledger.form certificate");
    EXPECT_EQ(key([](Entry& e) { e.certificate = std::string(64, 'a'); }), "");
    EXPECT_EQ(key([](Entry& e) { e.place = 2; }), "ledger.form place");
    EXPECT_EQ(key([](Entry& e) { e.head = {1, ""}; }), "ledger.form head");
    EXPECT_EQ(key([](Entry& e) { e.sign_offs = {{"coordinator", {}}}; }), "ledger.form sign_offs");
    EXPECT_EQ(key([](Entry& e) { e.release->tables[0].cells[0].persons = 3; }), "release.under_floor returnees");
    EXPECT_EQ(key([](Entry& e) {
        e.release.reset();
        e.kind = EntryKind::figure;
        e.figure = PublicFigure{{{}, {"returnees", 1}, "returnees", {2024, 12, 31}, {}, {"UZ", "KG"}, 141}, "Report"};
    }), "ledger.form states") << "not in order";
}

TEST_F(Ledger, AFileIsCheckedWithItsFirstBrokenLine) {
    given_four();
    std::string file = R"({"format":1,"keys":{)";
    for (const auto& [id, key] : known) file += (id == "council" ? "\"" : ",\"") + id + "\":\"" + to_base64url(key.x) + "\"";
    file += "}}\n";
    for (const auto& step : council.steps) file += write_joint(step) + "\n";
    const auto check = [&](const std::string& text, const MemberKeys& with) {
        std::istringstream in(text);
        return check_file(in, with);
    };
    EXPECT_EQ(check(file, known).steps, 4);
    EXPECT_EQ(check(file, known).line, 0);
    EXPECT_EQ(check(file, {}).head, council.head());
    std::string changed = file;
    changed.replace(changed.find("\"value\":50"), 10, "\"value\":52");
    EXPECT_EQ(check(changed, known).line, 3);
    EXPECT_EQ(check(changed, known).problem->key, "release.margin");
    EXPECT_EQ(check(file.substr(0, file.size() - 30), known).line, 5);
    EXPECT_EQ(check("", known).problem->key, "ledger.empty_file");
    MemberKeys others = known;
    others["uz"] = exchange::NodeKeys::generate("uz").sign.verify;
    EXPECT_EQ(check(file, others).problem->key, "ledger.other_keys");
    EXPECT_EQ(check(file, others).line, 1);
}

}  // namespace
}  // namespace homeward::statistics
