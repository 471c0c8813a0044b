#include <fstream>

#include "people/documents/letter.h"
#include "people/duplicates.h"
#include "people/documents/person_chain.h"
#include "people/edit_person.h"
#include "people/people_fixture.h"

namespace homeward::people::documents {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct DocumentsTest : PeopleFixture {
    const Chain chain = load_chain({});
    Actor clerk = staff("clerk", Role::civil_registry, "UZ-FA");
    Actor far_clerk = staff("clerk2", Role::civil_registry, "UZ-BU");
    PersonId child;

    DocumentsTest() {
        auto person = given("Karimova", "Zaynab", "", "2016-03-14");
        person.assigned_to = worker.id;
        person.details.phone = "+998 90 000 00 00";
        person.documents = {{"birth_certificate", "", DocumentState::missing, {}}};
        child = add(person);
    }
    Result<RequestId> ask(const Actor& actor, NewRequest asked = {"birth_proof", "birth_certificate", "registry", "Raqqa", "Karimova Dilnoza", "", "first child"}) {
        now.ms += 1000;
        return act<RequestId>(actor, [&](Work& work) { return ask_for_document(work, chain, child, asked); });
    }
    Done answer(const Actor& actor, RequestId id, const Answer& given) {
        return act<void>(actor, [&](Work& work) { return answer_request(work, *reg, id, given); });
    }
    PersonChain chain_of(const Actor& actor) {
        return *act<PersonChain>(actor, [&](Work& work) { return read_chain(work, chain, child); });
    }
    Standing at(const std::string& step) {
        const auto known = chain_of(worker);
        for (const auto& each : known.steps) {
            if (each.step == step) return each;
        }
        return {};
    }
    QueuePage queue(const Actor& actor, const std::string& state = "open", std::optional<RequestId> after = {}, int limit = 25) {
        return *act<QueuePage>(actor, [&](Work& work) { return queue_of(work, state, after, limit); });
    }
    std::vector<PersonTask> tasks(const Actor& actor) {
        return *act<std::vector<PersonTask>>(actor, [&](Work& work) -> Result<std::vector<PersonTask>> { return documents::tasks_of(work); });
    }
};

TEST_F(DocumentsTest, EachStepSaysWhatBlocksItAndWhoseTurnItIs) {
    EXPECT_EQ(at("birth_proof").next, "ask");
    EXPECT_EQ(at("birth_proof").turn, "worker");
    EXPECT_EQ(at("birth_proof").opens, (std::vector<std::string>{"kinship", "school"}));
    EXPECT_EQ(at("kinship").state, "blocked");
    EXPECT_EQ(at("citizenship").waits_for, (std::vector<std::string>{"birth_proof", "kinship"}));
    EXPECT_EQ(at("housing").state, "not_yet");
    const auto known = chain_of(worker);
    EXPECT_EQ(first_thing(known.steps)->step, "birth_proof");
}

TEST_F(DocumentsTest, WhatIsAskedAtAnotherAgeHoldsNobodyUp) {
    ChainFacts adult;
    adult.age = 30;
    adult.held = {"birth_certificate"};
    std::map<std::string, Standing> at_step;
    for (const auto& each : standing_of(chain, adult)) at_step[each.step] = each;
    EXPECT_EQ(at_step["kinship"].state, "not_needed");
    EXPECT_EQ(at_step["citizenship"].next, "settle_nationality");
    EXPECT_EQ(at_step["school"].state, "not_needed");
    EXPECT_EQ(at_step["housing"].waits_for, std::vector<std::string>{"identity_document"});
}

TEST_F(DocumentsTest, SchoolWaitsForNoPaper) {
    EXPECT_EQ(at("school").state, "ready");
    EXPECT_EQ(at("school").next, "begin_without");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return mark_reached(work, chain, child, "school", Date{2024, 5, 13}); }));
    EXPECT_EQ(at("school").state, "held");
    EXPECT_EQ(at("school").reached_on, (Date{2024, 5, 13}));
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return mark_reached(work, chain, child, "kinship", Date{2024, 5, 13}); }).error().key, "chain.not_marked");
}

TEST_F(DocumentsTest, ARequestGoesThroughTheRegistryAndEndsAsARestoredDocument) {
    const auto id = *ask(worker);
    EXPECT_EQ(at("birth_proof").state, "asked");
    EXPECT_EQ(at("birth_proof").turn, "registry");
    now.ms += 4LL * 86'400'000;
    ASSERT_TRUE(answer(clerk, id, {1, "taken", "", "", {}}));
    EXPECT_EQ(answer(clerk, id, {1, "more_needed", "The mother's passport", "", {}}).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(answer(clerk, id, {2, "more_needed", " ", "", {}}).error().field, "words");
    ASSERT_TRUE(answer(clerk, id, {2, "more_needed", "The mother's passport", "", {}}));
    EXPECT_EQ(at("birth_proof").turn, "worker");
    EXPECT_EQ(at("birth_proof").next, "bring_more");
    ASSERT_EQ(tasks(worker).size(), 1u);
    EXPECT_EQ(tasks(worker).front().kind, "bring_to_registry");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return bring_more(work, id, 3, "Brought today"); }));
    EXPECT_TRUE(tasks(worker).empty());
    EXPECT_EQ(queue(clerk).items.front().days, 4);
    EXPECT_EQ(queue(clerk).oldest_days, 4);
    EXPECT_EQ(answer(clerk, id, {4, "issued", "", "I-FA 123", {}}).error().key, "request.issued_on_missing");
    ASSERT_TRUE(answer(clerk, id, {4, "issued", "", "I-FA 123", Date{2024, 5, 18}}));
    EXPECT_EQ(answer(clerk, id, {5, "refused", "no", "", {}}).error().key, "request.ended");

    const auto known = chain_of(worker);
    ASSERT_EQ(known.person.papers.size(), 1u);
    EXPECT_EQ(known.person.papers.front().state, DocumentState::restored);
    EXPECT_EQ(known.person.papers.front().number, "I-FA 123");
    EXPECT_EQ(number("SELECT count(*) FROM document_facts WHERE kind = 'birth_certificate' AND restored_on = '2024-05-18'"), 1);
    EXPECT_EQ(at("birth_proof").state, "held");
    EXPECT_EQ(at("kinship").next, "record_kinship");
    EXPECT_EQ(known.requests.front().moves.size(), 5u);
    EXPECT_TRUE(queue(clerk).items.empty());
    EXPECT_EQ(queue(clerk, "ended").items.size(), 1u);
}

TEST_F(DocumentsTest, ARefusalIsTheWorkersTurnAndAnotherBodyCanBeAsked) {
    const auto id = *ask(worker);
    ASSERT_TRUE(answer(clerk, id, {1, "refused", "No entry is found here", "", {}}));
    EXPECT_EQ(at("birth_proof").next, "refused");
    EXPECT_EQ(tasks(worker).front().kind, "registry_refused");
    const auto court = *ask(worker, {"birth_proof", "birth_certificate", "court", "Raqqa", "", "", ""});
    EXPECT_TRUE(tasks(worker).empty());
    EXPECT_EQ(at("birth_proof").turn, "court");
    EXPECT_EQ(answer(clerk, court, {1, "taken", "", "", {}}).error().code, ErrorCode::not_found);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return note_answer(work, *reg, court, {1, "issued", "", "", Date{2024, 5, 14}}); }));
    EXPECT_EQ(at("birth_proof").state, "held");
}

TEST_F(DocumentsTest, AClerkSeesWhatTheRequestShowsAndNothingElse) {
    const auto id = *ask(worker);
    const auto seen = *act<DocumentRequest>(clerk, [&](Work& work) { return read_in_queue(work, id); });
    EXPECT_EQ(seen.shown.name, "Karimova Zaynab");
    EXPECT_EQ(seen.shown.born_on, "2016-03-14");
    EXPECT_EQ(seen.shown.birth_place, "Raqqa");
    EXPECT_EQ(leaves("document_request.read"), 1);
    // Not of another region's, and no address of any record.
    EXPECT_EQ(act<DocumentRequest>(far_clerk, [&](Work& work) { return read_in_queue(work, id); }).error().code, ErrorCode::not_found);
    EXPECT_TRUE(queue(far_clerk).items.empty());
    EXPECT_EQ(act<Person>(clerk, [&](Work& work) { return read_person(work, child); }).error(), not_found("person.not_found"));
    EXPECT_EQ(act<Person>(clerk, [&](Work& work) { return read_person(work, PersonId::make(now)); }).error(), not_found("person.not_found"));
    EXPECT_EQ(act<PersonChain>(clerk, [&](Work& work) { return read_chain(work, chain, child); }).error().code, ErrorCode::not_found);
    EXPECT_EQ(ask(clerk).error().code, ErrorCode::not_found);
    EXPECT_EQ(act<QueuePage>(worker, [&](Work& work) { return queue_of(work, "open", {}, 10); }).error().code, ErrorCode::forbidden);
    EXPECT_EQ(reg->page(clerk, {}, {}, 10, Date::of(now)).error().code, ErrorCode::forbidden);
}

TEST_F(DocumentsTest, ARequestShowsNoMoreThanItsStepNeeds) {
    ASSERT_TRUE(answer(clerk, *ask(worker), {1, "issued", "", "", Date{2024, 5, 14}}));
    const auto id = *ask(worker, {"identity_document", "id_card", "registry", "Raqqa", "Karimova Dilnoza", "Karimov", ""});
    const auto seen = *act<DocumentRequest>(clerk, [&](Work& work) { return read_in_queue(work, id); });
    EXPECT_EQ(seen.shown.mother, "");
    EXPECT_EQ(seen.shown.father, "");
    EXPECT_EQ(seen.shown.birth_place, "Raqqa");
}

TEST_F(DocumentsTest, TheQueueIsPagedTheLongestWaitingFirst) {
    std::vector<PersonId> people;
    for (int i = 0; i < 5; ++i) {
        auto person = given("Name" + std::to_string(i), "Given", "");
        person.assigned_to = worker.id;
        child = add(person);
        ASSERT_TRUE(ask(worker));
        now.ms += 86'400'000;
    }
    const auto first = queue(clerk, "open", {}, 3);
    ASSERT_EQ(first.items.size(), 3u);
    EXPECT_EQ(first.items[0].shown.name, "Name0 Given");
    EXPECT_EQ(first.items[0].days, 5);
    EXPECT_EQ(first.waiting, 5);
    const auto second = queue(clerk, "open", first.next, 3);
    EXPECT_EQ(second.items.size(), 2u);
    EXPECT_FALSE(second.next);
    EXPECT_EQ(second.items[1].shown.name, "Name4 Given");
}

TEST_F(DocumentsTest, OneDocumentIsAskedOfOneBodyOnce) {
    const auto id = *ask(worker);
    EXPECT_EQ(ask(worker).error().key, "request.open_exists");
    EXPECT_EQ(ask(other_worker).error().code, ErrorCode::forbidden);
    EXPECT_EQ(ask(worker, {"school", "x", "registry", "", "", "", ""}).error().key, "request.unknown_step");
    EXPECT_EQ(ask(worker, {"birth_proof", "passport", "registry", "", "", "", ""}).error().key, "request.unknown_document");
    EXPECT_EQ(ask(worker, {"birth_proof", "birth_certificate", "embassy", "", "", "", ""}).error().key, "request.not_asked_there");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return withdraw_request(work, id, 1, ""); }));
    EXPECT_TRUE(ask(worker));
}

TEST_F(DocumentsTest, NationalityIsKeptWithItsStoryAndAFearOfStatelessnessRings) {
    const auto record = [&](const Nationality& given, std::optional<NationalityId> seen) {
        now.ms += 1000;
        return act<NationalityId>(worker, [&](Work& work) { return record_nationality(work, child, given, seen); });
    };
    EXPECT_EQ(record({"confirmed", "mother", "", "", {2024, 5, 1}}, {}).error().key, "nationality.citizenship_missing");
    const auto feared = record({"statelessness_feared", "not_known", "", "", {2024, 5, 1}}, {});
    ASSERT_TRUE(feared);
    EXPECT_EQ(record({"dual", "mother", "UZ, SY", "", {2024, 5, 1}}, {}).error().key, "edit.changed_meanwhile");
    ASSERT_EQ(tasks(worker).size(), 1u);
    EXPECT_EQ(tasks(worker).front().kind, "ask_legal_aid");
    EXPECT_TRUE(tasks(other_worker).empty());
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return note_legal_aid(work, child, Date{2024, 5, 14}); }));
    EXPECT_TRUE(tasks(worker).empty());
    ASSERT_TRUE(record({"confirmed", "mother", "Uzbekistan", "Migration service", {2024, 5, 10}}, *feared));
    EXPECT_EQ(at("citizenship").state, "held");
    EXPECT_EQ(chain_of(worker).nationality.size(), 2u);
}

TEST_F(DocumentsTest, KinshipIsMethodDateAuthorityAndConclusion) {
    const auto record = [&](const Kinship& given) { return act<KinshipId>(worker, [&](Work& work) { return record_kinship(work, child, given); }); };
    EXPECT_EQ(record({"mother", "", "laboratory", "", "confirmed", {2024, 5, 1}}).error().key, "kinship.authority_missing");
    EXPECT_EQ(record({"mother", "", "sample", "Court", "confirmed", {2024, 5, 1}}).error().key, "kinship.method");
    ASSERT_TRUE(record({"mother", "Karimova Dilnoza", "laboratory", "Forensic centre", "inconclusive", {2024, 5, 1}}));
    EXPECT_NE(at("kinship").state, "held");
    ASSERT_TRUE(record({"mother", "Karimova Dilnoza", "court", "District court", "confirmed", {2024, 5, 10}}));
    EXPECT_EQ(at("kinship").state, "held");
}

/// What a laboratory measured has no column anywhere, and no way in.
TEST_F(DocumentsTest, NoColumnHoldsWhatALaboratoryMeasured) {
    const std::vector<std::string> refused{"dna", "genet", "genom", "allele", "locus", "loci", "haplo", "biometr", "fingerprint", "iris", "blood", "marker", "sample"};
    int columns = 0;
    store->read([&](store::Connection& db) {
        for (const auto row : db.query("SELECT m.name || '.' || p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type IN ('table', 'view')")) {
            ++columns;
            for (const auto& word : refused) EXPECT_EQ(row.text(0).find(word), std::string_view::npos) << row.text(0);
        }
    });
    EXPECT_GT(columns, 100);
    EXPECT_EQ(text("SELECT group_concat(name) FROM pragma_table_info('kinship_evidence')"),
              "id,person_id,relation,method,concluded_on,conclusion,words_sealed,recorded_by,recorded_at");
}

TEST_F(DocumentsTest, WhatWasNotedOfOneRecordDoesNotMoveToAnother) {
    ASSERT_TRUE(ask(worker));
    auto other = given("Karimova", "Zainab", "", "2016-03-14");
    other.assigned_to = worker.id;
    const auto keep = add(other);
    EXPECT_EQ(act<void>(supervisor, [&](Work& work) { return merge_persons(work, *reg, keep, child); }).error().key, "duplicate.has_papers");
    EXPECT_TRUE(act<void>(supervisor, [&](Work& work) { return merge_persons(work, *reg, child, keep); }));
}

TEST_F(DocumentsTest, WhatChangedIsInTheHistory) {
    ASSERT_TRUE(answer(clerk, *ask(worker), {1, "issued", "", "I-FA 5", Date{2024, 5, 14}}));
    const history::Compartment record = history::Compartment::record;
    const auto changes = *act<std::vector<history::Change>>(worker, [&](Work& work) {
        return history::changes_of(work, child.uuid, {&record, 1}, "", std::nullopt, 50);
    });
    const auto has = [&](const std::string& thing, const std::string& field, const std::string& before, const std::string& after) {
        return std::ranges::any_of(changes, [&](const auto& each) {
            return each.thing == thing && each.field == field && each.before == before && each.after == after;
        });
    };
    EXPECT_TRUE(has("document_request", "state", "asked", "issued"));
    EXPECT_TRUE(has("document", "state", "missing", "restored"));
    EXPECT_TRUE(has("document", "number", "", "I-FA 5"));
}

TEST_F(DocumentsTest, APersonsTextsAreSealed) {
    ASSERT_TRUE(ask(worker));
    EXPECT_EQ(number("SELECT count(*) FROM document_requests WHERE instr(shown_sealed, 'Raqqa') OR instr(shown_sealed, 'Karimova')"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM document_request_moves WHERE instr(words_sealed, 'first child')"), 0);
}

TEST_F(DocumentsTest, TheLetterIsAPdfInBothLanguages) {
    const auto id = *ask(worker);
    const auto asked = *act<DocumentRequest>(worker, [&](Work& work) { return require_request(work, id, access::Permission::request_documents); });
    for (const char* language : {"en", "ru"}) EXPECT_TRUE(letter_of_request(asked, worker, language, now).starts_with("%PDF-"));
}

TEST(DocumentsChain, AFileOfAStateIsHeldAgainstItsRules) {
    const FileForTests file;
    const auto refused = [&](const std::string& text) -> std::string {
        std::ofstream(file.path) << text;
        try {
            load_chain(file.path);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    };
    const std::string head = R"({"id": "x", "version": 1, "note": "", "beside": [], "steps": [)";
    EXPECT_NE(refused(head + R"({"code": "a", "shown_by": "paper", "papers": ["no_such"], "helps": [], "needs": []}]})").find("no_such"), std::string::npos);
    EXPECT_NE(refused(head + R"({"code": "a", "shown_by": "mark", "papers": [], "helps": [], "needs": ["b"]}]})").find("does not stand before it"), std::string::npos);
    EXPECT_NE(refused(head + R"({"code": "a", "shown_by": "paper", "papers": ["passport"], "helps": [], "needs": []}]})").find("stands at no step"), std::string::npos);
    EXPECT_NE(refused("{}").find("json."), std::string::npos);
}

}  // namespace
}  // namespace homeward::people::documents
