#include "identity/duplicate_index.h"

#include <gtest/gtest.h>

#include "identity/register_fixture.h"

namespace homeward::identity {
namespace {

using Slots = std::vector<Slot>;

Description person(NameParts name, std::string_view born_on) {
    return {{std::move(name)}, Sex::female, PartialDate::parse(born_on)};
}

class Candidates : public ::testing::Test {
protected:
    Slots of(NameParts name, std::string_view born_on, std::vector<std::string> documents = {}) const {
        return index.candidates(person(std::move(name), born_on), documents);
    }
    DuplicateIndex index;
};

TEST_F(Candidates, ShareTheNameInAnyScriptWithinAFewYears) {
    index.add(1, person({"Каримова", "Фотима", "Рустамовна"}, "2014-06-01"));
    EXPECT_EQ(of({"KARIMOVA", "Fatima", ""}, "2015"), Slots{1});
    EXPECT_EQ(of({"كريموفا", "فاطمة", ""}, ""), Slots{1});
    EXPECT_EQ(of({"Fotima", "Karimova", ""}, "2013~"), Slots{1});
    EXPECT_EQ(of({"Каримова", "Фотима", ""}, "1990-01-01"), Slots{});
    EXPECT_EQ(of({"Саидова", "Фотима", ""}, "2014"), Slots{});
}

TEST_F(Candidates, ShareTheBirthDateAndOneName) {
    index.add(1, person({"Каримова", "Фотима", ""}, "2014-06-01"));
    EXPECT_EQ(of({"Саидова", "Фатима", ""}, "2014-06-01"), Slots{1});
    EXPECT_EQ(of({"Каримов", "Амин", ""}, "2014-06-01"), Slots{1});
    EXPECT_EQ(of({"", "Фатима", ""}, "2014-06-01"), Slots{1});
    EXPECT_EQ(of({"Саидова", "Амина", ""}, "2014-06-01"), Slots{});
}

TEST_F(Candidates, ShareADocumentHoweverWritten) {
    const std::vector<std::string> documents = {"б/н", "AA 1234567"};
    index.add(1, person({"Каримова", "Фотима", ""}, "2014-06-01"), documents);
    EXPECT_EQ(of({"Юсупова", "Амина", ""}, "1980", {"аа1234567"}), Slots{1});
    EXPECT_EQ(of({"Юсупова", "Амина", ""}, "1980", {"б/н"}), Slots{});
}

TEST_F(Candidates, AreForgottenAndReplaced) {
    for (Slot slot = 0; slot < 3000; ++slot) index.add(slot, person({"Каримова", "Фотима", ""}, "2014-06-01"));
    EXPECT_EQ(of({"Каримова", "Фотима", ""}, "2014").size(), 3000u);
    for (Slot slot = 1; slot < 3000; ++slot) index.remove(slot);
    index.remove(2);
    index.remove(9999);
    EXPECT_EQ(of({"Каримова", "Фотима", ""}, "2014"), Slots{0});
    index.add(0, person({"Саидова", "Амина", ""}, "2000"));
    EXPECT_EQ(of({"Каримова", "Фотима", ""}, "2014"), Slots{});
    EXPECT_EQ(of({"Саидова", "Амина", ""}, "2000"), Slots{0});
    const auto before = index.memory_bytes();
    for (int i = 0; i < 10'000; ++i) index.add(static_cast<Slot>(i % 50), person({"Саидова", "Амина", ""}, "2000-02-02"));
    EXPECT_EQ(index.memory_bytes(), before);
}

TEST_F(Candidates, AreFewAmongAHundredThousandPeople) {
    constexpr Slot n = 100'000;
    const auto people = made_up_people(n);
    for (Slot slot = 0; slot < n; ++slot) index.add(slot, people[slot]);
    EXPECT_LT(index.memory_bytes(), 25u << 20);

    std::size_t seen = 0, found = 0;
    for (Slot row = 0; row < 10'000; ++row) {
        const Slot wanted = row * 7;
        Description written = people[wanted];
        written.names.erase(written.names.begin());  // the list has the Latin name only
        for (const Slot slot : index.candidates(written)) {
            ++seen;
            found += slot == wanted && compare(written, people[slot], {}).likelihood != Likelihood::different;
        }
    }
    EXPECT_EQ(found, 10'000u);
    EXPECT_LT(seen, 30'000u);
}

}  // namespace
}  // namespace homeward::identity
