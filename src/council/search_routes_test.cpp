// What each tier finds: the search holds the same words as pages and lists do.

#include "council/search_routes.h"

#include "base/json.h"
#include "council/audience.h"
#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct SearchRoutes : CouncilTest {
    http::Router router;
    SearchRoutes() {
        search_routes(router);
        const std::pair<const char*, Audience> things[] = {
            {"open", {"all"}}, {"inside", {"signed_in"}}, {"experts", {"experts", "secretariat"}}, {"uz", {"member:uz", "secretariat"}},
            {"red", audience_of(Marking::red, {"kg"})}, {"draft", {"secretariat"}}, {"nobody", {}}};
        (void)act<void>(system, [&](Work& work) -> Done {
            for (const auto& [id, readers] : things) {
                search::put(work.db, {"paper", id, "Common words", "of one text", readers, "", "", *Date::parse("2024-05-14")});
            }
            return {};
        });
    }

    /// Ids that a request finds, sorted and joined; the key of the problem otherwise.
    std::string found(const Actor& actor, const std::string& path, std::map<std::string, std::string> query = {{"q", "common"}}) {
        http::Request request;
        request.method = "GET";
        request.path = path;
        request.query_parameters = std::move(query);
        const bool open = path == "/api/public/search";
        const auto* route = router.find("GET", open ? std::vector<std::string>{"api", "public", "search"} : std::vector<std::string>{"api", "search"}).route;
        std::string out;
        auto reply = works->read<http::Reply>(actor, [&](Work& work) { return route->handler(work, request); });
        if (!reply) return reply.error().key;
        std::set<std::string> ids;
        const auto body = boost::json::parse(reply->body);
        for (const auto& item : body.at("items").as_array()) ids.insert(std::string(item.at("id").as_string()));
        for (const auto& id : ids) out += (out.empty() ? "" : " ") + id;
        return out;
    }
};

TEST_F(SearchRoutes, EachTierFindsItsOwn) {
    const std::string inside = "/api/search";
    EXPECT_EQ(found(secretariat, inside), "draft experts inside open uz");
    EXPECT_EQ(found(account("focal.uz", Role::focal_point, "uz"), inside), "inside open uz");
    EXPECT_EQ(found(account("focal.kg", Role::focal_point, "kg"), inside), "inside open red");
    EXPECT_EQ(found(account("expert", Role::expert), inside), "experts inside open");
    EXPECT_EQ(found(account("observer", Role::observer), inside), "inside open");
    EXPECT_EQ(found(Actor::guest(), "/api/public/search"), "open");
}

TEST_F(SearchRoutes, WhoDoesNotReadTheCouncilIsRefused) {
    EXPECT_EQ(found(Actor::guest(), "/api/search"), "access.not_allowed");
    EXPECT_EQ(found(account("admin", Role::admin), "/api/search"), "access.not_allowed");
}

TEST_F(SearchRoutes, WhatCannotBeAskedIsSaid) {
    const Actor guest = Actor::guest();
    EXPECT_EQ(found(guest, "/api/public/search", {}), "search.empty");
    EXPECT_EQ(found(guest, "/api/public/search", {{"q", "\"*"}}), "search.empty");
    EXPECT_EQ(found(guest, "/api/public/search", {{"q", std::string(201, 'a')}}), "search.too_long");
    EXPECT_EQ(found(guest, "/api/public/search", {{"q", "common"}, {"year", "next"}}), "http.not_a_number");
    EXPECT_EQ(found(guest, "/api/public/search", {{"q", "common"}, {"offset", "-1"}}), "http.out_of_range");
    EXPECT_EQ(found(guest, "/api/public/search", {{"q", "common"}, {"kind", "\" OR 1"}}), "");
    EXPECT_EQ(found(guest, "/api/public/search", {{"q", "common"}, {"year", "2023"}}), "");
}

TEST_F(SearchRoutes, MarksStandInTheReply) {
    http::Request request;
    request.query_parameters = {{"q", "text"}};
    const auto reply = works->read<http::Reply>(Actor::guest(), [&](Work& work) { return router.find("GET", {"api", "public", "search"}).route->handler(work, request); });
    EXPECT_EQ(reply.value().body,
              R"({"items":[{"kind":"paper","id":"open","title":"Common words","title_marks":[],"snippet":"of one text",)"
              R"("snippet_marks":[{"begin":7,"end":11}],"dated_on":"2024-05-14"}],"total":1,"more_than":false,"kinds":[{"kind":"paper","count":1}]})");
}

}  // namespace
}  // namespace homeward::council
