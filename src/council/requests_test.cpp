#include "council/requests.h"

#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

http::Request asking(std::map<std::string, std::string> query) {
    http::Request request;
    request.query_parameters = std::move(query);
    return request;
}

struct RequestsTest : CouncilTest {
    std::string language(const Actor& actor, const http::Request& request) {
        return *works->read<std::string>(actor, [&](Work& work) -> Result<std::string> { return language_of(work, request); });
    }
};

TEST_F(RequestsTest, ThePageSaysItsLanguageElseTheAccountElseEnglish) {
    Actor reader = account("observer", Role::observer);
    reader.language = "kk";
    EXPECT_EQ(language(reader, asking({{"language", "ru"}})), "ru");
    EXPECT_EQ(language(reader, asking({{"language", ""}})), "kk");
    EXPECT_EQ(language(reader, asking({})), "kk");
    EXPECT_EQ(language(Actor::guest(), asking({})), "en");
    EXPECT_EQ(paper_language(asking({{"language", "ru"}})), "ru");
    EXPECT_EQ(paper_language(asking({{"language", "kk"}})), "en");
}

TEST_F(RequestsTest, AChangeIsBasedOnAVersionThatSomethingHad) {
    EXPECT_EQ(version_in(std::nullopt).error(), invalid("json.missing", "version"));
    EXPECT_EQ(version_in(0).error().key, "http.out_of_range") << "0 would make a second thing in the place of a change";
    EXPECT_EQ(version_in(-1).error().key, "http.out_of_range");
    EXPECT_EQ(*version_in(1), 1);
}

TEST_F(RequestsTest, AChangeOfWhatIsThereMakesNothingNew) {
    http::Router router;
    routes(router, program());
    const auto put = [&](const char* path, const std::string& body) {
        const auto found = router.find("PUT", {"api", path, to_string(make_uuid(now))});
        http::Request request;
        request.path_parameters = found.parameters;
        request.body = body;
        request.headers = {{"content-type", "application/json"}};
        const auto done = act<http::Reply>(secretariat, [&](Work& work) { return found.route->handler(work, request); });
        return done ? std::string("done") : done.error().key;
    };
    EXPECT_EQ(put("law", R"({"state":"kg","topic":"family","kind":"law","instrument":"A law","summary_en":"It helps.","unofficial":true,"source":"A gazette",)"
                         R"("is_public":true,"version":0})"), "http.out_of_range");
    EXPECT_EQ(number("SELECT count(*) FROM law_entries"), 0);
}

}  // namespace
}  // namespace homeward::council
