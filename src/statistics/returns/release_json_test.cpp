#include "statistics/returns/release_json.h"

#include <gtest/gtest.h>

#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

Release release_of(const TableSet& set) {
    const SafeTableSet safe = protect(set, {}).value();
    return {"UZ", 2024, {2024, 12, 31}, safe.rules, released(safe),
            {{"coordinator", Instant{1'735'700'000'000}}, {"data_protection_officer", Instant{1'735'800'000'000}}}, Instant{1'735'900'000'000}};
}

const Register people{{{"sex", {"female", "male"}}, {"age_band", {"child", "adult", "old"}}}, {20, 30, 7, 40, 50, 12}};

Release some_release() { return release_of({{table_of(people, "t1", {0, 1}), table_of(people, "t2", {1})}}); }

TEST(ReleaseJson, ReadsWhatItWrites) {
    const Release release = some_release();
    const std::string text = write_release(release);
    const auto read = read_release(text);
    ASSERT_TRUE(read) << read.error().key << " " << read.error().field;
    EXPECT_EQ(*read, release);
    EXPECT_EQ(write_release(*read), text);
}

const Register tried{{{"sex", {"female", "male"}}, {"age_band", {"child", "adult", "old"}}, {"support", {"reached", "not_reached"}}},
                     {20, 0, 15, 14, 0, 0, 21, 12, 33, 0, 12, 10}};

/// Everybody by sex and age, and the same with what they were given, whose zeros are hidden.
Release with_hidden_zeros(Rules rules) {
    const TableSet set{{table_of(tried, "t1", {0, 1}), table_of(tried, "support", {0, 1, 2})}};
    rules.zeros_hidden = {"support"};
    const SafeTableSet safe = protect(set, rules).value();
    return {"UZ", 2024, {2024, 12, 31}, safe.rules, released(safe), {}, Instant{1'735'900'000'000}};
}

TEST(ReleaseJson, CarriesWhoseZerosAreHidden) {
    Rules rules;
    rules.group_attribute = {"support"};
    const Release release = with_hidden_zeros(rules);
    const std::string text = write_release(release);
    EXPECT_NE(text.find(R"("zeros_hidden":["support"],"group_attribute":["support"])"), std::string::npos);
    const auto read = read_release(text);
    ASSERT_TRUE(read) << read.error().key << " " << read.error().field << " " << read.error().params.at("cell");
    EXPECT_EQ(*read, release);
    EXPECT_EQ(write_release(*read), text);
    EXPECT_EQ(write_release(some_release()).find("zeros_hidden"), std::string::npos) << "what older versions wrote keeps its bytes";
}

TEST(ReleaseJson, RefusesRulesInOtherBytes) {
    const std::string text = write_release(with_hidden_zeros({}));
    for (const char* other : {R"("zeros_hidden":[])", R"("zeros_hidden":["support","support"])", R"("zeros_hidden":["support","a"])"}) {
        std::string changed = text;
        const std::string own = R"("zeros_hidden":["support"])";
        changed.replace(changed.find(own), own.size(), other);
        EXPECT_EQ(read_release(changed).error().key, "release.rules") << other;
    }
}

TEST(ReleaseJson, RefusesAZeroThatTells) {
    const Release release = with_hidden_zeros({});
    const auto& dimensions = release.tables[1].dimensions;
    // No girl is without support: that zero is hidden. There are no old women at all, as the first table says: theirs are shown.
    const auto telling = cell_at(dimensions, std::vector<int>{0, 0, 1});
    EXPECT_TRUE(release.tables[1].cells[telling].hidden());
    const auto nobody = cell_at(dimensions, std::vector<int>{0, 2, 0});
    EXPECT_EQ(release.tables[1].cells[nobody].persons, 0);
    Release changed = release;
    changed.tables[1].cells[telling].persons = 0;
    const auto read = read_release(write_release(changed));
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error().key == "release.zero_shown" || read.error().key == "release.derivable") << read.error().key;
    Release alone = release;
    alone.tables.erase(alone.tables.begin());
    EXPECT_EQ(read_release(write_release(alone)).error().key, "release.zero_shown") << "no other table tells it";
}

TEST(ReleaseJson, RefusesACategoryThatHoldsNearlyAll) {
    // All but three of a group of forty-three: who is known to be in the group is nearly known to be in the category.
    const ReleasedTable telling{"support", {"support", 1}, "people", {{"support", {"low", "middle", "high"}}}, {{40}, {}, {}, {43}}};
    Release release{"UZ", 2024, {2024, 12, 31}, {}, {telling}, {}, Instant{1'735'900'000'000}};
    EXPECT_TRUE(read_release(write_release(release)));
    release.rules.group_attribute = {"support"};
    const auto read = read_release(write_release(release));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().key, "release.group_attribute");
    EXPECT_EQ(read.error().params.at("cell"), "support=low");
}

TEST(ReleaseJson, NeverTellsWhichHiddenCellsAreUnderTheFloor) {
    const std::string text = write_release(some_release());
    EXPECT_NE(text.find(R"({"hidden":true})"), std::string::npos);
    for (const char* word : {"by_rule", "protects", "primary", "sensitive", "people\":[", "fingerprint"}) EXPECT_EQ(text.find(word), std::string::npos) << word;
}

/// The error of a release that somebody changed.
template <class Change>
Error after(Change change) {
    Release release = some_release();
    change(release);
    const auto read = read_release(write_release(release));
    EXPECT_FALSE(read);
    return read ? Error{} : read.error();
}

std::size_t first_hidden(const ReleasedTable& table) {
    std::size_t cell = 0;
    while (!table.cells[cell].hidden()) ++cell;
    return cell;
}

TEST(ReleaseJson, IsRefusedWithTableAndCell) {
    const Error margin = after([](Release& r) { *r.tables[1].cells.back().persons += 1; });
    EXPECT_EQ(margin.key, "release.margin");
    EXPECT_EQ(margin.field, "t2");
    EXPECT_EQ(margin.params.at("cell"), "total");
    const Error negative = after([](Release& r) { r.tables[0].cells.back().persons = -3; });
    EXPECT_EQ(negative.key, "release.negative_count");
    EXPECT_EQ(negative.params.at("cell"), "total");
    const Error small = after([](Release& r) { r.tables[0].cells[first_hidden(r.tables[0])].persons = 7; });
    EXPECT_EQ(small.key, "release.under_floor");
    const Error shape = after([](Release& r) { r.tables[0].cells.pop_back(); });
    EXPECT_EQ(shape.key, "release.table_shape");
    EXPECT_EQ(shape.field, "t1");
}

TEST(ReleaseJson, IsRefusedWhenOneSubtractionOpensACell) {
    // One of the rectangle is shown again: its row then has a single hidden cell.
    const auto truth = table_of(people, "t1", {0, 1}).counts;
    const Error derivable = after([&](Release& r) {
        const std::size_t cell = first_hidden(r.tables[0]);
        r.tables[0].cells[cell].persons = truth[cell];
    });
    EXPECT_EQ(derivable.key, "release.derivable");
    EXPECT_EQ(derivable.field, "t1");
}

TEST(ReleaseJson, IsRefusedWhenTheSamePeopleAreShownAndHidden) {
    const Error two = after([](Release& r) {
        r.tables[1].cells[0].persons.reset();
        r.tables[1].cells[1].persons.reset();
    });
    EXPECT_EQ(two.key, "release.two_decisions");
    EXPECT_EQ(two.field, "t2");
    EXPECT_EQ(two.params.at("cell"), "age_band=child");
}

TEST(ReleaseJson, IsRefusedWhenItsHeadIsWrong) {
    EXPECT_EQ(after([](Release& r) { r.state = "UZB"; }).key, "release.state");
    EXPECT_EQ(after([](Release& r) { r.year = 1999; }).key, "release.year");
    EXPECT_EQ(after([](Release& r) { r.rules.floor = 0; }).key, "release.rules");
    EXPECT_EQ(after([](Release& r) { r.sign_offs[0].role = ""; }).key, "release.sign_offs");
    EXPECT_EQ(after([](Release& r) { r.tables[1].key = "t1"; }).key, "release.table_shape");
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto found = text.find(from);
    EXPECT_NE(found, std::string::npos) << from;
    return text.replace(found, from.size(), to);
}

TEST(ReleaseJson, IsRefusedWhenItsTextIsWrong) {
    const std::string text = write_release(some_release());
    const auto key_of = [](const std::string& wrong) { return read_release(wrong).error().key; };
    EXPECT_EQ(key_of(changed(text, R"({"hidden":true})", R"({"value":12,"hidden":true})")), "release.hidden_flag");
    EXPECT_EQ(key_of(changed(text, R"({"hidden":true})", R"({"hidden":false})")), "release.hidden_flag");
    EXPECT_EQ(key_of(changed(text, R"("format":1)", R"("format":2)")), "release.format");
    EXPECT_EQ(key_of(changed(text, R"("definitions":[{"indicator":"t1","version":1},)", R"("definitions":[)")), "release.definition");
    EXPECT_EQ(key_of(changed(text, R"("hidden":true)", R"("hidden":true,"reason":"by_rule")")), "json.unknown");
    EXPECT_EQ(key_of(changed(text, R"("value":159)", R"("value":1.5)")), "json.wrong_type");
    for (std::size_t cut = 0; cut < text.size(); cut += 97) EXPECT_EQ(key_of(text.substr(0, cut)), "json.malformed");
}

TEST(ReleaseJson, IsRefusedWhenItIsHuge) {
    Release release = some_release();
    ReleasedTable& table = release.tables[0];
    table.dimensions.assign(3, {});
    for (std::size_t d = 0; d < 3; ++d) {
        table.dimensions[d].key = std::to_string(d);
        for (int c = 0; c < 200; ++c) table.dimensions[d].categories.push_back(std::to_string(c));
    }
    EXPECT_EQ(read_release(write_release(release)).error().key, "release.table_shape");
}

}  // namespace
}  // namespace homeward::statistics
