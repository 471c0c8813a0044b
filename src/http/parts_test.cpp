// The parts that need no server: targets, routes, heads, cookies, problems, numbers.

#include <gtest/gtest.h>

#include "http/cookies.h"
#include "http/guard.h"
#include "http/head.h"
#include "http/json_reply.h"
#include "http/metrics.h"
#include "http/problem.h"
#include "http/router.h"
#include "http/target.h"

namespace homeward::http {
namespace {

TEST(ParseTarget, TakesAPathAndAQueryApart) {
    const auto target = parse_target("/api/persons/a%20b?q=%D0%90%D0%BB%D0%B8+x&empty=&flag");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "persons", "a b"}));
    EXPECT_EQ(target->query, (std::map<std::string, std::string>{{"q", "Али x"}, {"empty", ""}, {"flag", ""}}));
    EXPECT_TRUE(parse_target("/")->segments.empty());
    EXPECT_EQ(parse_target("/a/")->segments, (std::vector<std::string>{"a", ""}));
    EXPECT_EQ(parse_target("/?a=1?2")->query.at("a"), "1?2");
}

TEST(ParseTarget, RefusesWhatCouldMeanSomethingElse) {
    for (const char* target : {"", "api", "*", "http://host/api", "/a/../b", "/..", "/%2e%2e/etc", "/a/./b", "/a%2fb", "/a%5cb", "/a\\..\\b%5c",
                               "/a%00b", "/a%0ab", "/a%7f", "/%", "/%4", "/%zz", "/%ff", "/%c0%ae", "/a b", "/a#b", "/\xd0\x90", "/a?q=%ff",
                               "/a?q=%00", "/a?q=%", "/a?=b"}) {
        EXPECT_FALSE(parse_target(target)) << target;
    }
    EXPECT_EQ(parse_target("/a?x=1&x=2").error().key, "http.repeated_parameter");
    std::string many = "/a?";
    for (int i = 0; i < 101; ++i) many += "p" + std::to_string(i) + "=1&";
    EXPECT_FALSE(parse_target(many));
}

Result<Reply> nothing(access::Work&, const Request&) { return no_content(); }

TEST(RouterTest, FindsByMethodAndPath) {
    Router router;
    router.read("GET", "/api/persons/{person_id}", nothing);
    router.write("PUT", "/api/persons/{person_id}", nothing);
    router.read("GET", "/api/persons/export", nothing);
    router.read("GET", "/api/persons/{person_id}/cases/{case_id}", nothing);
    const auto person = router.find("GET", {"api", "persons", "7"});
    ASSERT_TRUE(person.route);
    EXPECT_EQ(person.route->pattern, "/api/persons/{person_id}");
    EXPECT_EQ(person.parameters, (std::map<std::string, std::string>{{"person_id", "7"}}));
    EXPECT_EQ(router.find("HEAD", {"api", "persons", "7"}).route, person.route);
    EXPECT_EQ(router.find("GET", {"api", "persons", "export"}).route->pattern, "/api/persons/export");
    EXPECT_EQ(router.find("GET", {"api", "persons", "7", "cases", "8"}).parameters.at("case_id"), "8");
    EXPECT_FALSE(router.find("GET", {"api", "persons", ""}).route) << "a parameter is never empty";
    EXPECT_FALSE(router.find("GET", {"api", "persons"}).route);
    EXPECT_EQ(router.find("DELETE", {"api", "persons", "7"}).allowed, (std::vector<std::string>{"GET", "PUT"}));
}

TEST(RouterTest, RefusesRoutesThatCouldBothAnswer) {
    Router router;
    router.read("GET", "/api/{a}/b", nothing);
    EXPECT_THROW(router.read("GET", "/api/{x}/b", nothing), std::logic_error);
    EXPECT_THROW(router.read("GET", "/api/a/{b}", nothing), std::logic_error);
    router.read("POST", "/api/{x}/b", nothing);
    router.read("GET", "/api/a/b", nothing);
    EXPECT_THROW(router.open_write("GET", "/api/a/b", nothing), std::logic_error);
    for (const char* pattern : {"api", "/api/", "/api//b", "/api/{}", "/api/x{y}", "/api/{a}/{a}", ""}) {
        EXPECT_THROW(router.read("GET", pattern, nothing), std::logic_error) << pattern;
    }
    EXPECT_THROW(router.read("get", "/c", nothing), std::logic_error);
    EXPECT_EQ(router.routes().size(), 3u);
}

TEST(RequestTest, ReadsTypedParameters) {
    Request request;
    request.query_parameters = {{"limit", "50"}, {"bad", "5x"}, {"huge", "99999999999"}, {"open", "true"}, {"from", "2024-05-14"}, {"stage", "a,b,,c"}};
    EXPECT_EQ(*int_query(request, "limit", 20, 1, 100), 50);
    EXPECT_EQ(*int_query(request, "absent", 20, 1, 100), 20);
    EXPECT_EQ(int_query(request, "limit", 20, 1, 49).error(), invalid("http.out_of_range", "limit", {{"min", "1"}, {"max", "49"}}));
    EXPECT_EQ(int_query(request, "bad", 20, 1, 100).error().key, "http.not_a_number");
    EXPECT_EQ(int_query(request, "huge", 20, 1, 100).error().key, "http.out_of_range");
    EXPECT_TRUE(*bool_query(request, "open", false));
    EXPECT_FALSE(bool_query(request, "limit", false));
    EXPECT_EQ((*date_query(request, "from"))->str(), "2024-05-14");
    EXPECT_FALSE(date_query(request, "limit"));
    EXPECT_EQ(list_query(request, "stage"), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(list_query(request, "absent").empty());
    EXPECT_THROW((void)request.path_parameter("none"), std::logic_error);
}

struct ThingTag;

TEST(RequestTest, AnIdThatCannotBeOneIsNotFound) {
    Request request;
    const auto id = Id<ThingTag>::make(Instant{1});
    request.path_parameters = {{"thing_id", id.str()}, {"other", "7"}};
    EXPECT_EQ(*id_of<Id<ThingTag>>(request, "thing_id"), id);
    EXPECT_EQ(id_of<Id<ThingTag>>(request, "other").error(), not_found("http.no_such_id"));
}

struct Goal {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Goal, (), (text))

TEST(BodyAs, ChecksTypeAndShape) {
    Request request;
    request.body = R"({"text":"x"})";
    EXPECT_EQ(status_of(body_as<Goal>(request).error()), 415);
    request.headers = {{"content-type", "application/json; charset=utf-8"}};
    EXPECT_EQ(body_as<Goal>(request)->text, "x");
    request.body = R"({"text":1})";
    EXPECT_EQ(status_of(body_as<Goal>(request).error()), 422);
    request.body = R"({"text")";
    EXPECT_EQ(status_of(body_as<Goal>(request).error()), 400);
    request.body = R"({"text":"a","text":"b"})";
    EXPECT_EQ(status_of(body_as<Goal>(request).error()), 400);
}

TEST(ProblemTest, MapsEachCodeAndTellsFieldAndParams) {
    EXPECT_EQ(status_of(unauthenticated("a")), 401);
    EXPECT_EQ(status_of(forbidden("a")), 403);
    EXPECT_EQ(status_of(not_found("a")), 404);
    EXPECT_EQ(status_of(conflict("a")), 409);
    EXPECT_EQ(status_of(too_large("a")), 413);
    EXPECT_EQ(status_of(too_many("a")), 429);
    EXPECT_EQ(status_of(unavailable("a")), 503);
    EXPECT_EQ(status_of(invalid("a")), 422);
    const auto reply = problem(Error{ErrorCode::too_many, "session.wait", "username", {{"retry_after_s", "60"}}});
    EXPECT_EQ(reply.body, R"({"type":"about:blank","title":"Too Many Requests","status":429,"key":"session.wait","field":"username","params":{"retry_after_s":"60"}})");
    EXPECT_EQ(reply.headers, (std::vector<std::pair<std::string, std::string>>{{"Retry-After", "60"}}));
}

TEST(CookieTest, IsBoundToHostAndHiddenFromScripts) {
    EXPECT_EQ(session_cookie("uz", "abc"), "__Host-homeward-uz=abc; Path=/; Secure; HttpOnly; SameSite=Strict");
    EXPECT_EQ(clear_session_cookie("uz"), "__Host-homeward-uz=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    EXPECT_THROW(session_cookie("uz", "a; Domain=evil"), std::logic_error);
    EXPECT_EQ(cookie_value("a=1; b=2", "b"), "2");
    EXPECT_EQ(cookie_value("a=1; b=2; b=3", "b"), "");
    EXPECT_EQ(cookie_value("bb=1", "b"), "");
}

TEST(HeadTest, ADownloadKeepsANameOfAnyScript) {
    const auto reply = download("text/csv", "реестр 2024.csv\r\nX: y", std::string("a"));
    EXPECT_EQ(reply.headers.front().second,
              "attachment; filename=\"_2024.csv_X_y\"; filename*=UTF-8''%D1%80%D0%B5%D0%B5%D1%81%D1%82%D1%80%202024.csv%0D%0AX%3A%20y");
}

TEST(HeadTest, ALineBreakInAHeaderIsABug) {
    EXPECT_THROW(render_head(no_content().with_header("X", "a\nb"), {}), std::logic_error);
    EXPECT_THROW(render_head(no_content().with_header("X\r\nY", "a"), {}), std::logic_error);
}

TEST(MetricsTest, ANameIsRegisteredOnce) {
    Metrics metrics;
    metrics.gauge("homeward_a", "A.", [] { return 1.5; });
    EXPECT_THROW(metrics.counter("homeward_a", "A.", [] { return 1.0; }), std::logic_error);
    EXPECT_NE(metrics.text().find("# HELP homeward_a A.\n# TYPE homeward_a gauge\nhomeward_a 1.5\n"), std::string::npos);
    EXPECT_GT(resident_bytes(), 1e6);
}

TEST(MetricsTest, BucketsCountUpwards) {
    Metrics metrics;
    for (const int ms : {0, 2, 30, 9000}) metrics.request_done("GET", "/a", 200, std::chrono::milliseconds(ms));
    const auto text = metrics.text();
    EXPECT_NE(text.find("bucket{le=\"0.001\"} 1\n"), std::string::npos) << text;
    EXPECT_NE(text.find("bucket{le=\"0.0025\"} 2\n"), std::string::npos);
    EXPECT_NE(text.find("bucket{le=\"5\"} 3\n"), std::string::npos);
    EXPECT_NE(text.find("bucket{le=\"+Inf\"} 4\n"), std::string::npos);
}

}  // namespace
}  // namespace homeward::http
