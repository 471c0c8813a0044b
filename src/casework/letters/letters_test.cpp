#include <chrono>

#include "casework/attachments/sealed_content.h"
#include "casework/casework_fixture.h"
#include "casework/children/care.h"
#include "casework/complaints/complaint.h"
#include "casework/incidents/incident.h"
#include "casework/letters/letter.h"
#include "casework/notes/note.h"
#include "files/shelf.h"
#include "people/circle.h"
#include "people/consents/consents.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Work;

struct LettersTest : CaseworkFixture {
    int requests = 0;

    NewLetter letter(const std::string& code, std::map<std::string, std::string> answers = {}, std::vector<std::string> choices = {}, const std::string& language = "en") {
        Instant at = now;
        at.ms += ++requests;
        return {to_string(make_uuid(at)), code, language, std::move(answers), std::move(choices)};
    }
    NewLetter to_school(const std::string& note = "") { return letter("school_support", {{"receiver", "School 12"}, {"note", note}}, {"language", "contact"}); }
    Result<printing::Document> compose(const Actor& who, const NewLetter& asked) {
        return act<printing::Document>(who, [&](Work& work) { return compose_letter(work, file, asked); });
    }
    Result<LetterId> make(const Actor& who, const NewLetter& asked) {
        return act<LetterId>(who, [&](Work& work) -> Result<LetterId> {
            return record_letter(work, file, asked, printing::to_pdf(TRY(compose_letter(work, file, asked)), work.now));
        });
    }
    void agree(people::consents::Purpose purpose, std::vector<std::string> withheld = {}) {
        people::consents::NewConsent given;
        given.purpose = purpose;
        given.answer = "given";
        given.source = "individual";
        given.how = "spoken";
        given.given_on = Date{2024, 5, 14};
        given.withheld = std::move(withheld);
        if (!given.withheld.empty()) given.withheld_why = "asked for it";
        const auto recorded = act<people::consents::ConsentId>(worker, [&](Work& work) { return record_consent(work, person, given); });
        ASSERT_TRUE(recorded) << recorded.error().key << recorded.error().field;
    }
    static std::string text_of(const printing::Document& document) {
        std::string text;
        for (const auto& block : document.blocks) {
            if (const auto* paragraph = std::get_if<printing::Paragraph>(&block)) text += paragraph->text + "\n";
            if (const auto* heading = std::get_if<printing::Heading>(&block)) text += heading->text + "\n";
            if (const auto* bullets = std::get_if<printing::Bullets>(&block)) {
                for (const auto& item : bullets->items) text += item + "\n";
            }
            if (const auto* facts = std::get_if<printing::Facts>(&block)) {
                for (const auto& [term, value] : facts->items) text += term + ": " + value + "\n";
            }
            if (const auto* table = std::get_if<printing::Table>(&block)) {
                for (const auto& row : table->rows) {
                    for (const auto& cell : row) text += cell + "|";
                    text += "\n";
                }
            }
        }
        return text;
    }
};

std::string a_template(const std::string& paragraph, const std::string& more = R"("goes_to": "person")") {
    const std::string text = R"({"title": "T", "hint": "", "blocks": [{"paragraph": ")" + paragraph + R"("}], "choices": {}})";
    return R"({"code": "t", "version": 1, "about": "", )" + more + R"(, "shows": [], "asks": [], "texts": {"en": )" + text + R"(, "ru": )" + text + "}}";
}

TEST(LetterTemplates, ThatAreShippedKeepTheRules) {
    EXPECT_EQ(letter_templates().size(), 7U);
    for (const char* code : {"school_support", "registration", "consent_form", "invitation", "own_summary", "case_file", "case_file_transfer"}) EXPECT_TRUE(find_template(code)) << code;
}

TEST(LetterTemplates, InTheLanguagesOfTheStatesSayThatNobodyCheckedThemYet) {
    for (const char* code : {"invitation", "registration", "school_support"}) {
        const auto* kind = find_template(code);
        for (const char* language : {"uz", "kk", "ky", "tg", "tk"}) {
            ASSERT_TRUE(kind->texts.contains(language)) << code << " " << language;
            EXPECT_EQ(std::ranges::count(*kind->unchecked, language), 1) << "take a language off this list once somebody has read it";
            EXPECT_EQ(kind->texts.at(language).blocks.size(), kind->texts.at("en").blocks.size());
        }
    }
}

TEST(LetterTemplates, WithLabelsRatingsOriginOrOtherFieldsAreRefused) {
    EXPECT_TRUE(read_template(a_template("Dear {{name}}, welcome.")));
    const auto why = [](const Result<LetterTemplate>& read) { return read ? std::string("taken") : read.error().params.at("why"); };
    EXPECT_EQ(why(read_template(a_template("a family of a fighter"))).substr(0, 5), "says ");
    EXPECT_EQ(why(read_template(a_template("семья боевика"))).substr(0, 5), "says ");
    EXPECT_EQ(why(read_template(a_template("came home from Syria"))).substr(0, 13), "tells origin:");
    EXPECT_EQ(why(read_template(a_template("приехали из Ирака"))).substr(0, 13), "tells origin:");
    EXPECT_EQ(why(read_template(a_template("{{operation}}"))), "field operation");
    EXPECT_EQ(why(read_template(a_template("{{name"))), "a field without an end");
    EXPECT_EQ(why(read_template(a_template("x", R"("goes_to": "body")"))), "a purpose is for letters to a body");
}

TEST_F(LettersTest, ToASchoolSayTheNeedAndNeverTheOrigin) {
    const auto text = text_of(*compose(worker, to_school()));
    EXPECT_NE(text.find("Family Given"), std::string::npos);
    EXPECT_NE(text.find("extra lessons in the language of teaching"), std::string::npos);
    EXPECT_EQ(text.find("meals at school"), std::string::npos);
    EXPECT_EQ(word_of_origin(text), std::nullopt);
    EXPECT_EQ(compose(worker, to_school("They came with Mehr 5.")).error().key, "letter.says_origin");
    for (const char* said : {"прибыли по «Мехр-5»", "документы —Ирак", "из „Сирии“", "Suriyadan kelgan", "Afg'onistondan", "Афғонистон", "Yrakdan", "зоны\nвооружённого конфликта"}) {
        const auto composed = compose(worker, to_school(said));
        EXPECT_EQ(composed ? "" : composed.error().key, "letter.says_origin") << said;
    }
    EXPECT_TRUE(compose(worker, to_school("Ask Mehribon at the Mehribonlik home, or Мехрибон."))) << "names of people and of children's homes";
    EXPECT_EQ(compose(worker, to_school("The father was a terrorist.")).error().key, "letter.word");
}

TEST_F(LettersTest, SetANameInArabicLettersAndPassTheInspectionOfFiles) {
    people::NewPerson returnee;
    returnee.names = {{"الخطيب", "ليلى", ""}};
    returnee.region = "UZ-FA";
    returnee.stage_id = "uz-mehr-5";
    returnee.assigned_to = worker.id;
    const auto other = *act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, returnee); });
    file = *act<CaseId>(worker, [&](Work& work) { return open_case(work, people, other); });
    const auto pdf = printing::to_pdf(*compose(worker, letter("registration", {}, {}, "ru")), now);
    const auto read = files::inspect(pdf, "letter.pdf");
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(read->pages, 1);
    EXPECT_NE(read->text.find("الخطيب"), std::string::npos) << read->text;
    EXPECT_NE(read->text.find("Подтверждение регистрации"), std::string::npos);
    EXPECT_TRUE(files::page_picture(pdf, 1));
}

TEST_F(LettersTest, AskForWhatTheyNeed) {
    EXPECT_EQ(compose(worker, letter("school_support", {{"receiver", " "}}, {"language"})).error().field, "receiver");
    EXPECT_EQ(compose(worker, letter("school_support", {{"receiver", "School"}})).error().field, "choices");
    EXPECT_EQ(compose(worker, letter("invitation", {{"meeting_on", "soon"}, {"meeting_time", "9"}, {"meeting_place", "here"}})).error().key, "letter.date");
    EXPECT_EQ(compose(worker, letter("registration", {}, {}, "de")).error().key, "letter.language");
    EXPECT_EQ(compose(worker, letter("none")).error().code, ErrorCode::not_found);
    EXPECT_EQ(compose(other_worker, letter("registration")).error().code, ErrorCode::forbidden);
}

TEST_F(LettersTest, ToOthersGoOutUnderAConsentAlone) {
    EXPECT_EQ(make(worker, to_school()).error().key, "consent.missing");
    EXPECT_EQ(number("SELECT count(*) FROM case_letters"), 0);
    agree(people::consents::Purpose::letters);
    const auto id = make(worker, to_school());
    ASSERT_TRUE(id) << id.error().key;
    EXPECT_EQ(number("SELECT count(*) FROM case_letters WHERE disclosure_id IS NOT NULL AND template_version = 1"), 1);
    EXPECT_EQ(leaves("letter.made"), 1);
}

TEST_F(LettersTest, DoNotTellWhatIsToBeKeptBack) {
    agree(people::consents::Purpose::referral, {"health"});
    EXPECT_EQ(make(worker, letter("case_file_transfer", {{"receiver", "Another office"}})).error().key, "letter.withheld");
}

TEST_F(LettersTest, ToThePersonNeedNoConsentAndAreReadAgainAsTheyLeft) {
    const auto asked = letter("own_summary");
    const auto id = *make(worker, asked);
    EXPECT_EQ(*make(worker, asked), id);
    const auto again = *act<std::string>(worker, [&](Work& work) -> Result<std::string> {
        const auto opened = TRY(open_letter(work, id));
        EXPECT_EQ(opened.name.find("Family"), std::string::npos);
        return read_content(work.db, opened.key, id.str(), opened.letter.size);
    });
    EXPECT_TRUE(again.starts_with("%PDF"));
    EXPECT_EQ(number("SELECT count(*) FROM case_contents WHERE instr(content_sealed, '%PDF') > 0"), 0);
    EXPECT_EQ(leaves("letter.read"), 1);
}

TEST_F(LettersTest, InThePersonsLanguageAreSetWholeWithItsDatesAndLetters) {
    for (const auto& [language, day, greeting] : std::vector<std::array<const char*, 3>>{{"uz", "20-may", "Hurmatli"}, {"kk", "мамыр", "Құрметті"},
                                                                                         {"ky", "20-май", "Урматтуу"}, {"tg", "Май", "Мӯҳтарам"}, {"tk", "maý", "Hormatly"}}) {
        const auto composed = compose(worker, letter("invitation", {{"meeting_on", "2024-05-20"}, {"meeting_time", "10:00"}, {"meeting_place", "Navoi 4"}}, {}, language));
        ASSERT_TRUE(composed) << composed.error().key << composed.error().field;
        const auto text = text_of(*composed);
        EXPECT_NE(text.find(greeting), std::string::npos) << text;
        EXPECT_NE(text.find(day), std::string::npos) << text;
        EXPECT_EQ(text.find("Signed by"), std::string::npos) << text;
        EXPECT_EQ(text.find("{{"), std::string::npos) << text;
        EXPECT_TRUE(printing::to_pdf(*composed, now).starts_with("%PDF"));
        for (const auto& asked : {letter("registration", {}, {}, language), letter("school_support", {{"receiver", "12"}}, {"language", "friends"}, language)}) {
            const auto other = compose(worker, asked);
            ASSERT_TRUE(other) << other.error().key << other.error().field;
            EXPECT_EQ(text_of(*other).find("{{"), std::string::npos);
            EXPECT_EQ(text_of(*other).find("Date"), std::string::npos) << text_of(*other);
        }
    }
    EXPECT_EQ(compose(worker, letter("case_file", {}, {}, "uz")).error().key, "letter.language") << "pieces of the file are not in it yet";
}

TEST_F(LettersTest, OfAWholeFileHaveWhatWasAgreedAndAreSetWithinASecond) {
    approved_plan();
    for (int i = 0; i < 60; ++i) {
        ASSERT_TRUE(act<CaseNoteId>(worker, [&](Work& work) {
            return write_note(work, file, letter("x").request_id, {NoteKind::note, NoteState::kept, Date{2024, 5, 14}, {}, {}, {}, "Talked with the family about school. " + std::string(400, 'a')});
        }));
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto document = *compose(worker, letter("case_file"));
    const auto pdf = printing::to_pdf(document, now);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
    RecordProperty("ms", static_cast<int>(ms));
    EXPECT_LT(ms, 1000);
    const auto text = text_of(document);
    EXPECT_NE(text.find("Back to school|Enrolment in school"), std::string::npos) << text;
    EXPECT_NE(text.find("no school yet"), std::string::npos);
    EXPECT_NE(text_of(*compose(worker, letter("case_file", {}, {}, "ru"))).find("Образование"), std::string::npos);
}

TEST_F(LettersTest, OfAWholeFileTellWhatStandsBesideThePlanAndNeverAPsychologistsWords) {
    const Actor psychologist = staff("psychologist", access::Role::psychologist, "UZ-FA");
    ASSERT_TRUE(act<people::NamingId>(supervisor, [&](Work& work) { return people::name_in_circle(work, person, psychologist.id, people::CirclePart::psychologist); }));
    ASSERT_TRUE(act<CaseNoteId>(psychologist, [&](Work& work) {
        return write_note(work, file, letter("x").request_id,
                          {NoteKind::session, NoteState::kept, Date{2024, 5, 14}, Attendance::came, NextStep::another_session, Date{2024, 5, 21}, "Told of bad dreams."});
    }));
    agree(people::consents::Purpose::referral);
    ASSERT_TRUE(act<IncidentId>(worker, [&](Work& work) {
        return log_incident(work, file, letter("x").request_id,
                            {IncidentPlace::school, IncidentKind::name_calling, Date{2024, 5, 13}, "Called names in the yard.", "The teacher was told.", Date{2024, 5, 20}});
    }));
    const auto complain = [&](ComplaintAbout about, std::optional<access::AccountId> whom, const char* text) {
        const auto made = act<ComplaintId>(worker, [&](Work& work) {
            return record_complaint(work, letter("x").request_id, {ComplaintKind::complaint, file, about, whom, ComplaintVia::in_person, Date{2024, 5, 14}, text});
        });
        ASSERT_TRUE(made) << made.error().key;
    };
    complain(ComplaintAbout::service, std::nullopt, "The course has not begun.");
    complain(ComplaintAbout::staff, worker.id, "The worker came late.");
    ASSERT_TRUE(act<children::CareId>(worker, [&](Work& work) {
        return children::begin_care(work, file, {"kinship", "grandmother", Date{2024, 5, 1}, {}, {{"reason", "She raised her before."}}}, "");
    }));
    const auto text = text_of(*compose(worker, letter("case_file")));
    for (const char* told : {"Referral to others|Yes", "Names, insults. Called names in the yard.|The teacher was told.", "The course has not begun.",
                             "With relatives: grandmother", "She raised her before.", "No form was filled in yet."}) {
        EXPECT_NE(text.find(told), std::string::npos) << told << "\n" << text;
    }
    EXPECT_EQ(text.find("bad dreams"), std::string::npos);
    // A made letter lies in the file, where the worker opens it: what a supervisor prints must not hold it either.
    for (const auto& who : {worker, supervisor}) {
        const auto printed = text_of(*compose(who, letter("case_file")));
        EXPECT_EQ(printed.find("came late"), std::string::npos) << who.username;
        EXPECT_NE(printed.find("Complaints about staff are not in this paper"), std::string::npos) << printed;
    }
    EXPECT_NE(text_of(*compose(worker, letter("case_file", {}, {}, "ru"))).find("У родственников: бабушка"), std::string::npos)
        << text_of(*compose(worker, letter("case_file", {}, {}, "ru")));
}

}  // namespace
}  // namespace homeward::casework
