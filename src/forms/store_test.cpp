#include "forms/store.h"

#include "access/program_for_tests.h"
#include "forms/shipped.h"
#include "store/connection.h"

namespace homeward::forms {
namespace {

using access::Actor;
using access::Role;
using access::Work;

Definition small(const std::string& label = "A question") {
    return *read_definition(R"({"id": "small", "version": 1, "title": {"en": "Small"}, "fields": [{"code": "a", "kind": "yes_no", "label": {"en": ")" + label + R"("}}]})");
}

struct FormsTest : access::ProgramTest {
    Actor coordinator = staff("coordinator", Role::coordinator), worker = staff("worker", Role::social_worker, "UZ-FA");
    FormsTest() : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), {schema()}) {}

    Version made() {
        return *act<Version>(coordinator, [](Work& work) { return create_form(work, "small", small()); });
    }
    Result<Version> save(int edit_version, const Definition& definition, const std::optional<Actor>& by = {}) {
        return act<Version>(by.value_or(coordinator), [&](Work& work) { return save_draft(work, edit_version, definition); });
    }
    Result<Version> publish_it(int version, int edit_version) {
        return act<Version>(coordinator, [&](Work& work) { return publish(work, "small", version, edit_version); });
    }
    Result<Version> next() {
        return act<Version>(coordinator, [](Work& work) { return start_version(work, "small"); });
    }
    void install() {
        ASSERT_TRUE(act<void>(system, [](Work& work) -> Done { install_shipped(work); return {}; }));
    }
    std::vector<Listed> listed(bool retired, bool drafts) {
        return get<std::vector<Listed>>([&](store::Connection& db) -> Result<std::vector<Listed>> { return list_forms(db, retired, drafts, {}, 100); });
    }
};

TEST_F(FormsTest, ADraftIsSavedByOneEditorAtATime) {
    const Version draft = made();
    EXPECT_EQ(draft.state, VersionState::draft);
    const auto saved = save(draft.edit_version, small("Another"));
    ASSERT_TRUE(saved) << saved.error().key;
    EXPECT_EQ(saved->definition.fields[0].label.at("en"), "Another");
    EXPECT_EQ(save(draft.edit_version, small("Mine")).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(save(saved->edit_version, small(), worker).error().key, "access.not_allowed");
    EXPECT_EQ(act<Version>(coordinator, [](Work& work) { return create_form(work, "small", small()); }).error().key, "form.exists");
    EXPECT_EQ(leaves("form.saved"), 1);
}

TEST_F(FormsTest, AListHasTheNoteAsItWasSavedLast) {
    Definition noted = small();
    noted.note = Texts{{"en", "Half an hour"}, {"ru", "Полчаса"}};
    const auto draft = act<Version>(coordinator, [&](Work& work) { return create_form(work, "small", noted); });
    ASSERT_TRUE(draft) << draft.error().key;
    EXPECT_EQ(listed(false, true).at(0).note, noted.note);
    noted.note->at("en") = "An hour";
    const auto saved = save(draft->edit_version, noted);
    ASSERT_TRUE(saved) << saved.error().key;
    EXPECT_EQ(listed(false, true).at(0).note, noted.note);
    noted.note.reset();
    ASSERT_TRUE(save(saved->edit_version, noted));
    EXPECT_EQ(listed(false, true).at(0).note, std::nullopt);
}

TEST_F(FormsTest, APublishedVersionNeverChanges) {
    const Version draft = made();
    const auto published = publish_it(1, draft.edit_version);
    ASSERT_TRUE(published) << published.error().key;
    EXPECT_EQ(save(published->edit_version, small("Changed")).error().key, "form.published");
    EXPECT_EQ(act<void>(coordinator, [](Work& work) { return drop_draft(work, "small", 1); }).error().key, "form.published");
    // Not by another program's SQL either.
    EXPECT_THROW(run("UPDATE form_versions SET definition = '{}' WHERE form = 'small'"), store::DatabaseError);
    EXPECT_THROW(run("DELETE FROM form_versions WHERE form = 'small'"), store::DatabaseError);
}

TEST_F(FormsTest, ANewVersionTakesThePlaceOfTheOneInUse) {
    ASSERT_TRUE(publish_it(1, made().edit_version));
    const auto draft = next();
    ASSERT_TRUE(draft) << draft.error().key;
    EXPECT_EQ(draft->version, 2);
    EXPECT_EQ(next().error().key, "form.draft_exists");
    Definition without = draft->definition;
    without.fields[0].code = "b";
    const auto saved = save(draft->edit_version, without);
    ASSERT_TRUE(saved);
    EXPECT_EQ(publish_it(2, saved->edit_version).error().key, "form.has_problems") << "`a` vanished without a word";
    without.changes = std::vector<Change>{{"a", {}, "b"}};
    const auto mended = save(saved->edit_version, without);
    ASSERT_TRUE(publish_it(2, mended->edit_version));
    EXPECT_EQ(get<Version>([](store::Connection& db) { return get_version(db, "small", 1); }).state, VersionState::retired);
    EXPECT_EQ(listed(false, false).at(0).published, 2);
}

TEST_F(FormsTest, ADraftWithProblemsIsKeptAndNotPublished) {
    const Version draft = made();
    auto wrong = small();
    wrong.fields[0].relevant = "${nobody} = 1";
    const auto saved = save(draft.edit_version, wrong);
    ASSERT_TRUE(saved);
    EXPECT_EQ(publish_it(1, saved->edit_version).error().key, "form.has_problems");
    EXPECT_EQ(listed(false, false).size(), 0u) << "a draft is for those who make forms";
    EXPECT_EQ(listed(false, true).at(0).draft, 1);
    ASSERT_TRUE(act<void>(coordinator, [](Work& work) { return drop_draft(work, "small", 1); }));
    EXPECT_EQ(listed(true, true).size(), 0u) << "a form without a version goes with it";
}

TEST_F(FormsTest, ARetiredFormIsOutOfUseUntilItsNextVersion) {
    ASSERT_TRUE(publish_it(1, made().edit_version));
    ASSERT_TRUE(act<void>(coordinator, [](Work& work) { return retire(work, "small"); }));
    EXPECT_EQ(listed(false, false).size(), 0u);
    EXPECT_TRUE(listed(true, false).at(0).retired_at);
    EXPECT_EQ(act<void>(coordinator, [](Work& work) { return retire(work, "small"); }).error().key, "form.not_published");
    const auto draft = next();
    ASSERT_TRUE(publish_it(2, draft->edit_version));
    EXPECT_FALSE(listed(false, false).at(0).retired_at);
}

TEST_F(FormsTest, ShippedFormsAreListedWithTheirNotes) {
    install();
    for (const auto& form : listed(false, false)) {
        const auto version = get<Version>([&](store::Connection& db) { return get_version(db, form.id, *form.published); });
        EXPECT_EQ(form.note, version.definition.note) << form.id;
    }
}

TEST_F(FormsTest, ShippedFormsAreInstalledOnce) {
    install();
    EXPECT_EQ(listed(false, false).size(), 9u);
    ASSERT_TRUE(act<void>(coordinator, [](Work& work) { return retire(work, "school"); }));
    install();
    EXPECT_EQ(listed(false, false).size(), 8u) << "what an installation retired stays retired";
    EXPECT_EQ(leaves("form.installed"), 9);
}

}  // namespace
}  // namespace homeward::forms
