#include "http/static_files.h"

#include <fstream>

#include "http/server_for_tests.h"

namespace homeward::http {
namespace {

struct StaticFilesTest : ServerTest {
    std::filesystem::path root = folder / "site";

    StaticFilesTest() {
        file("site/index.html", "<p>home</p>");
        file("site/sw.js", "worker");
        file("site/assets/app-1a2b3c4d.js", "plain");
        file("site/assets/app-1a2b3c4d.js.gz", "zipped");
        file("site/assets/app-1a2b3c4d.js.br", "brotli");
        file("site/.secret", "hidden");
        file("outside.txt", "outside");
        std::filesystem::create_symlink("../outside.txt", root / "link.txt");
        options.static_root = root;
        start();
    }
    void file(const std::string& name, std::string_view content) {
        std::filesystem::create_directories((folder / name).parent_path());
        std::ofstream(folder / name) << content;
    }
    RawReply get(std::string_view target, std::string_view headers = "") { return RawClient(port()).get(target, headers); }
};

TEST_F(StaticFilesTest, PagesOfTheApplicationGetItsOnePage) {
    for (const char* target : {"/", "/index.html", "/register", "/persons/0190/cases", "/register/"}) {
        const auto reply = get(target);
        EXPECT_EQ(reply.status, 200) << target;
        EXPECT_EQ(reply.body, "<p>home</p>") << target;
        EXPECT_EQ(reply.header("content-type"), "text/html; charset=utf-8");
        EXPECT_EQ(reply.header("cache-control"), "no-cache");
        EXPECT_NE(reply.header("content-security-policy").find("script-src 'self';"), std::string::npos);
    }
    for (const char* target : {"/api/x", "/exchange/x", "/none.js", "/assets/none.css", "/api", "/.secret", "/assets/.x"}) {
        EXPECT_EQ(get(target).status, 404) << target;
    }
}

TEST_F(StaticFilesTest, NothingOutsideTheFolderIsServed) {
    for (const char* target : {"/../outside.txt", "/assets/../../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/assets/..%5c..%5coutside.txt", "//etc/passwd",
                               "/link.txt"}) {
        const auto reply = get(target);
        EXPECT_TRUE(reply.status == 400 || reply.status == 404) << target << " gave " << reply.status;
        EXPECT_EQ(reply.body.find("outside\n"), std::string::npos);
        EXPECT_NE(reply.body, "outside");
    }
}

TEST_F(StaticFilesTest, HashedNamesAreCachedForGood) {
    EXPECT_EQ(get("/assets/app-1a2b3c4d.js").header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(get("/sw.js").header("cache-control"), "no-cache");
}

TEST_F(StaticFilesTest, CompressedSiblingsGoToThoseWhoTakeThem) {
    const auto brotli = get("/assets/app-1a2b3c4d.js", "Accept-Encoding: gzip, deflate, br\r\n");
    EXPECT_EQ(brotli.body, "brotli");
    EXPECT_EQ(brotli.header("content-encoding"), "br");
    EXPECT_EQ(brotli.header("content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(brotli.header("vary"), "Accept-Encoding");
    EXPECT_EQ(get("/assets/app-1a2b3c4d.js", "Accept-Encoding: gzip, br;q=0\r\n").body, "zipped");
    EXPECT_EQ(get("/assets/app-1a2b3c4d.js").body, "plain");
    EXPECT_EQ(get("/sw.js", "Accept-Encoding: br\r\n").body, "worker");
}

TEST_F(StaticFilesTest, AnUnchangedFileIsNotSentAgain) {
    const auto first = get("/");
    const auto again = get("/", "If-None-Match: W/\"other\", " + first.header("etag") + "\r\n");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.header("etag"), first.header("etag"));
    file("site/index.html", "<p>new home</p>");
    EXPECT_EQ(get("/", "If-None-Match: " + first.header("etag") + "\r\n").body, "<p>new home</p>");
}

TEST(AcceptsEncoding, ReadsQualities) {
    EXPECT_TRUE(accepts_encoding("gzip", "gzip"));
    EXPECT_TRUE(accepts_encoding("deflate, gzip;q=0.5", "gzip"));
    EXPECT_TRUE(accepts_encoding("*", "br"));
    EXPECT_FALSE(accepts_encoding("", "gzip"));
    EXPECT_FALSE(accepts_encoding("gzip;q=0, *", "gzip"));
    EXPECT_FALSE(accepts_encoding("xgzip", "gzip"));
}

}  // namespace
}  // namespace homeward::http
