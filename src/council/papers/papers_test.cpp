#include <fstream>
#include <iterator>

#include "council/council_fixture.h"
#include "council/papers/paper.h"
#include "council/papers/paper_routes.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

std::string fixture(const std::string& name) {
    std::ifstream file(std::string(HOMEWARD_ROOT) + "/tests/data/files/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct PapersTest : CouncilTest {
    Actor guest = Actor::guest(), kg = account("focal.kg", Role::focal_point, "kg"), uz = account("focal.uz", Role::focal_point, "uz"),
          observer = account("observer", Role::observer, "osce");
    Thing thing{"decision", to_string(make_uuid(now))};

    PapersTest() { readers({"signed_in"}); }

    void readers(const Audience& words) { readers(thing, words); }
    void readers(const Thing& of, const Audience& words) {
        ASSERT_TRUE(act<void>(system, [&](Work& work) -> Done { set_audience(work, of.kind, of.id, words); return {}; }));
    }
    Thing add_item(SessionId session, const char* title, const char* owner) {
        const auto id = CouncilTest::add(session, title).value();
        EXPECT_TRUE(act<void>(system, [&](Work& work) -> Done { work.db.run("UPDATE agenda_items SET owner = $2 WHERE id = $1", id, owner); return {}; }));
        return {"agenda_item", id.str()};
    }
    static files::Inspected a_file(std::string words = "Family unity comes first") { return {"text", "text/plain; charset=utf-8", words, words}; }
    Result<PaperId> add(const Actor& actor, const files::Inspected& file = a_file()) {
        return act<PaperId>(actor, [&](Work& work) { return add_paper(work, shelf, {thing, "Background paper", "en", "background.txt", ""}, file); });
    }
    std::string seen_by(const Actor& actor) {
        const auto papers = works->read<std::vector<Paper>>(actor, [&](Work& work) { return list_papers(work, thing); });
        return papers ? std::to_string(papers->size()) : papers.error().key;
    }
    std::size_t found_by(const Actor& actor, const std::string& text = "family unity") {
        return *works->read<std::size_t>(actor, [&](Work& work) -> Result<std::size_t> {
            return search::find(work.db, {text, words_of(work.actor), "paper", "", "", {}}).value().hits.size();
        });
    }
};

TEST_F(PapersTest, APaperHasTheReadersOfItsThingWhateverBecomesOfIt) {
    const auto id = add(secretariat).value();
    const auto may_open = [&](const Actor& actor) { return works->read<Paper>(actor, [&](Work& work) { return get_paper(work, id); }).has_value(); };
    const auto seen = [&] {
        std::string letters;
        const std::pair<const Actor*, char> all[] = {{&secretariat, 's'}, {&kg, 'k'}, {&uz, 'u'}, {&observer, 'o'}, {&guest, 'g'}};
        for (const auto& [actor, letter] : all) {
            EXPECT_EQ(seen_by(*actor) == "1", may_open(*actor)) << letter;
            EXPECT_EQ(found_by(*actor) == 1, may_open(*actor)) << letter;
            if (may_open(*actor)) letters += letter;
        }
        return letters;
    };
    EXPECT_EQ(seen(), "skuo");
    readers({"all"});
    EXPECT_EQ(seen(), "skuog");
    readers({"focal:kg"});
    EXPECT_EQ(seen(), "k");
    readers({});
    EXPECT_EQ(seen(), "");
    readers({"secretariat", "member:osce"});
    EXPECT_EQ(seen(), "so");
    EXPECT_EQ(seen_by(guest), "paper.no_such_thing");
}

TEST_F(PapersTest, TheSecretariatAddsAndWhoeverHoldsTheThing) {
    EXPECT_EQ(add(kg).error().key, "access.not_allowed");
    EXPECT_EQ(add(observer).error().key, "access.not_allowed");
    EXPECT_TRUE(add(secretariat));
    readers({"secretariat"});
    EXPECT_EQ(add(kg).error().key, "paper.no_such_thing");

    const auto session = open().value();  // uz is its host
    thing = {"session", session.str()};
    readers({"signed_in"});
    EXPECT_EQ(add(kg).error().key, "access.not_allowed");
    EXPECT_EQ(add(observer).error().key, "access.not_allowed");
    EXPECT_TRUE(add(uz));
}

TEST_F(PapersTest, OnASessionsPageStandThePapersOfItsAgenda) {
    const auto session = open().value();
    const auto first = add_item(session, "First", "kg"), second = add_item(session, "Second", "");
    const Thing page{"session", session.str()};
    readers(page, {"signed_in"}), readers(first, {"signed_in"}), readers(second, {"signed_in"});
    const auto places = [&](const Actor& actor) {
        return works->read<std::size_t>(actor, [&](Work& work) -> Result<std::size_t> { return places_to_add(work, page).size(); }).value();
    };
    EXPECT_EQ(places(secretariat), 3u);
    EXPECT_EQ(places(uz), 1u) << "its host: the session";
    EXPECT_EQ(places(kg), 1u) << "who owns an item: the item";
    EXPECT_EQ(places(observer), 0u);
    thing = first;
    EXPECT_TRUE(add(kg));
    thing = second;
    EXPECT_EQ(add(kg).error().key, "access.not_allowed");
    EXPECT_TRUE(add(secretariat, a_file("Other words")));
    thing = page;
    EXPECT_EQ(seen_by(observer), "2");
    readers(second, {"secretariat"});
    EXPECT_EQ(seen_by(observer), "1");
    EXPECT_EQ(seen_by(secretariat), "2");
}

TEST_F(PapersTest, WithdrawnItIsGoneForReadersAndKeptForTheRecord) {
    thing = {"session", open().value().str()};
    readers({"all"});
    const auto withdraw = [&](const Actor& actor, PaperId id) { return act<void>(actor, [&](Work& work) { return withdraw_paper(work, id); }); };
    const auto of_uz = add(uz).value(), of_secretariat = add(secretariat, a_file("Other words of the family")).value();
    EXPECT_EQ(withdraw(kg, of_uz).error().key, "access.not_allowed");
    EXPECT_EQ(withdraw(guest, of_uz).error().key, "access.not_allowed");
    EXPECT_EQ(withdraw(uz, of_secretariat).error().key, "access.not_allowed");
    EXPECT_EQ(found_by(guest, "family"), 2u);
    EXPECT_TRUE(withdraw(uz, of_uz));
    EXPECT_EQ(withdraw(uz, of_uz).error().key, "paper.not_found");
    EXPECT_EQ(found_by(guest, "family"), 1u);
    EXPECT_EQ(seen_by(guest), "1");
    EXPECT_EQ(number("SELECT count(*) FROM papers"), 2);
    EXPECT_EQ(number("SELECT count(*) FROM files"), 2);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action IN ('paper.added', 'paper.withdrawn')"), 3);
    // What was taken away may come back, and is kept once.
    EXPECT_TRUE(add(uz));
    EXPECT_EQ(number("SELECT count(*) FROM files"), 2);
}

TEST_F(PapersTest, TheSameFileHangsOnAThingOnceAndOnManyThings) {
    EXPECT_TRUE(add(secretariat));
    EXPECT_EQ(add(secretariat).error().key, "paper.already_there");
    thing.id = to_string(make_uuid(now));
    readers({"signed_in"});
    EXPECT_TRUE(add(secretariat));
    EXPECT_EQ(number("SELECT count(*) FROM files"), 1);
}

TEST_F(PapersTest, WhatIsSaidWithItHasLimits) {
    const auto said = [&](NewPaper paper) { return act<PaperId>(secretariat, [&](Work& work) { return add_paper(work, shelf, paper, a_file()); }).error(); };
    EXPECT_EQ(said({thing, "", "en", "a.txt", ""}).field, "title");
    EXPECT_EQ(said({thing, std::string(301, 'a'), "en", "a.txt", ""}).key, "council.text_long");
    EXPECT_EQ(said({thing, "A", "xx", "a.txt", ""}).key, "paper.language");
    EXPECT_EQ(said({thing, "A", "en", "", ""}).field, "file_name");
}

TEST_F(PapersTest, AThingIsAKnownKindAndAnId) {
    const auto id = to_string(make_uuid(now));
    EXPECT_EQ(Thing::parse("session:" + id)->id, id);
    for (const auto* text : {"", "session", "session:", "session:1", "account:0192f000-0000-7000-8000-000000000000", ":0192f000-0000-7000-8000-000000000000"}) {
        EXPECT_FALSE(Thing::parse(text)) << text;
    }
}

struct PaperRoutes : PapersTest {
    http::Router router;
    PaperRoutes() { paper_routes(router, program()); }

    http::Request request(const std::string& body = "", const std::string& name = "") {
        http::Request request;
        request.query_parameters = {{"of", thing.kind + ":" + thing.id}, {"language", "ru"}};
        request.body = body;
        request.headers = {{"x-file-name", name}};
        return request;
    }
    Result<http::Reply> upload(const Actor& actor, const std::string& body, const std::string& name) {
        return router.find("POST", {"api", "papers"}).route->task(actor, request(body, name));
    }
    /// The content that a reader gets, or why not.
    std::string download(const Actor& actor, bool open, http::Reply* head = nullptr) {
        const auto id = text("SELECT id FROM papers ORDER BY added_at DESC");
        auto match = open ? router.find("GET", {"api", "public", "papers", id, "content"}) : router.find("GET", {"api", "papers", id, "content"});
        http::Request asked;
        asked.path_parameters = match.parameters;
        auto reply = works->read<http::Reply>(actor, [&](Work& work) { return match.route->handler(work, asked); });
        if (!reply) return reply.error().key;
        if (head) *head = *reply;
        std::string all;
        for (bool more = true; more;) more = reply->more(all);
        return all;
    }
};

TEST_F(PaperRoutes, AFileGoesInAndComesOutAsItWas) {
    const auto pdf = fixture("plain.pdf");
    const auto reply = upload(secretariat, pdf, "C%3A%5Cpapers%5C%D0%9F%D0%BB%D0%B0%D0%BD%20%281%29.pdf");
    ASSERT_TRUE(reply) << reply.error().key;
    EXPECT_EQ(reply->status, 201);
    EXPECT_NE(reply->body.find("\"title\":\"План (1)\""), std::string::npos) << reply->body;
    http::Reply head;
    EXPECT_EQ(download(observer, false, &head), pdf);
    EXPECT_EQ(head.content_type, "application/pdf");
    EXPECT_EQ(head.headers.front().second, "inline; filename=\"_1_.pdf\"; filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%20%281%29.pdf");
    EXPECT_EQ(found_by(observer), 1u);
}

TEST_F(PaperRoutes, GuestsGetWhatIsPublicAndNothingElse) {
    ASSERT_TRUE(upload(secretariat, "words", "a.txt"));
    EXPECT_EQ(download(guest, true), "paper.not_found");
    EXPECT_EQ(download(guest, false), "access.not_allowed");
    readers({"all"});
    http::Reply head;
    EXPECT_EQ(download(guest, true, &head), "words");
    EXPECT_TRUE(head.headers.front().second.starts_with("attachment; "));
    EXPECT_EQ(download(guest, false), "access.not_allowed");
}

TEST_F(PaperRoutes, WhoMayNotAddIsToldBeforeTheFileIsLookedInto) {
    EXPECT_EQ(upload(kg, "not a pdf", "a.pdf").error().key, "access.not_allowed");
    EXPECT_EQ(upload(secretariat, "not a pdf", "a.pdf").error().key, "file.not_what_it_says");
    EXPECT_EQ(upload(secretariat, "", "a.pdf").error().key, "file.empty");
    EXPECT_EQ(number("SELECT count(*) FROM files"), 0);
}

}  // namespace
}  // namespace homeward::council
