#include "base/json.h"
#include "people/documents/chain.h"
#include "people/people_fixture.h"
#include "people/routes.h"

namespace homeward::people {
namespace {

using access::Actor;
using access::Role;
using boost::json::object;

/// Requests of documents and consents, straight to the handlers.
struct PapersRoutesTest : PeopleFixture {
    const documents::Chain chain = documents::load_chain({});
    http::Router router;
    Actor clerk = staff("clerk", Role::civil_registry, "UZ-FA");
    PersonId child;

    PapersRoutesTest() {
        routes(router, *reg, *works, chain);
        auto person = given("Karimova", "Zaynab", "", "2016-03-14");
        person.assigned_to = worker.id;
        person.details.phone = "+998 90 111 22 33";
        person.district = "Quva";
        child = add(person);
    }
    Result<http::Reply> ask(const Actor& actor, const std::string& method, const std::string& path, const std::string& body = {}) {
        std::vector<std::string> segments;
        for (const auto part : split(std::string_view(path).substr(1), '/')) segments.emplace_back(part);
        const auto match = router.find(method, segments);
        if (!match.route) throw std::logic_error("no such route: " + path);
        http::Request request;
        request.method = method;
        request.path = path;
        request.path_parameters = match.parameters;
        request.headers = {{"content-type", "application/json"}};
        request.body = body;
        const auto job = [&](access::Work& work) { return match.route->handler(work, request); };
        return match.route->kind == http::RouteKind::write ? works->write<http::Reply>(actor, job) : works->read<http::Reply>(actor, job);
    }
    object json_of(const Result<http::Reply>& reply) {
        EXPECT_TRUE(reply) << reply.error().key << " " << reply.error().field;
        return boost::json::parse(reply->body).as_object();
    }
    std::string at(const std::string& rest) const { return "/api/persons/" + child.str() + "/" + rest; }
};

TEST_F(PapersRoutesTest, WhatAClerkGetsNamesNoRecord) {
    const auto asked = json_of(ask(worker, "POST", at("document-requests"),
                                   R"({"step":"birth_proof","document":"birth_certificate","asked_of":"registry","birth_place":"Raqqa"})"));
    EXPECT_EQ(asked.at("first_step"), "school") << "nothing else is the worker's to move";
    const auto queue = ask(clerk, "GET", "/api/registry/requests");
    ASSERT_EQ(json_of(queue).at("items").as_array().size(), 1u);
    const auto id = std::string(json_of(queue).at("items").as_array()[0].at("id").as_string());
    const auto one = ask(clerk, "GET", "/api/registry/requests/" + id);
    for (const auto& reply : {queue, one}) {
        EXPECT_NE(reply->body.find("Karimova"), std::string::npos);
        for (const std::string& hidden : {child.str(), std::string("UZ-2021"), std::string("+998"), std::string("Quva"), std::string("uz-mehr-5"), std::string("UZ-FA")}) {
            EXPECT_EQ(reply->body.find(hidden), std::string::npos) << hidden;
        }
    }
    for (const auto* path : {"documents-chain", "sharing", "workers"}) EXPECT_EQ(ask(clerk, "GET", at(path)).error().code, ErrorCode::not_found) << path;
    EXPECT_EQ(ask(clerk, "GET", "/api/persons/" + child.str()).error(), not_found("person.not_found"));
    EXPECT_EQ(ask(clerk, "GET", "/api/document-requests/" + id + "/letter").error().code, ErrorCode::not_found);
    const auto letter = ask(worker, "GET", "/api/document-requests/" + id + "/letter");
    EXPECT_TRUE(letter->body.starts_with("%PDF-"));
}

TEST_F(PapersRoutesTest, AFieldForWhatALaboratoryMeasuredIsRefused) {
    const auto reply = ask(worker, "POST", at("kinship"),
                           R"({"relation":"mother","method":"laboratory","conclusion":"confirmed","authority":"Centre","on":"2024-05-01","profile":"11,12"})");
    EXPECT_EQ(reply.error().code, ErrorCode::invalid);
    EXPECT_EQ(reply.error().field, "profile");
}

TEST_F(PapersRoutesTest, AConsentGoesThroughThePageAndBack) {
    const auto after = json_of(ask(worker, "POST", at("consents"),
                                   R"({"purpose":"referral","basis":"consent","answer":"given","source":"caregiver","who":"Grandmother","how":"spoken",)"
                                   R"("assent":"yes","receivers":[{"name":"Red Crescent"}],"withheld":["origin"],"withheld_why":"asked","given_on":"2024-05-14",)"
                                   R"("expires_on":"2024-06-01"})"));
    const auto& consent = after.at("consents").as_array()[0].as_object();
    EXPECT_EQ(consent.at("state"), "given");
    EXPECT_EQ(consent.at("ends_soon"), true);
    EXPECT_EQ(consent.at("receivers").as_array()[0].at("name"), "Red Crescent");
    const auto id = std::string(consent.at("id").as_string());
    EXPECT_EQ(ask(worker, "POST", "/api/consents/" + id + "/withdrawal", R"({"version":1,"on":"2024-05-14"})")->status, 204);
    EXPECT_EQ(json_of(ask(worker, "GET", at("sharing"))).at("consents").as_array()[0].at("state"), "withdrawn");
    EXPECT_EQ(ask(worker, "POST", at("consents"), R"({"purpose":"x","basis":"consent","answer":"given","source":"individual","how":"spoken","given_on":"2024-05-14"})")
                  .error().key, "consent.purpose");
}

}  // namespace
}  // namespace homeward::people
