#include "base/json.h"
#include "council/council_fixture.h"
#include "council/returns/evidence.h"
#include "council/routes.h"

namespace homeward::council {
namespace {

using statistics::Release;

struct ReleaseTest : CouncilTest {
    /// Women 20 and men 31, and the ages of neither: a small return that hides nothing it must show.
    Release a_return() {
        Release release;
        release.state = "UZ";
        release.year = 2024;
        release.reference_date = {2024, 4, 30};
        release.tables = {{"returnees", {"returnees", 1}, "returnees", {{"sex", {"female", "male"}}}, {{20}, {31}, {51}}}};
        release.sign_offs = {{"coordinator", now}, {"data_protection_officer", now}};
        release.made_at = now;
        return release;
    }
    /// The same, with women and those of unknown sex hidden.
    Release with_hidden() {
        Release release = a_return();
        release.tables[0].dimensions[0].categories = {"female", "male", "unknown"};
        release.tables[0].cells = {{std::nullopt}, {31}, {std::nullopt}, {51}};
        return release;
    }
    std::string sent(const Release& release, const char* from = "uz") {
        return CouncilTest::release(release, from);
    }
    std::vector<ReceivedRelease> received() {
        return get<std::vector<ReceivedRelease>>([](store::Connection& db) -> Result<std::vector<ReceivedRelease>> { return list_releases(db); });
    }
    Evidence evidence(const ReceivedRelease& release) {
        return get<Evidence>([&](store::Connection& db) { return check_evidence(db, *exchange, release); });
    }
};

TEST_F(ReleaseTest, AReturnOfAStateIsReceivedWithItsEvidence) {
    ASSERT_EQ(sent(a_return()), "accepted");
    ASSERT_EQ(received().size(), 1u);
    const auto one = received().front();
    EXPECT_EQ(one.state, "uz");
    EXPECT_EQ(one.year, 2024);
    EXPECT_TRUE(one.current);
    EXPECT_EQ(get<Release>([&](store::Connection& db) { return get_release(db, one.id); }), a_return());
    EXPECT_TRUE(evidence(one).verified) << evidence(one).problem;
    EXPECT_EQ(evidence(one).signed_at, now);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'release.received' AND actor = 'member:uz'"), 1);
}

TEST_F(ReleaseTest, AnotherStatesReturnIsRefused) {
    EXPECT_EQ(sent(a_return(), "kg"), "release.not_yours");
    EXPECT_TRUE(received().empty());
}

TEST_F(ReleaseTest, AForgedMessageIsRefusedAndChangesNothing) {
    const auto payload = statistics::write_signed(states.at("uz").release(a_return(), now));
    const auto forged = message_of("uz", "release@2.0", payload, "kg");
    EXPECT_EQ(exchange->receive(*works, forged).error().key, "exchange.not_its_sender");
    auto cut = message_of("uz", "release@2.0", payload);
    cut.back() = cut.back() == 'A' ? 'B' : 'A';
    EXPECT_FALSE(exchange->receive(*works, cut));
    EXPECT_TRUE(received().empty());
    EXPECT_EQ(number("SELECT count(*) FROM exchange_refusals"), 2);
}

TEST_F(ReleaseTest, FewerThanTwoSignaturesAreRefused) {
    Release alone = a_return();
    alone.sign_offs.resize(1);
    EXPECT_EQ(sent(alone), "release.two_signatures");
    alone.sign_offs.clear();
    EXPECT_EQ(sent(alone), "release.two_signatures");
    EXPECT_TRUE(received().empty());
}

TEST_F(ReleaseTest, AnUnsafeTableIsRefused) {
    Release unsafe = a_return();
    unsafe.tables[0].cells = {{3}, {31}, {34}};
    EXPECT_EQ(sent(unsafe), "release.under_floor");
    unsafe.tables[0].cells = {{std::nullopt}, {31}, {34}};
    EXPECT_EQ(sent(unsafe), "release.derivable");
    unsafe.tables[0].cells = {{20}, {31}, {52}};
    EXPECT_EQ(sent(unsafe), "release.margin");
    EXPECT_TRUE(received().empty());
}

TEST_F(ReleaseTest, AReferenceDayOutsideOfTheYearOrStillToComeIsRefused) {
    Release strange = a_return();
    strange.reference_date = {2023, 12, 31};
    EXPECT_EQ(sent(strange), "release.reference_date");
    strange.reference_date = {2024, 12, 31};
    EXPECT_EQ(sent(strange), "release.reference_date");
}

TEST_F(ReleaseTest, TheNewestOfAYearIsCurrentAndTheEarlierStays) {
    ASSERT_EQ(sent(a_return()), "accepted");
    Release before = a_return();
    before.year = 2023;
    before.reference_date = {2023, 12, 31};
    ASSERT_EQ(sent(before), "accepted");
    now = now.plus_days(1);
    Release corrected = a_return();
    corrected.tables[0].cells = {{21}, {31}, {52}};
    ASSERT_EQ(sent(corrected), "accepted");
    const auto all = received();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].year, 2024);
    EXPECT_TRUE(all[0].current);
    EXPECT_FALSE(all[1].current);
    EXPECT_TRUE(all[2].current);
    EXPECT_EQ(get<Release>([&](store::Connection& db) { return get_release(db, all[0].id); }).tables[0].cells[0].persons, 21);
    EXPECT_EQ(get<Release>([&](store::Connection& db) { return get_release(db, all[1].id); }).tables[0].cells[0].persons, 20);
}

TEST_F(ReleaseTest, AFigureChangedOnTheDiskIsNotVerifiedAnyMore) {
    ASSERT_EQ(sent(a_return()), "accepted");
    store->write([](store::Connection& db) {
        db.exec("UPDATE releases SET payload = replace(payload, '20', '21')");
        return true;
    });
    EXPECT_FALSE(evidence(received().front()).verified);
    EXPECT_EQ(evidence(received().front()).problem, "release.not_as_signed");
}

struct PublicTest : ReleaseTest {
    http::Router router;
    PublicTest() { routes(router, program()); }

    /// The reply to a reader who is not signed in.
    Result<http::Reply> ask(const std::vector<std::string>& path, std::map<std::string, std::string> query = {}) {
        const auto found = router.find("GET", path);
        http::Request request;
        request.path_parameters = found.parameters;
        request.query_parameters = std::move(query);
        EXPECT_EQ(found.route->kind, http::RouteKind::open_read);
        return works->read<http::Reply>(access::Actor::guest(), [&](access::Work& work) { return found.route->handler(work, request); });
    }
};

TEST_F(PublicTest, EverybodyReadsTheReturnAndSavesItsTables) {
    const Release release = with_hidden();
    ASSERT_EQ(sent(release), "accepted");
    const std::string id = received().front().id.str();
    EXPECT_EQ(ask({"api", "public", "releases", id})->body, statistics::write_release(release));
    const auto csv = ask({"api", "public", "releases", id, "tables", "returnees"});
    ASSERT_TRUE(csv);
    EXPECT_EQ(csv->body, "\xEF\xBB\xBF"
                         "state,year,reference_date,table,indicator,version,population,sex,value,status\r\n"
                         "UZ,2024,2024-04-30,returnees,returnees,1,returnees,female,,hidden\r\n"
                         "UZ,2024,2024-04-30,returnees,returnees,1,returnees,male,31,shown\r\n"
                         "UZ,2024,2024-04-30,returnees,returnees,1,returnees,unknown,,hidden\r\n"
                         "UZ,2024,2024-04-30,returnees,returnees,1,returnees,total,51,shown\r\n");
    EXPECT_EQ(ask({"api", "public", "releases", id, "tables"})->body, csv->body);
    EXPECT_EQ(ask({"api", "public", "releases", id, "tables", "names"}).error().key, "release.no_such_table");
    EXPECT_EQ(ask({"api", "public", "releases", ReleaseId::make(now).str()}).error().key, "release.not_found");
}

TEST_F(PublicTest, TheReturnIsSavedInTheFormsOfOtherSystems) {
    const Release release = with_hidden();
    ASSERT_EQ(sent(release), "accepted");
    const std::string id = received().front().id.str();
    const auto in = [&](const std::string& format) { return ask({"api", "public", "releases", id, "tables"}, {{"format", format}}); };
    EXPECT_NE(in("hxl")->body.find("\r\nUZ,2024,2024-04-30,returnees,1,returnees,10,,31,,51,female sex_unknown\r\n"), std::string::npos) << in("hxl")->body;
    EXPECT_NE(in("sdmx")->body.find(",returnees,_T,M,_T,_T,_T,2024,31,A,F,"), std::string::npos) << in("sdmx")->body;
    EXPECT_NE(in("dhis2")->body.find("\"value\":\"31\""), std::string::npos);
    EXPECT_NE(in("dhis2_metadata")->body.find("\"sex: male\""), std::string::npos);
    EXPECT_EQ(in("docx").error().key, "release.no_such_format");
}

TEST_F(PublicTest, HeadlinesSayOneLineForEachIndicatorAndHideWhatIsHidden) {
    Release release = a_return();
    release.tables.push_back({"housing", {"housing", 2}, "returnees", {{"sex", {"female", "male"}}, {"outcome.housing", {"reached", "not_reached"}}},
                              {{10}, {10}, {20}, {std::nullopt}, {std::nullopt}, {31}, {std::nullopt}, {std::nullopt}, {51}}});
    ASSERT_EQ(sent(release), "accepted");
    const auto list = *json::parse(ask({"api", "public", "headlines"})->body);
    const auto& indicators = list.at("items").at(0).at("indicators").as_array();
    ASSERT_EQ(indicators.size(), 2u);
    EXPECT_EQ(indicators[0].at("total").at("value").as_int64(), 51);
    EXPECT_FALSE(indicators[0].as_object().contains("reached"));
    EXPECT_TRUE(indicators[1].at("reached").at("hidden").as_bool());
    EXPECT_FALSE(indicators[1].at("reached").as_object().contains("value"));
    EXPECT_EQ(indicators[1].at("total").at("value").as_int64(), 51);
    EXPECT_EQ(indicators[1].at("crossings").at(0).as_string(), "sex,outcome");
    EXPECT_EQ(indicators[1].at("hidden").as_int64(), 4);
}

TEST_F(PublicTest, AHiddenFigureKeepsWhatWasShownLastWithItsDay) {
    const auto nothing = std::nullopt;
    const auto year = [&](int number, std::vector<statistics::ReleasedCell> cells) {
        Release release = a_return();
        release.year = number;
        release.reference_date = {number, 12, 31};
        release.tables[0].dimensions[0].categories = {"female", "male", "unknown"};
        release.tables[0].cells = std::move(cells);
        return release;
    };
    ASSERT_EQ(sent(year(2021, {{20}, {30}, {0}, {50}})), "accepted");
    ASSERT_EQ(sent(year(2022, {{24}, {31}, {11}, {66}})), "accepted");
    now = now.plus_days(1);
    ASSERT_EQ(sent(year(2022, {{nothing}, {31}, {nothing}, {66}})), "accepted");  // 24 and 11 were wrong
    ASSERT_EQ(sent(year(2023, {{nothing}, {nothing}, {10}, {68}})), "accepted");
    const auto lines = received();
    const auto told = [&](int number) {
        const auto line = std::ranges::find_if(lines, [&](const auto& one) { return one.year == number && one.current; });
        return ask({"api", "public", "releases", line->id.str(), "last-shown"})->body;
    };
    EXPECT_EQ(told(2021), R"({"items":[]})");
    EXPECT_EQ(told(2022), R"({"items":[{"table":"returnees","cell":0,"value":20,"reference_date":"2021-12-31"},)"
                          R"({"table":"returnees","cell":2,"value":0,"reference_date":"2021-12-31"}]})");
    EXPECT_EQ(told(2023), R"({"items":[{"table":"returnees","cell":0,"value":20,"reference_date":"2021-12-31"},)"
                          R"({"table":"returnees","cell":1,"value":31,"reference_date":"2022-12-31"}]})");
    EXPECT_EQ(ask({"api", "public", "releases", ReleaseId::make(now).str(), "last-shown"}).error().key, "release.not_found");
}

TEST_F(PublicTest, TheListShowsTheNewestOfEachStateAndYear) {
    ASSERT_EQ(sent(a_return()), "accepted");
    ASSERT_EQ(sent(a_return()), "accepted");
    const auto list = *json::parse(ask({"api", "public", "releases"})->body);
    ASSERT_EQ(list.at("items").as_array().size(), 1u);
    EXPECT_EQ(list.at("items").at(0).at("id").as_string(), received().front().id.str());
}

TEST_F(PublicTest, WhatIsForMembersIsClosedToOthers) {
    for (const char* path : {"members", "meetings", "decisions", "actions", "returns"}) {
        const auto found = router.find("GET", {"api", path});
        ASSERT_TRUE(found.route) << path;
        EXPECT_TRUE(found.route->signed_in()) << path;
        http::Request request;
        const auto reply = works->read<http::Reply>(access::Actor::guest(), [&](access::Work& work) { return found.route->handler(work, request); });
        EXPECT_EQ(reply.error().key, "access.not_allowed") << path;
    }
}

}  // namespace
}  // namespace homeward::council
