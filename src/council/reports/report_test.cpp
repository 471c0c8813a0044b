#include "council/council_fixture.h"
#include "council/papers/paper.h"
#include "council/reports/block_json.h"
#include "council/reports/report.h"
#include "council/reports/indicator_words.h"

namespace homeward::council {
namespace {

struct Reports : CouncilTest {
    access::Actor focal = account("focal.uz", access::Role::focal_point, "uz");
    access::Actor observer = account("observer", access::Role::observer, "osce");
    access::Actor guest = access::Actor::guest();

    Result<ReportId> draft(int year = 2024, const std::string& language = "en") {
        return act<ReportId>(secretariat, [&](access::Work& work) { return draft_report(work, members, year, language); });
    }
    Result<Report> see(const access::Actor& who, ReportId id) {
        return act<Report>(who, [&](access::Work& work) { return see_report(work, id); });
    }
    Done release(ReportId id, int version = 1, const access::Actor* who = nullptr) {
        return act<void>(who ? *who : secretariat, [&](access::Work& work) { return release_report(work, id, version); });
    }
    Done save(ReportId id, const ReportEdit& edit) {
        return act<void>(secretariat, [&](access::Work& work) { return save_report(work, id, edit); });
    }
    Result<ReportId> correct(ReportId id, const std::string& reason = "A training was counted twice.") {
        return act<ReportId>(secretariat, [&](access::Work& work) { return correct_report(work, members, id, reason); });
    }
    ReportEdit edit_of(ReportId id) {
        const auto report = *see(secretariat, id);
        ReportEdit edit{report.version, report.title, {}};
        for (const auto& section : report.sections) edit.sections.push_back({section.key, section.left_out, section.before, section.after});
        return edit;
    }
    /// All that the report says, as JSON.
    std::string said(ReportId id) {
        const auto report = *see(secretariat, id);
        return get<std::string>([&](store::Connection& db) -> Result<std::string> {
            return write_document(document_of(db, report));
        });
    }
    /// Value of a key figure.
    std::string figure(ReportId id, const std::string& label) {
        const auto report = *see(secretariat, id);
        for (const auto& section : report.sections) {
            for (const auto& [name, value] : section.drawn.figures) {
                if (name == label) return value;
            }
        }
        return "none";
    }
};

TEST_F(Reports, CountWhatTheYearBroughtAndNothingElse) {
    const auto session = *open("2024-05-14", "2024-05-14");
    now = *Instant::parse("2024-05-15T09:00:00Z");
    (void)act<void>(system, [&](access::Work& work) -> Done { work.db.run("UPDATE council_sessions SET state = 'held'"); return {}; });
    const auto decision = *decide(session, "2024-05-14");
    (void)*act_for("uz", decision, "2024-06-01");
    (void)*act_for("kg", decision, "2024-12-31");
    now = *Instant::parse("2024-09-01T09:00:00Z");
    const auto id = *draft();
    EXPECT_EQ(figure(id, "Sessions held"), "1");
    EXPECT_EQ(figure(id, "Decisions adopted"), "1");
    EXPECT_EQ(figure(id, "Action items at work"), "2");
    EXPECT_EQ(figure(id, "of them overdue"), "1");
    const auto before = *draft(2023);
    EXPECT_EQ(figure(before, "Sessions held"), "0");
    EXPECT_EQ(figure(before, "Action items at work"), "0");
}

TEST_F(Reports, NameOnlyWhatEverybodyMayRead) {
    const auto session = *open("2024-05-14", "2024-05-14");
    (void)act<void>(system, [&](access::Work& work) -> Done { work.db.run("UPDATE council_sessions SET state = 'held'"); return {}; });
    const auto decision = *decide(session, "2024-05-14");
    const auto id = *draft();
    EXPECT_EQ(said(id).find("First session of the Council"), std::string::npos);
    EXPECT_EQ(said(id).find("The members share what they learn."), std::string::npos);
    (void)act<void>(secretariat, [&](access::Work& work) { return publish_decision(work, decision); });
    (void)act<void>(secretariat, [&](access::Work& work) { return refresh_report(work, members, id, 1, {"decisions"}); });
    EXPECT_NE(said(id).find("The members share what they learn."), std::string::npos);
}

TEST_F(Reports, DraftsAreForTheSecretariatAndFocalPointsAndReleasedOnesForAll) {
    const auto id = *draft();
    EXPECT_TRUE(see(focal, id));
    EXPECT_EQ(see(observer, id).error().key, "report.not_found");
    EXPECT_EQ(see(guest, id).error().key, "report.not_found");
    EXPECT_EQ(act<ReportId>(focal, [&](access::Work& work) { return draft_report(work, members, 2023, "en"); }).error().code, ErrorCode::forbidden);
    EXPECT_EQ(release(id, 1, &focal).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(release(id));
    EXPECT_TRUE(see(guest, id));
    const auto found = get<search::Found>([&](store::Connection& db) { return search::find(db, {.text = "annual report", .reader = {"all"}, .kind = "report", .state = {}, .topic = {}, .year = {}}); });
    EXPECT_EQ(found.hits.size(), 1u);
}

TEST_F(Reports, KeepTheTextsOfTheSecretariatThroughARefreshAndRefuseAnOldVersion) {
    const auto id = *draft();
    auto edit = edit_of(id);
    edit.title = "The year 2024";
    edit.sections[1].before = "What we planned.\n\nWhat we did.";
    std::swap(edit.sections[1], edit.sections[2]);
    edit.sections[5].left_out = true;
    ASSERT_TRUE(save(id, edit));
    EXPECT_EQ(save(id, edit).error().key, "report.changed");
    ASSERT_TRUE(act<void>(secretariat, [&](access::Work& work) { return refresh_report(work, members, id, 2, {}); }));
    const auto report = *see(secretariat, id);
    EXPECT_EQ(report.sections[1].key, "decisions");
    EXPECT_EQ(report.sections[2].before, "What we planned.\n\nWhat we did.");
    EXPECT_TRUE(report.sections[5].left_out);
    EXPECT_EQ(said(id).find("\"Trainings\""), std::string::npos);
    EXPECT_NE(said(id).find("What we did."), std::string::npos);
}

TEST_F(Reports, RefuseSectionsThatAreMissingDoubledOrUnknownAndDataOfPersons) {
    const auto id = *draft();
    auto missing = edit_of(id);
    missing.sections.pop_back();
    EXPECT_EQ(save(id, missing).error().key, "report.sections");
    auto doubled = edit_of(id);
    doubled.sections[0].key = doubled.sections[1].key;
    EXPECT_EQ(save(id, doubled).error().key, "report.sections");
    auto person = edit_of(id);
    person.sections[0].before = "Her file is UZ-2021-00042.";
    EXPECT_EQ(save(id, person).error().key, "council.person_data_file_code");
    EXPECT_EQ(act<void>(secretariat, [&](access::Work& work) { return refresh_report(work, members, id, 1, {"weather"}); }).error().key, "report.sections");
}

TEST_F(Reports, AreFrozenByTheirReleaseAndCorrectedByTheNextEdition) {
    const auto id = *draft();
    ASSERT_TRUE(release(id));
    const auto kept = said(id);
    EXPECT_NE(kept.find("TLP:CLEAR"), std::string::npos);
    EXPECT_EQ(save(id, edit_of(id)).error().key, "report.released");
    EXPECT_EQ(release(id).error().key, "report.released");
    EXPECT_EQ(draft().error().key, "report.correct_instead");
    now = now.plus_days(3);
    const auto next = *correct(id);
    EXPECT_EQ(correct(id).error().key, "report.draft_exists");
    ASSERT_TRUE(release(next));
    EXPECT_EQ(said(id), kept);
    EXPECT_EQ(correct(id).error().key, "report.corrected_already");
    EXPECT_EQ(see(secretariat, next)->edition, 2);
    EXPECT_NE(said(next).find("A training was counted twice."), std::string::npos);
    EXPECT_EQ(number("SELECT COUNT(*) FROM audiences WHERE kind = 'report' AND word = 'all'"), 2);
}

TEST_F(Reports, SpeakRussianThroughout) {
    const auto id = *draft(2024, "ru");
    const auto text = said(id);
    EXPECT_NE(text.find("Год в цифрах"), std::string::npos);
    for (const char* english : {"Definition", "Council'", "Sessions", "hidden", "Annual"}) EXPECT_EQ(text.find(english), std::string::npos) << english;
}

TEST_F(Reports, DiscardADraftAndRefuseAYearThatIsNot) {
    EXPECT_EQ(draft(2018).error().key, "report.year");
    EXPECT_EQ(draft(2025).error().key, "report.year");
    EXPECT_EQ(draft(2024, "de").error().key, "report.language");
    const auto id = *draft();
    EXPECT_EQ(draft().error().key, "report.draft_exists");
    ASSERT_TRUE(act<void>(secretariat, [&](access::Work& work) -> Done {
        TRY(add_paper(work, shelf, {{"report", id.str()}, "A table", "en", "table.txt", ""}, {"text", "text/plain; charset=utf-8", "Unreleased words", "Unreleased words"}));
        return {};
    }));
    const auto found = [&] {
        return works->read<search::Found>(focal, [](access::Work& work) { return search::find(work.db, {"unreleased", words_of(work.actor), "", "", "", {}}); })->total;
    };
    EXPECT_EQ(found(), 1);
    ASSERT_TRUE(act<void>(secretariat, [&](access::Work& work) { return discard_report(work, id, 1); }));
    EXPECT_EQ(found(), 0) << "its papers are found no more";
    EXPECT_EQ(see(secretariat, id).error().key, "report.not_found");
    EXPECT_TRUE(draft());
}

TEST_F(Reports, ShowOfAReturnWhatWasReleasedAndTheRestAsHidden) {
    statistics::Release release;
    release.state = "UZ";
    release.year = 2024;
    release.reference_date = {2024, 4, 30};
    release.tables = {{"by_age", {"returnees", 1}, "returnees", {{"age_band", {"0_6", "7_11"}}, {"sex", {"female", "male"}}},
                       {{std::nullopt}, {std::nullopt}, {40}, {std::nullopt}, {std::nullopt}, {60}, {55}, {45}, {100}}},
                      {"housing", {"housing", 1}, "returnees", {{"outcome.housing", {"reached", "not_reached"}}}, {{70}, {30}, {100}}},
                      {"consent_coverage", {"consent_coverage", 1}, "returnees", {{"outcome.consent_coverage", {"given", "refused", "other_basis", "none_on_file"}}},
                       {{61}, {15}, {std::nullopt}, {std::nullopt}, {100}}}};
    release.sign_offs = {{"coordinator", now}, {"data_protection_officer", now}};
    release.made_at = now;
    ASSERT_EQ(CouncilTest::release(release, "uz"), "accepted");
    const auto id = *draft();
    EXPECT_EQ(figure(id, "States that released a return"), "1");
    const auto text = said(id);
    EXPECT_NE(text.find("\"values\":[null,null]"), std::string::npos) << text;
    EXPECT_NE(text.find("\"values\":[100]"), std::string::npos);
    EXPECT_NE(text.find("0–6 years"), std::string::npos);
    EXPECT_NE(text.find("Hidden does not mean zero."), std::string::npos);
    const auto row = [&](const std::string& name, const std::string& number, const std::string& of) {
        return text.find("[\"" + name + "\",\"" + number + "\",\"" + of + "\"") != std::string::npos;
    };
    EXPECT_TRUE(row("Housing", "70", "100")) << text;
    EXPECT_TRUE(row("Consent to sharing: Given", "61", "100")) << text;
    EXPECT_TRUE(row("Consent to sharing: None on file", "hidden", "100"));
    EXPECT_FALSE(row("Consent to sharing", "100", "100"));
}

TEST_F(Reports, CountNoNoticeThatIsMarkedToStayWithItsAddressees) {
    (void)act<void>(system, [&](access::Work& work) -> Done {
        for (const char* marking : {"green", "amber", "amber_strict", "red"}) {
            work.db.run("INSERT INTO notices (id, sender, written_by, topic, urgency, marking, title, text, sent_at, acknowledge_by, withdrawn_reason)"
                        " VALUES ($1, 'uz', $2, 'health', 'raised', $1, 'Secret title', 'Secret text', $3, $3, '')", marking, secretariat.id, work.now);
        }
        return {};
    });
    const auto id = *draft();
    EXPECT_EQ(figure(id, "Early-warning notices"), "2");
    EXPECT_EQ(said(id).find("Secret"), std::string::npos);
}

TEST(IndicatorWords, AreThoseOfThePagesAndCodesWhereThereIsNone) {
    EXPECT_EQ(indicator_word("en", "indicator.returnees.name"), "People who came home");
    EXPECT_EQ(indicator_word("ru", "classification.sex.name"), "Пол");
    EXPECT_EQ(indicator_word("en", "classification.operation.xx-new"), "xx-new");
}

}  // namespace
}  // namespace homeward::council
