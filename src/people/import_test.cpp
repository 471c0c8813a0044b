#include <fstream>
#include <sstream>

#include "people/duplicates.h"
#include "people/edit_person.h"
#include "people/family.h"
#include "people/import_command.h"
#include "people/import_commit.h"
#include "people/import_draft.h"
#include "people/listed_words.h"
#include "people/people_fixture.h"

namespace homeward::people {
namespace {

std::string file_bytes(const std::string& name) {
    std::ifstream file(std::string(HOMEWARD_ROOT) + "/tests/data/arrivals/" + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

struct ImportTest : PeopleFixture {
    const std::string list_name = "uz_mehr_arrivals.xlsx";
    std::string bytes = file_bytes(list_name);

    ArrivalVerdict verdict() {
        auto read = read_against_register(*reg, bytes, {list_name, Date{2021, 4, 30}, {}, {}, {}}, Date::of(now));
        EXPECT_TRUE(read) << read.error().key;
        return read ? std::move(read).value() : ArrivalVerdict{};
    }
    ImportOrder order(PairDecisions decisions = {}) {
        return {ImportBatchId::make(now), "sha of the file", "uz-mehr-5", std::move(decisions), false};
    }
    Result<ImportResult> commit(const ArrivalVerdict& list, const ImportOrder& what, const access::Actor* who = nullptr) {
        return act<ImportResult>(who ? *who : coordinator, [&](access::Work& work) { return commit_arrivals(work, *reg, list, what); });
    }
    RegisterItem person(const char* query) {
        RegisterFilter filter;
        filter.query = query;
        const auto page = list(coordinator, filter);
        EXPECT_EQ(page.items.size(), 1u) << query;
        return page.items.empty() ? RegisterItem{} : page.items[0];
    }
    std::int64_t open_pairs() { return number("SELECT count(*) FROM duplicate_candidates WHERE state = 'open'"); }
};

TEST_F(ImportTest, BringsInEverybodyNotRefusedWithFamilies) {
    const auto list_read = verdict();
    EXPECT_EQ(reg->size(), 0u) << "nothing is stored before the import";
    const auto done = commit(list_read, order());
    ASSERT_TRUE(done) << done.error().key << " " << done.error().field;
    EXPECT_EQ(done->rows, 93);
    EXPECT_EQ(done->persons, 85);
    EXPECT_EQ(done->refused, 8);
    EXPECT_EQ(done->families, 22);
    EXPECT_EQ(done->undecided, 3);
    EXPECT_EQ(reg->size(), 85u);
    EXPECT_EQ(open_pairs(), 3);
    EXPECT_EQ(number("SELECT count(*) FROM persons WHERE family_id IS NULL"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM persons WHERE region = ''"), 0);
    EXPECT_EQ(leaves("arrivals.imported"), 1);
    EXPECT_EQ(leaves("person.created"), 85);

    const auto mother = person("Хужаева Севара");
    const auto family = act<Family>(coordinator, [&](access::Work& work) { return read_family(work, *reg, *mother.family_id); });
    ASSERT_TRUE(family);
    EXPECT_EQ(family->members.size(), 3u);
    for (const auto& member : family->members) EXPECT_EQ(member.head, member.person.id == mother.id);
    EXPECT_EQ(mother.region, "UZ-AN");
    EXPECT_EQ(mother.stage_id, "uz-mehr-5");
}

TEST_F(ImportTest, ASecondClickHasNoSecondEffect) {
    const auto list_read = verdict();
    const auto what = order();
    const auto first = commit(list_read, what);
    const auto second = commit(list_read, what);
    ASSERT_TRUE(first && second);
    EXPECT_FALSE(first->repeated);
    EXPECT_TRUE(second->repeated);
    EXPECT_EQ(second->persons, first->persons);
    EXPECT_EQ(second->undecided, first->undecided);
    EXPECT_EQ(reg->size(), 85u);
    EXPECT_EQ(number("SELECT count(*) FROM persons"), 85);
}

TEST_F(ImportTest, PairsThatAreOnePersonBecomeOneWithBothNames) {
    const auto done = commit(verdict(), order({{"r32-r95", PairDecision::same}, {"r54-r96", PairDecision::different}}));
    ASSERT_TRUE(done) << done.error().key;
    EXPECT_EQ(done->persons, 84);
    EXPECT_EQ(done->joined, 1);
    EXPECT_EQ(done->undecided, 1);
    const auto one = person("Shodmonova Xadicha");
    EXPECT_EQ(one.name, "Шодмонова Хадича Бахромовна");
    EXPECT_EQ(number("SELECT count(*) FROM persons WHERE id = '" + one.id.str() + "' AND relationship = 'head'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM families WHERE head_person_id = '" + one.id.str() + "'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM duplicate_candidates WHERE state = 'different'"), 1);
}

TEST_F(ImportTest, TheSameFileAgainMeetsEverybodyInTheRegister) {
    ASSERT_TRUE(commit(verdict(), order()));
    const auto again = verdict();
    std::size_t met = 0;
    for (const auto& row : again.rows) met += row.register_matches.empty() ? 0 : 1;
    EXPECT_GE(met, 80u);
    EXPECT_EQ(commit(again, order()).error().key, "import.already_imported");

    auto what = order();
    what.again = true;
    for (const auto& pair : pairs_of(again)) {
        // The likeliest of each row comes first.
        if (!pair.person) continue;
        const bool first = std::none_of(what.decisions.begin(), what.decisions.end(), [&](const auto& each) {
            return each.first.starts_with("r" + std::to_string(pair.row) + "-p") && each.second == PairDecision::same;
        });
        const auto& matches = std::find_if(again.rows.begin(), again.rows.end(), [&](const auto& row) { return row.row == pair.row; })->register_matches;
        if (first && matches.front().person_id == pair.person->str()) what.decisions[pair.key] = PairDecision::same;
    }
    const auto before = number("SELECT count(*) FROM families");
    const auto done = commit(again, what);
    ASSERT_TRUE(done) << done.error().key;
    EXPECT_EQ(done->persons, 85 - static_cast<int>(met));
    EXPECT_EQ(number("SELECT count(*) FROM families"), before + done->families);
    EXPECT_EQ(number("SELECT count(*) FROM person_documents"), number("SELECT count(DISTINCT id) FROM person_documents"));
}

TEST_F(ImportTest, WhatTheRegisterLearntSinceThePreviewIsAskedAnew) {
    const auto list_read = verdict();  // the register is empty here
    add(given("Хужаева", "Севара", "Мусоевна", "1982-07-17"));
    const auto done = commit(list_read, order());
    ASSERT_TRUE(done);
    EXPECT_EQ(done->undecided, 4);
}

TEST_F(ImportTest, DecisionsThatCannotBeAreRefusedAndStoreNothing) {
    const auto list_read = verdict();
    EXPECT_EQ(commit(list_read, order({{"r1-r2", PairDecision::same}})).error().key, "import.no_such_pair");
    EXPECT_EQ(commit(list_read, order({{"'; DROP TABLE persons", PairDecision::same}})).error().key, "import.no_such_pair");
    EXPECT_EQ(commit(list_read, order(), &supervisor).error().code, ErrorCode::forbidden);
    auto elsewhere = order();
    elsewhere.stage_id = "kg-aikol-4";
    EXPECT_EQ(commit(list_read, elsewhere).error().key, "person.unknown_stage");
    EXPECT_EQ(number("SELECT count(*) FROM persons"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM families"), 0);
    EXPECT_EQ(reg->size(), 0u);
}

TEST_F(ImportTest, ARowThatIsTwoPeopleOfTheRegisterIsAContradiction) {
    const auto one = add(given("Хужаева", "Севара", "Мусоевна", "1982-07-17"));
    const auto two = add(given("Xoʻjayeva", "Sevara", "Musoyevna", "1982-07-17"));
    const auto list_read = verdict();
    const auto refused = commit(list_read, order({{"r4-p" + one.str(), PairDecision::same}, {"r4-p" + two.str(), PairDecision::same}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "import.contradiction");
    EXPECT_EQ(refused.error().params.at("row"), "4");
}

TEST_F(ImportTest, SomebodyOfTheRegisterIsCompletedNotOverwritten) {
    auto known = given("Xoʻjayeva", "Sevara", "Musoyevna", "1982-07-17");
    known.region = "UZ-TK";
    const auto id = add(known);
    const auto done = commit(verdict(), order({{"r4-p" + id.str(), PairDecision::same}}));
    ASSERT_TRUE(done) << done.error().key;
    EXPECT_EQ(done->persons, 84);
    const auto now_known = act<Person>(coordinator, [&](access::Work& work) { return read_person(work, id); });
    ASSERT_TRUE(now_known);
    EXPECT_EQ(now_known->names.size(), 2u);
    EXPECT_EQ(now_known->names[0].family, "Xoʻjayeva");
    EXPECT_EQ(now_known->region, "UZ-TK");
    EXPECT_EQ(now_known->papers.size(), 1u);
    ASSERT_TRUE(now_known->family_id);
    EXPECT_EQ(reg->family(*now_known->family_id).size(), 3u);
}

TEST_F(ImportTest, RunsFromTheCommandLineOnce) {
    std::ostringstream said;
    FileImport asked{std::string(HOMEWARD_ROOT) + "/tests/data/arrivals/" + list_name, "uz-mehr-5", std::nullopt, false};
    EXPECT_EQ(run_import(asked, *works, *reg, said), 0) << said.str();
    EXPECT_EQ(reg->size(), 85u);
    EXPECT_EQ(run_import(asked, *works, *reg, said), 1);
    EXPECT_NE(said.str().find("import.already_imported"), std::string::npos);
    asked.file = "/nowhere.xlsx";
    EXPECT_EQ(run_import(asked, *works, *reg, said), 2);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE actor = 'command_line' AND action = 'arrivals.imported'"), 1);
}

TEST(ImportDraftsTest, AreTheirOwnersOnlyExpireAndHaveAnEnd) {
    ImportDrafts drafts({.file_bytes = 1000, .total_bytes = 2500, .drafts = 4, .drafts_of_one = 2, .minutes = 30});
    const auto owner = access::AccountId::make({1}), other = access::AccountId::make({2});
    Instant now{1'700'000'000'000};
    const auto draft = [&](access::AccountId who, std::size_t size) {
        ImportDraft made;
        made.id = ImportBatchId::make(now = now.plus_ms(1));
        made.owner = who;
        made.bytes = std::make_shared<const std::string>(size, 'x');
        return made;
    };
    const auto first = *drafts.keep(draft(owner, 900), now);
    EXPECT_TRUE(drafts.find(owner, first->id, now));
    EXPECT_EQ(drafts.find(other, first->id, now).error().key, "import.expired");
    EXPECT_EQ(drafts.keep(draft(owner, 5000), now).error().key, "import.too_large");

    ASSERT_TRUE(drafts.keep(draft(owner, 900), now));
    // Others' drafts are never driven out.
    EXPECT_EQ(drafts.keep(draft(other, 1000), now).error().key, "import.no_room");
    // The owner's oldest is.
    ASSERT_TRUE(drafts.keep(draft(owner, 900), now));
    EXPECT_FALSE(drafts.find(owner, first->id, now));
    EXPECT_EQ(drafts.size(), 2u);
    EXPECT_TRUE(drafts.keep(draft(other, 500), now.plus_seconds(31 * 60)));
    EXPECT_EQ(drafts.size(), 1u);
}

TEST(ListedWords, MeanCodes) {
    EXPECT_EQ(relationship_as_listed("мать (глава семьи)", true), "head");
    EXPECT_EQ(relationship_as_listed("дочь", false), "daughter");
    EXPECT_EQ(relationship_as_listed("ұлы", false), "son");
    EXPECT_EQ(relationship_as_listed("эже-синди", false), "sister");
    EXPECT_EQ(relationship_as_listed("чон эне", false), "grandmother");
    EXPECT_EQ(relationship_as_listed("жалғыз келді", false), "unaccompanied");
    EXPECT_EQ(relationship_as_listed("godmother", false), "");
    EXPECT_EQ(document_kind_as_listed("свид. о рожд. (иностр.)"), "foreign_birth_certificate");
    EXPECT_EQ(document_kind_as_listed("загранпаспорт"), "travel_passport");
    EXPECT_EQ(document_kind_as_listed("жеке куәлік"), "id_card");
    EXPECT_EQ(document_kind_as_listed("in mother's document"), "entry_in_parents_document");
    EXPECT_EQ(document_kind_as_listed("a letter"), "other");
    EXPECT_EQ(document_kind_as_listed(" "), "");
}

}  // namespace
}  // namespace homeward::people
