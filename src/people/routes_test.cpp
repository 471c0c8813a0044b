#include <fstream>

#include "base/json.h"
#include "people/documents/chain.h"
#include "people/people_fixture.h"
#include "people/routes.h"

namespace homeward::people {
namespace {

/// Requests straight to the handlers, as the server hands them on.
struct RoutesTest : PeopleFixture {
    const documents::Chain chain = documents::load_chain({});
    http::Router router;
    RoutesTest() { routes(router, *reg, *works, chain); }

    struct Answer {
        int status = 200;
        std::string key;      ///< of a problem
        boost::json::value body;
        http::Reply reply;
        const boost::json::object& object() const { return body.as_object(); }
    };
    Answer ask(const access::Actor& actor, const std::string& method, const std::string& path, std::string body = {},
               std::map<std::string, std::string> query = {}, const std::string& type = "application/json") {
        std::vector<std::string> segments;
        for (const auto part : split(std::string_view(path).substr(1), '/')) segments.emplace_back(part);
        const auto match = router.find(method, segments);
        EXPECT_TRUE(match.route) << method << " " << path;
        http::Request request;
        request.method = method;
        request.path = path;
        request.path_parameters = match.parameters;
        request.query_parameters = std::move(query);
        request.headers = {{"content-type", type}, {"x-file-name", "list%20%D0%B0.xlsx"}};
        request.body = std::move(body);
        const auto job = [&](access::Work& work) { return match.route->handler(work, request); };
        auto reply = match.route->kind == http::RouteKind::write ? works->write<http::Reply>(actor, job) : works->read<http::Reply>(actor, job);
        Answer answer;
        if (!reply) {
            answer.status = 0;
            answer.key = reply.error().key;
            return answer;
        }
        answer.reply = std::move(*reply);
        answer.status = answer.reply.status;
        if (answer.reply.content_type == "application/json") answer.body = *json::parse(answer.reply.body);
        return answer;
    }
    std::string list_file() {
        std::ifstream file(std::string(HOMEWARD_ROOT) + "/tests/data/arrivals/uz_mehr_arrivals.xlsx", std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    Answer preview(const access::Actor& actor) {
        return ask(actor, "POST", "/api/imports/preview", list_file(), {{"stage_id", "uz-mehr-5"}}, "application/octet-stream");
    }
    std::string drain(http::Reply& reply) {
        std::string all = reply.body;
        for (bool more = static_cast<bool>(reply.more); more;) more = reply.more(all);
        return all;
    }
};

std::string text_at(const boost::json::object& object, std::string_view name) { return std::string(object.at(name).as_string()); }

TEST_F(RoutesTest, SearchNarrowsPagesAndRefusesForgedCursors) {
    for (const char* family : {"Абдиева", "Каримова", "Умирова"}) add(given(family, "Шахноза", ""));
    const auto first = ask(coordinator, "POST", "/api/register/search", R"({"query":"shahnoza","sex":"female","limit":2})");
    ASSERT_EQ(first.status, 200) << first.key;
    EXPECT_EQ(first.object().at("items").as_array().size(), 2u);
    EXPECT_EQ(first.object().at("total").to_number<int>(), 3);
    const auto next = text_at(first.object(), "next");
    const auto second = ask(coordinator, "POST", "/api/register/search", R"({"query":"shahnoza","limit":2,"cursor":")" + next + "\"}");
    EXPECT_EQ(second.object().at("items").as_array().size(), 1u);
    EXPECT_FALSE(second.object().contains("next"));
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/search", R"({"cursor":"0190aaaa-0000-7000-8000-000000000000"})").key, "register.cursor");
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/search", R"({"cursor":"1 OR 1=1"})").key, "json.wrong_type");
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/search", R"({"limit":5000})").key, "http.out_of_range");
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/search", R"({"age_from":30,"age_to":20})").key, "register.age");
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/search", R"({"order":"name"})").key, "json.unknown");
    EXPECT_EQ(leaves("person.read"), 0);
}

TEST_F(RoutesTest, APersonIsAddedReadChangedAndNotOverwritten) {
    add(given("Каримова", "Шахноза", "", "1990-05-05"));
    const auto made = ask(supervisor, "POST", "/api/persons",
        R"({"names":[{"family":"Karimova","given":"Shahnoza"}],"sex":"female","born_on":"1990-05-05","entry_route":"self_return","region":"UZ-FA"})");
    ASSERT_EQ(made.status, 201) << made.key;
    EXPECT_EQ(number("SELECT count(*) FROM duplicate_candidates WHERE state = 'open'"), 1) << "who looks like somebody there is a question";
    const auto path = "/api/persons/" + text_at(made.object(), "id");
    const auto read = ask(supervisor, "GET", path);
    ASSERT_EQ(read.status, 200);
    EXPECT_TRUE(read.object().at("allows").at("edit").as_bool());
    EXPECT_FALSE(read.object().contains("stage_id"));
    const auto changed = ask(supervisor, "PATCH", path, R"({"version":1,"born_on":"","details":{"phone":"+998 00 111-22-33"}})");
    ASSERT_EQ(changed.status, 200) << changed.key;
    EXPECT_FALSE(changed.object().contains("born_on"));
    EXPECT_EQ(text_at(changed.object().at("details").as_object(), "phone"), "+998 00 111-22-33");
    EXPECT_EQ(ask(supervisor, "PATCH", path, R"({"version":1,"district":"Риштан"})").key, "edit.changed_meanwhile");
    EXPECT_EQ(ask(supervisor, "PATCH", path, R"({"version":2,"born_on":"31.02.2015"})").key, "json.wrong_type");
    EXPECT_EQ(ask(worker, "GET", path).key, "access.not_yours");
    EXPECT_EQ(ask(coordinator, "GET", "/api/persons/not-an-id").key, "http.no_such_id");
}

TEST_F(RoutesTest, ASocialWorkersNewPersonIsTheirOwn) {
    const auto made = ask(worker, "POST", "/api/persons",
        R"({"names":[{"given":"Зебо"}],"sex":"female","entry_route":"self_return","assigned_to":")" + other_worker.id.str() + "\"}");
    ASSERT_EQ(made.status, 201) << made.key;
    EXPECT_EQ(text_at(made.object().at("assigned_to").as_object(), "id"), worker.id.str());
}

TEST_F(RoutesTest, ADraftIsSeenByItsOwnerOnly) {
    EXPECT_EQ(preview(supervisor).key, "access.not_allowed");
    const auto draft = preview(coordinator);
    ASSERT_EQ(draft.status, 200) << draft.key;
    EXPECT_EQ(draft.object().at("rows").to_number<int>(), 93);
    EXPECT_EQ(text_at(draft.object(), "as_of"), "2021-04-30");
    EXPECT_EQ(text_at(draft.object(), "file"), "list а.xlsx");
    const auto path = "/api/imports/" + text_at(draft.object(), "id");
    access::Actor other = coordinator;
    other.id = access::AccountId::make(now.plus_ms(9));
    for (const char* part : {"", "/rows", "/duplicates", "/refused.xlsx"}) {
        EXPECT_EQ(ask(other, "GET", path + part).key, "import.expired") << part;
        EXPECT_EQ(ask(coordinator, "GET", path + part).status, 200) << part;
    }
    EXPECT_EQ(ask(other, "POST", path + "/commit", R"({"stage_id":"uz-mehr-5","decisions":[]})").key, "import.expired");
    now = now.plus_seconds(31 * 60);
    EXPECT_EQ(ask(coordinator, "GET", path).key, "import.expired");
    EXPECT_EQ(reg->size(), 0u);
}

TEST_F(RoutesTest, RowsAndPairsComeInPages) {
    const auto path = "/api/imports/" + text_at(preview(coordinator).object(), "id");
    const auto refused = ask(coordinator, "GET", path + "/rows", {}, {{"status", "refused"}, {"limit", "5"}});
    EXPECT_EQ(refused.object().at("items").as_array().size(), 5u);
    EXPECT_EQ(refused.object().at("total").to_number<int>(), 8);
    const auto rest = ask(coordinator, "GET", path + "/rows", {}, {{"status", "refused"}, {"limit", "5"}, {"cursor", text_at(refused.object(), "next")}});
    EXPECT_EQ(rest.object().at("items").as_array().size(), 3u);
    EXPECT_EQ(ask(coordinator, "GET", path + "/rows", {}, {{"status", "odd"}}).key, "json.wrong_type");
    const auto pairs = ask(coordinator, "GET", path + "/duplicates");
    ASSERT_EQ(pairs.object().at("items").as_array().size(), 3u);
    EXPECT_EQ(text_at(pairs.object().at("items").as_array()[0].as_object(), "pair"), "r32-r95");
}

TEST_F(RoutesTest, AColumnIsCorrectedByHand) {
    const auto path = "/api/imports/" + text_at(preview(coordinator).object(), "id");
    const auto corrected = ask(coordinator, "POST", path + "/columns", R"({"columns":[{"number":15,"meaning":"note"}]})");
    ASSERT_EQ(corrected.status, 200) << corrected.key;
    const auto& column = corrected.object().at("columns").as_array().at(14).as_object();
    EXPECT_EQ(text_at(column, "meaning"), "note");
    EXPECT_TRUE(column.at("corrected").as_bool());
    EXPECT_EQ(ask(coordinator, "POST", path + "/columns", R"({"columns":[{"number":15,"meaning":"threat"}]})").key, "import.unknown_meaning");
    EXPECT_EQ(ask(coordinator, "POST", path + "/columns", R"({"as_of":"2031-01-01"})").key, "person.arrived_in_future");
    EXPECT_EQ(ask(coordinator, "POST", path + "/columns", R"({"header_row":999999})").status, 0);
    // What was refused left the draft as it was.
    EXPECT_EQ(ask(coordinator, "GET", path).object().at("rows").to_number<int>(), 93);
}

TEST_F(RoutesTest, ADoubleClickOnImportHasOneEffect) {
    const auto path = "/api/imports/" + text_at(preview(coordinator).object(), "id");
    const std::string order = R"({"stage_id":"uz-mehr-5","decisions":[{"pair":"r32-r95","decision":"same"}]})";
    const auto first = ask(coordinator, "POST", path + "/commit", order);
    const auto second = ask(coordinator, "POST", path + "/commit", order);
    ASSERT_EQ(first.status, 200) << first.key;
    EXPECT_EQ(first.object().at("persons").to_number<int>(), 84);
    EXPECT_TRUE(second.object().at("repeated").as_bool());
    EXPECT_EQ(reg->size(), 84u);
    EXPECT_TRUE(ask(coordinator, "GET", path).object().contains("imported"));
    EXPECT_EQ(ask(coordinator, "GET", path + "/refused.xlsx").status, 200) << "also after the import";

    const auto again = preview(coordinator);
    EXPECT_TRUE(again.object().contains("already_imported_at"));
    EXPECT_EQ(ask(coordinator, "POST", "/api/imports/" + text_at(again.object(), "id") + "/commit", order).key, "import.already_imported");
}

TEST_F(RoutesTest, HostileListsChangeNothing) {
    const auto send = [&](std::string bytes) {
        return ask(coordinator, "POST", "/api/imports/preview", std::move(bytes), {{"as_of", "2021-04-30"}}, "application/octet-stream").key;
    };
    EXPECT_EQ(send(""), "file.empty");
    EXPECT_EQ(send(list_file().substr(0, 5000)), "file.damaged");
    EXPECT_EQ(send(std::string("Фамилия;Имя\nА\0Б;В\n", 28)), "file.nul_byte");
    EXPECT_EQ(send("%PDF-1.7 and so on"), "file.is_pdf");
    EXPECT_EQ(number("SELECT count(*) FROM persons"), 0);
}

TEST_F(RoutesTest, AnExportHoldsWhatTheFilterLeavesNeutralisedAndCounted) {
    auto person = given("=HYPERLINK(\"x\")", "Зебо", "", "2016~");
    person.names.push_back({"Karimova", "Zebo", ""});
    add(person);
    auto far = given("Умирова", "Сумайя", "");
    far.region = "UZ-BU";
    add(far);
    EXPECT_EQ(ask(supervisor, "POST", "/api/register/export", R"({"format":"csv","reason":"reporting"})").key, "access.not_allowed");
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/export", R"({"format":"csv","reason":"because"})").key, "register.export_reason");
    EXPECT_EQ(ask(coordinator, "POST", "/api/register/export", R"({"format":"exe","reason":"reporting"})").key, "json.wrong_type");
    auto answer = ask(coordinator, "POST", "/api/register/export", R"({"format":"csv","reason":"reporting","region":"UZ-FA"})");
    ASSERT_EQ(answer.status, 200) << answer.key;
    const std::string csv = drain(answer.reply);
    EXPECT_NE(csv.find("'=HYPERLINK"), std::string::npos);
    EXPECT_NE(csv.find("Karimova Zebo"), std::string::npos);
    EXPECT_NE(csv.find(",2016,yes,"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("Умирова"), std::string::npos);
    EXPECT_NE(csv.find("Rows in all,1\r\n"), std::string::npos);
    EXPECT_EQ(leaves("register.exported"), 1);
    auto sheet = ask(coordinator, "POST", "/api/register/export", R"({"format":"xlsx","reason":"reporting"})");
    EXPECT_EQ(drain(sheet.reply).substr(0, 2), "PK");
}

TEST_F(RoutesTest, AListIsImportedUnderAnOperationThatWasJustAdded) {
    const std::string entry = R"({"operation":"mehr","stage":6,"name":"Mehr-6","on_date":"2024-05-10","place":"","source":"Decision of 2 May 2024")";
    EXPECT_EQ(ask(supervisor, "POST", "/api/operations", entry + "}").key, "access.not_allowed");
    EXPECT_EQ(ask(supervisor, "GET", "/api/operations").key, "access.not_allowed");
    const auto made = ask(coordinator, "POST", "/api/operations", entry + "}");
    ASSERT_EQ(made.status, 201) << made.key;
    const auto& operation = made.object().at("operation").as_object();
    EXPECT_EQ(text_at(operation, "id"), "uz-mehr-6");
    EXPECT_TRUE(operation.at("allows").at("correct").as_bool());
    EXPECT_EQ(ask(coordinator, "GET", "/api/operations").object().at("items").as_array().size(), 7u);
    EXPECT_EQ(ask(coordinator, "GET", "/api/register/choices").object().at("stages").as_array().size(), 7u);

    const auto draft = ask(coordinator, "POST", "/api/imports/preview", list_file(), {{"stage_id", "uz-mehr-6"}}, "application/octet-stream");
    ASSERT_EQ(draft.status, 200) << draft.key;
    EXPECT_EQ(text_at(draft.object(), "as_of"), "2024-05-10");
    const auto done = ask(coordinator, "POST", "/api/imports/" + text_at(draft.object(), "id") + "/commit", R"({"stage_id":"uz-mehr-6","decisions":[]})");
    ASSERT_EQ(done.status, 200) << done.key;
    const auto came = ask(coordinator, "POST", "/api/register/search", R"({"stage_id":"uz-mehr-6"})");
    EXPECT_EQ(came.object().at("total").to_number<int>(), done.object().at("persons").to_number<int>());
    EXPECT_GT(done.object().at("persons").to_number<int>(), 0);

    const auto now_in_use = ask(coordinator, "GET", "/api/operations/uz-mehr-6");
    EXPECT_FALSE(now_in_use.object().at("operation").at("allows").at("correct").as_bool());
    EXPECT_EQ(ask(coordinator, "PATCH", "/api/operations/uz-mehr-6", entry + R"(,"version":1})").key, "operation.in_use");
    EXPECT_EQ(ask(coordinator, "GET", "/api/operations/kg-aikol-4").key, "operation.not_found");
}

TEST_F(RoutesTest, ChoicesSpeakTheReadersLanguage) {
    auto russian = coordinator;
    russian.language = "ru";
    const auto choices = ask(russian, "GET", "/api/register/choices");
    ASSERT_EQ(choices.status, 200);
    EXPECT_EQ(choices.object().at("regions").as_array().size(), 14u);
    EXPECT_EQ(text_at(choices.object().at("regions").as_array()[0].as_object(), "name"), "Андижанская область");
    EXPECT_EQ(choices.object().at("workers").as_array().size(), 4u);
    EXPECT_EQ(ask(worker, "GET", "/api/register/choices").object().at("workers").as_array().size(), 1u);
}

}  // namespace
}  // namespace homeward::people
