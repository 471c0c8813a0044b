#include "casework/casework_fixture.h"
#include "casework/assessments/assessment.h"
#include "casework/letters/letter.h"
#include "casework/course/answer_words.h"
#include "casework/need.h"
#include "forms/shipped.h"
#include "forms/translate.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct AssessmentsTest : CaseworkFixture {
    Actor far_supervisor = staff("supervisor2", Role::supervisor, "UZ-BU");

    AssessmentsTest() {
        use(R"j([{"code": "works", "kind": "choice", "label": {"en": "Work?"}, "required": "true()", "dimension": "d",
                 "choices": [{"code": "yes", "label": {"en": "Yes"}, "score": 1}, {"code": "seasonal", "label": {"en": "In season"}, "score": 0.5}]},
                {"code": "story", "kind": "long_text", "label": {"en": "Story"}, "relevant": "${works} = 'yes'"},
                {"code": "age", "kind": "calculate", "label": {"en": "Age"}, "calculation": "age-in-years('2000-06-01')"}],
               "scales": [{"code": "s", "label": {"en": "S"}, "dimensions": [{"code": "d", "label": {"en": "D"}, "weight": 1}], "bands": []}])j", 1);
    }
    /// Publishes these fields, and whatever else is said behind them, as this version of the form `work`.
    void use(const std::string& fields, int version) {
        const auto definition = *forms::read_definition(R"({"id": "work", "version": )" + std::to_string(version) + R"(, "title": {"en": "Work"}, "fields": )" + fields + "}");
        const auto done = act<forms::Version>(coordinator, [&](Work& work) -> Result<forms::Version> {
            auto draft = version == 1 ? TRY(forms::create_form(work, "work", definition)) : TRY(forms::start_version(work, "work"));
            draft = TRY(forms::save_draft(work, draft.edit_version, definition));
            return forms::publish(work, "work", version, draft.edit_version);
        });
        EXPECT_TRUE(done) << done.error().key;
    }
    AssessmentId started(bool carry_over = false) {
        const auto id = act<AssessmentId>(worker, [&](Work& work) { return start_assessment(work, file, "work", carry_over); });
        EXPECT_TRUE(id) << id.error().key;
        return *id;
    }
    Result<AssessmentSaved> save(AssessmentId id, int version, const std::string& answers, const std::optional<Actor>& by = {}) {
        return act<AssessmentSaved>(by.value_or(worker), [&](Work& work) { return save_assessment(work, id, version, answers); });
    }
    Result<AssessmentWhole> submit(AssessmentId id, int version, const std::optional<Actor>& by = {}) {
        return act<AssessmentWhole>(by.value_or(worker), [&](Work& work) { return submit_assessment(work, id, version); });
    }
    Result<AssessmentWhole> decide_on(AssessmentId id, int version, bool approve, const Actor& by, const std::string& comment = {}) {
        return act<AssessmentWhole>(by, [&](Work& work) { return decide_assessment(work, id, version, approve, comment); });
    }
    AssessmentWhole read_it(AssessmentId id) {
        return *act<AssessmentWhole>(supervisor, [&](Work& work) { return read_assessment(work, id); });
    }
    AssessmentId approved(const std::string& answers) {
        const auto id = started();
        const auto saved = save(id, 1, answers);
        const auto submitted = submit(id, saved->line.version);
        EXPECT_TRUE(decide_on(id, submitted->line.version, true, supervisor));
        return id;
    }
    std::vector<std::string> kinds(const Actor& actor) {
        std::vector<std::string> all;
        const auto tasks = *act<std::vector<Task>>(actor, [](Work& work) -> Result<std::vector<Task>> { return tasks_of_assessments(work); });
        for (const auto& task : tasks) all.push_back(task.kind);
        return all;
    }
    static std::string answers_of(const auto& whole) { return forms::write_answers(whole.evaluation.answers); }
};

TEST_F(AssessmentsTest, AnswersAreSavedSubmittedAndApprovedByASecondPerson) {
    const auto id = started();
    const auto saved = save(id, 1, R"({"works": "yes", "story": "a bakery"})");
    ASSERT_TRUE(saved) << saved.error().key;
    EXPECT_EQ(answers_of(*saved), R"({"age":23,"story":"a bakery","works":"yes"})");
    EXPECT_EQ(saved->line.scores.at(0).total, 1.0);
    EXPECT_EQ(kinds(worker), (std::vector<std::string>{"finish_assessment"}));
    const auto submitted = submit(id, saved->line.version);
    ASSERT_TRUE(submitted) << submitted.error().key;
    EXPECT_EQ(save(id, submitted->line.version, "{}").error().key, "assessment.not_open");
    EXPECT_EQ(kinds(supervisor), (std::vector<std::string>{"approve_assessment"}));
    EXPECT_EQ(kinds(far_supervisor), (std::vector<std::string>{}));
    EXPECT_EQ(decide_on(id, submitted->line.version, true, worker).error().key, "access.not_allowed");
    EXPECT_EQ(decide_on(id, submitted->line.version, true, far_supervisor).error().key, "access.not_yours");
    const auto decided = decide_on(id, submitted->line.version, true, supervisor);
    ASSERT_TRUE(decided) << decided.error().key;
    EXPECT_EQ(decided->line.state, AssessmentState::approved);
    EXPECT_FALSE(decided->line.own_work);
    EXPECT_EQ(decided->moves.size(), 2u);
    EXPECT_EQ(leaves("assessment.approved"), 1);
}

TEST_F(AssessmentsTest, NothingIsSealedInTheOpen) {
    (void)save(started(), 1, R"({"works": "yes", "story": "Zebrafish"})");
    EXPECT_EQ(number("SELECT count(*) FROM form_answers WHERE instr(CAST(answers_sealed AS TEXT), 'Zebrafish') OR instr(scores, 'Zebrafish')"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE instr(CAST(action AS TEXT), 'Zebrafish')"), 0);
}

TEST_F(AssessmentsTest, ASecondEditorDoesNotOverwriteTheFirst) {
    const auto id = started();
    ASSERT_TRUE(save(id, 1, R"({"works": "yes"})"));
    EXPECT_EQ(save(id, 1, R"({"works": "seasonal"})", supervisor).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(answers_of(read_it(id)), R"({"age":23,"works":"yes"})");
    EXPECT_EQ(save(id, 2, R"({"works": "yes"})", other_worker).error().key, "access.not_yours");
}

TEST_F(AssessmentsTest, OneWithSomethingMissingIsNotHandedOver) {
    const auto id = started();
    EXPECT_EQ(submit(id, 1).error().key, "assessment.incomplete");
    const auto wrong = save(id, 1, R"({"works": "perhaps"})");
    EXPECT_EQ(wrong.error().key, "form.unknown_choice");
    EXPECT_EQ(wrong.error().field, "answers/works");
}

TEST_F(AssessmentsTest, OneFormIsOpenOnceInAFile) {
    const auto id = started();
    EXPECT_EQ(act<AssessmentId>(worker, [&](Work& work) { return start_assessment(work, file, "work", false); }).error().key, "assessment.open_exists");
    EXPECT_EQ(act<AssessmentId>(worker, [&](Work& work) { return start_assessment(work, file, "none", false); }).error().key, "form.not_published");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return drop_assessment(work, id); }));
    (void)approved(R"({"works": "yes"})");
    (void)started();
}

TEST_F(AssessmentsTest, OwnWorkIsApprovedOnlyByARightOfTheAccountAndIsMarked) {
    const auto id = started();
    const auto submitted = submit(id, save(id, 1, R"({"works": "yes"})")->line.version, supervisor);
    ASSERT_TRUE(submitted);
    EXPECT_EQ(kinds(supervisor), (std::vector<std::string>{}));
    EXPECT_EQ(decide_on(id, submitted->line.version, true, supervisor).error().key, "assessment.own_work");
    Actor alone = supervisor;
    alone.approves_own_work = true;
    EXPECT_EQ(kinds(alone), (std::vector<std::string>{"approve_assessment"}));
    const auto decided = decide_on(id, submitted->line.version, true, alone);
    ASSERT_TRUE(decided) << decided.error().key;
    EXPECT_TRUE(decided->line.own_work);
}

TEST_F(AssessmentsTest, OneGivenBackIsChangedAndTheHistoryTellsWhatDiffered) {
    const auto id = started();
    const auto submitted = submit(id, save(id, 1, R"({"works": "seasonal"})")->line.version);
    EXPECT_EQ(decide_on(id, submitted->line.version, false, supervisor, " ").error().key, "assessment.comment_needed");
    const auto returned = decide_on(id, submitted->line.version, false, supervisor, "Which season?");
    ASSERT_TRUE(returned) << returned.error().key;
    EXPECT_EQ(returned->moves.back().comment, "Which season?");
    EXPECT_EQ(kinds(worker), (std::vector<std::string>{"mend_assessment"}));
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return drop_assessment(work, id); }).error().key, "assessment.was_submitted");
    ASSERT_TRUE(submit(id, save(id, returned->line.version, R"({"works": "yes", "story": "x"})")->line.version));
    const history::Compartment all[]{history::Compartment::record};
    const auto changes = *act<std::vector<history::Change>>(supervisor, [&](Work& work) { return history::changes_of(work, person.uuid, all, id.str(), {}, 50); });
    const auto works = std::ranges::find(changes, "answers.works", &history::Change::field);
    ASSERT_NE(works, changes.end());
    EXPECT_EQ(works->before, "seasonal");
    EXPECT_EQ(works->after, "yes");
    // The page tells it as the form asks it.
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) -> Done {
        AnswerWords words(work, "ru");
        const auto said = words.of(*works);
        EXPECT_EQ(said->label, "Work?") << "the form has no Russian";
        EXPECT_EQ(said->before, "In season");
        EXPECT_EQ(said->after, "Yes");
        EXPECT_FALSE(words.of(*std::ranges::find(changes, "state", &history::Change::field))) << "what is no answer";
        return {};
    }));
}

TEST_F(AssessmentsTest, AnswersAreToldInTheFormsWordsAndOrder) {
    const auto whole = read_it(approved(R"({"works": "yes", "story": "a bakery"})"));
    const auto said = answers_in_words(whole.form.definition, forms::write_answers(whole.evaluation.answers), "ru");
    const std::vector<std::pair<std::string, std::string>> expected{{"Work?", "Yes"}, {"Story", "a bakery"}};
    EXPECT_EQ(said, expected) << "what was calculated was not asked";
}

TEST_F(AssessmentsTest, OldAnswersStayInTheirWordsAndSpeakTheNewCodesWhenCarriedOver) {
    const auto old = approved(R"({"works": "seasonal"})");
    use(R"([{"code": "has_work", "kind": "choice", "label": {"en": "Does she work?"},
             "choices": [{"code": "yes", "label": {"en": "Yes"}}, {"code": "partly", "label": {"en": "Partly"}}]}],
            "changes": [{"field": "works", "becomes": "has_work"}, {"field": "works", "choice": "seasonal", "becomes": "partly"}, {"field": "story"}, {"field": "age"}])", 2);
    const auto before = read_it(old);
    EXPECT_EQ(before.form.version, 1);
    EXPECT_EQ(before.form.definition.fields[0].label.at("en"), "Work?");
    EXPECT_EQ(answers_of(before), R"({"age":23,"works":"seasonal"})");
    const auto now = read_it(started(true));
    EXPECT_EQ(now.form.version, 2);
    EXPECT_EQ(answers_of(now), R"({"has_work":"partly"})");
}

TEST_F(AssessmentsTest, WhatWasHandedOverStaysAsItWasRead) {
    const auto id = approved(R"({"works": "yes"})");
    now = *Instant::parse("2030-01-01T00:00:00Z");
    EXPECT_EQ(answers_of(read_it(id)), R"({"age":23,"works":"yes"})") << "an age then is not an age now";
}

TEST_F(AssessmentsTest, TheCaseFileIsComposedWhereNothingIsWritten) {
    approved(R"({"works": "seasonal"})");
    // Setting the page takes a while: what it is set from is read beside the writer, and the letter that is made leaves the line.
    const auto paper = read<printing::Document>(worker, [&](Work& work) { return compose_letter(work, file, {{}, "case_file", "en", {}, {}}); });
    ASSERT_TRUE(paper);
    EXPECT_TRUE(std::ranges::any_of(paper->blocks, [](const printing::Block& block) {
        const auto* table = std::get_if<printing::Table>(&block);
        return table && std::ranges::any_of(table->rows, [](const auto& row) { return row.size() == 2 && row[1] == "In season"; });
    }));
}

TEST_F(AssessmentsTest, AFileWithAnApprovedFormWaitsForItsNeeds) {
    (void)approved(R"({"works": "yes"})");
    const auto all = [&] {
        std::vector<std::string> kinds;
        const auto tasks = *act<std::vector<Task>>(worker, [](Work& work) -> Result<std::vector<Task>> { return tasks_of(work); });
        for (const auto& task : tasks) kinds.push_back(task.kind);
        return kinds;
    };
    EXPECT_EQ(all(), (std::vector<std::string>{"assess"})) << "a plan is built on needs";
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return record_needs(work, people, file, {{NeedDomain::livelihood, NeedLevel::some, ""}}); }));
    EXPECT_EQ(all(), (std::vector<std::string>{"make_plan"}));
}

TEST_F(AssessmentsTest, AListIsPagedNewestFirst) {
    for (int i = 0; i < 3; ++i) (void)approved(R"({"works": "yes"})");
    const auto page = get<std::vector<Assessment>>([&](store::Connection& db) -> Result<std::vector<Assessment>> { return assessments_of(db, file, {}, 2); });
    ASSERT_EQ(page.size(), 2u);
    const auto rest = get<std::vector<Assessment>>([&](store::Connection& db) -> Result<std::vector<Assessment>> { return assessments_of(db, file, page.back().id, 2); });
    ASSERT_EQ(rest.size(), 1u);
    EXPECT_LT(rest[0].id, page[1].id);
}

}  // namespace
}  // namespace homeward::casework
