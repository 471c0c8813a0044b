#include "statistics/returns/formats/release_files.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "statistics/returns/formats/dhis2_json.h"
#include "statistics/returns/formats/return_words.h"
#include "tabular/read_whole.h"

namespace homeward::statistics {
namespace {

constexpr auto hidden = std::nullopt;

/// People by sex and age; housing by sex and region, of the same people, with a total that both tables show.
Release a_release() {
    Release release;
    release.state = "UZ";
    release.year = 2024;
    release.reference_date = {2024, 12, 31};
    release.rules.floor_of = {{"housing", 5}};
    release.tables = {
        {"returnees", {"returnees", 1}, "returnees", {{"sex", {"female", "male", "unknown"}}, {"age_band", {"0_6", "50_plus"}}},
         {{20}, {hidden}, {hidden}, {31}, {hidden}, {hidden}, {0}, {0}, {0}, {51}, {44}, {95}}},
        {"housing", {"housing", 2}, "returnees", {{"region", {"osh", "chuy"}}, {"outcome.housing", {"reached", "not_reached"}}},
         {{30}, {20}, {50}, {25}, {20}, {45}, {55}, {40}, {95}}},
        {"housing_total", {"housing", 2}, "returnees", {{"outcome.housing", {"reached", "not_reached"}}}, {{55}, {40}, {95}}},
    };
    release.sign_offs = {{"coordinator", Instant{1'735'700'000'000}}};
    release.made_at = Instant{1'735'900'000'000};
    return release;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    for (const auto line : split(text, '\n')) {
        if (!line.empty()) all.emplace_back(line.substr(0, line.size() - 1));
    }
    return all;
}

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> all;
    for (const auto field : split(line, ',')) all.emplace_back(field);
    return all;
}

bool has(const std::vector<std::string>& all, const std::string& line) { return std::ranges::find(all, line) != all.end(); }

PassedRelease passed(const Release& release = a_release()) { return read_passed_release(write_release(release)).value(); }

std::string content(ReleaseFormat format, const Release& release = a_release()) { return release_file(passed(release), format, {"UZ-2024"}).value().content; }

TEST(ReleaseFiles, HaveTheirNamesAndTypes) {
    const auto file = release_file(passed(), *release_format("sdmx"), {"UZ-2024"}).value();
    EXPECT_EQ(file.name, "UZ-2024.sdmx.csv");
    EXPECT_EQ(file.media_type, "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8");
    EXPECT_EQ(*release_format(""), ReleaseFormat::csv);
    EXPECT_EQ(release_file(passed(), *release_format("xlsx"), {"UZ-2024"}).value().name, "UZ-2024.xlsx");
    EXPECT_EQ(release_format("docx").error().key, "release.no_such_format");
}

TEST(ReleaseFiles, AreOfOneTableWhereOneIsAskedFor) {
    const auto file = release_file(passed(), ReleaseFormat::hxl, {"UZ-2024", "en", "housing_total"}).value();
    EXPECT_EQ(file.name, "UZ-2024-housing_total.hxl.csv");
    EXPECT_EQ(lines(file.content).size(), 2 + 3u);
    EXPECT_EQ(release_file(passed(), ReleaseFormat::csv, {"UZ-2024", "en", "names"}).error().key, "release.no_such_table");
}

/// Nothing but what has passed can become a file: the type says so.
static_assert(!std::is_constructible_v<PassedRelease, Release>);
static_assert(!std::is_convertible_v<Release, PassedRelease>);

TEST(HxlCsv, HasTagsUnderItsHeadingsAndAColumnForEachSex) {
    const auto all = lines(content(ReleaseFormat::hxl));
    EXPECT_EQ(all[0], "state,year,reference_date,indicator,version,population,floor,age_band,region,outcome,female,male,sex_unknown,total,hidden");
    EXPECT_EQ(all[1], "#country+code+iso2,#date+year,#date+reference,#indicator+code,#indicator+version,#meta+population,#meta+floor,#meta+age_band,"
                      "#adm1+code,#meta+outcome,#affected+f,#affected+m,#affected+sex_unknown,#affected+total,#meta+hidden");
    EXPECT_EQ(all[2], "UZ,2024,2024-12-31,returnees,1,returnees,10,0_6,total,total,20,31,0,51,");
    EXPECT_EQ(all[3], "UZ,2024,2024-12-31,returnees,1,returnees,10,50_plus,total,total,,,0,44,female male");
    EXPECT_TRUE(has(all, "UZ,2024,2024-12-31,housing,2,returnees,5,total,osh,reached,,,,30,"));
    // The grammar of a tag: # and attributes with +, each a letter and then letters, digits or _.
    const std::regex tag("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*");
    for (const auto& one : fields(all[1])) EXPECT_TRUE(std::regex_match(one, tag)) << one;
    for (const auto& line : all) EXPECT_EQ(fields(line).size(), fields(all[0]).size()) << line;
}

TEST(HxlCsv, SaysATotalThatTwoTablesShowOnce) {
    const auto all = lines(content(ReleaseFormat::hxl));
    EXPECT_EQ(std::ranges::count(all, "UZ,2024,2024-12-31,housing,2,returnees,5,total,total,reached,,,,55,"), 1);
}

TEST(SdmxCsv, HasTheColumnsOfTheFormAndTheCodesOfTheCodeLists) {
    const auto all = lines(content(ReleaseFormat::sdmx));
    EXPECT_EQ(all[0], "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,OPERATION,SEX,AGE,REGION,OUTCOME,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,"
                      "POPULATION,DEFINITION_VERSION,REFERENCE_DATE");
    EXPECT_TRUE(has(all, "dataflow,HOMEWARD:ANNUAL_RETURN(1.0.0),I,A,UZ,returnees,_T,F,Y0T6,_T,_T,2024,20,A,F,returnees,1,2024-12-31"));
    EXPECT_TRUE(has(all, "dataflow,HOMEWARD:ANNUAL_RETURN(1.0.0),I,A,UZ,returnees,_T,M,Y_GE50,_T,_T,2024,,Q,C,returnees,1,2024-12-31"));
    EXPECT_TRUE(has(all, "dataflow,HOMEWARD:ANNUAL_RETURN(1.0.0),I,A,UZ,returnees,_T,_U,_T,_T,_T,2024,0,A,F,returnees,1,2024-12-31"));
    EXPECT_TRUE(has(all, "dataflow,HOMEWARD:ANNUAL_RETURN(1.0.0),I,A,UZ,housing,_T,_T,_T,osh,reached,2024,30,A,F,returnees,2,2024-12-31"));
}

TEST(SdmxCsv, HasOneObservationForEachKeyAndOnlyCodesThatTheFormAllows) {
    const auto all = lines(content(ReleaseFormat::sdmx));
    const std::regex code("[A-Za-z0-9_@$-]+");
    std::set<std::vector<std::string>> keys;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto parts = fields(all[i]);
        ASSERT_EQ(parts.size(), 18u) << all[i];
        EXPECT_TRUE(keys.insert({parts.begin() + 3, parts.begin() + 12}).second) << all[i];
        for (std::size_t f = 3; f < 12; ++f) EXPECT_TRUE(std::regex_match(parts[f], code)) << parts[f];
        // Never a code that would tell what is under the floor from what protects another (A, D).
        EXPECT_TRUE((parts[12].empty() && parts[13] == "Q" && parts[14] == "C") || (!parts[12].empty() && parts[13] == "A" && parts[14] == "F")) << all[i];
    }
    EXPECT_EQ(keys.size(), 12u + 9u);
}

TEST(SdmxCsv, WritesARegionWhoseNameIsNoCodeAsOne) {
    Release release = a_release();
    release.tables[1].dimensions[0].categories[0] = "Osh city, 1";
    EXPECT_NE(content(ReleaseFormat::sdmx, release).find(",Osh_city__1,reached,"), std::string::npos);
}

boost::json::value parsed(ReleaseFormat format) { return *json::parse(content(format)); }

TEST(Dhis2, ADataValueHasAValueOrACommentAndNeverBoth) {
    const auto set = parsed(ReleaseFormat::dhis2).as_object();
    EXPECT_EQ(set.at("period").as_string(), "2024");
    EXPECT_EQ(set.at("completeDate").as_string(), "2025-01-03");
    std::set<std::string> keys;
    int without = 0;
    for (const auto& each : set.at("dataValues").as_array()) {
        const auto& value = each.as_object();
        EXPECT_NE(value.contains("value"), value.contains("comment"));
        if (value.contains("value")) { EXPECT_TRUE(std::regex_match(std::string(value.at("value").as_string()), std::regex("[0-9]+"))); } else { ++without; }
        EXPECT_TRUE(keys.insert(std::string(value.at("dataElement").as_string()) + "." + std::string(value.at("orgUnit").as_string()) + "." +
                                std::string(value.at("categoryOptionCombo").as_string())).second);
    }
    EXPECT_EQ(without, 4);
    EXPECT_EQ(keys.size(), 12u + 9u);
}

TEST(Dhis2, UidsAreElevenSignsAndStable) {
    EXPECT_EQ(dhis2_uid("data_element", "returnees"), dhis2_uid("data_element", "returnees"));
    EXPECT_NE(dhis2_uid("data_element", "returnees"), dhis2_uid("category", "returnees"));
    for (int i = 0; i < 500; ++i) {
        EXPECT_TRUE(std::regex_match(dhis2_uid("x", std::to_string(i)), std::regex("[A-Za-z][A-Za-z0-9]{10}")));
    }
}

TEST(Dhis2, EverythingThatAValuePointsToStandsInTheMetadata) {
    const auto metadata = parsed(ReleaseFormat::dhis2_metadata).as_object();
    std::set<std::string> known{"HllvX50cXC0", "bjDvmb4bfuf"};
    std::map<std::string, std::set<std::string>> names;
    for (const auto& [kind, things] : metadata) {
        for (const auto& thing : things.as_array()) {
            EXPECT_TRUE(known.insert(std::string(thing.at("id").as_string())).second);
            EXPECT_TRUE(names[std::string(kind)].insert(std::string(thing.at("name").as_string())).second) << thing.at("name");
            if (thing.as_object().contains("shortName")) { EXPECT_LE(length_of(std::string(thing.at("shortName").as_string())), 50u); }
        }
    }
    const auto set = parsed(ReleaseFormat::dhis2);
    EXPECT_TRUE(known.contains(std::string(set.at("dataSet").as_string())));
    for (const auto& value : set.at("dataValues").as_array()) {
        for (const char* member : {"dataElement", "orgUnit", "categoryOptionCombo"}) EXPECT_TRUE(known.contains(std::string(value.at(member).as_string()))) << member;
    }
    for (const auto& element : metadata.at("dataElements").as_array()) {
        EXPECT_EQ(element.at("aggregationType").as_string(), "NONE");
        EXPECT_TRUE(known.contains(std::string(element.at("categoryCombo").at("id").as_string())));
    }
    for (const auto& combo : metadata.at("categoryCombos").as_array()) {
        for (const auto& category : combo.at("categories").as_array()) EXPECT_TRUE(known.contains(std::string(category.at("id").as_string())));
    }
}

TEST(ReleaseWorkbook, HasItsFactsEveryFigureAndTheDefinitionsInWords) {
    const std::string book = release_file(passed(), ReleaseFormat::xlsx, {"UZ-2024", "ru"}).value().content;
    const auto about = tabular::fixture::read_whole(book, {}, "Об отчёте");
    ASSERT_FALSE(about.error) << about.reason();
    EXPECT_EQ(about.texts(1).front(), "Узбекистан: годовой отчёт 2024");
    const auto figures = tabular::fixture::read_whole(book, {}, "Числа");
    EXPECT_EQ(figures.texts(1), (std::vector<std::string>{"Показатель", "Учтены", "Пол", "Возраст", "Регион", "Результат", "Число"}));
    EXPECT_EQ(figures.rows.size(), 1 + 12u + 9u);
    EXPECT_EQ(figures.texts(2).back(), "20");
    EXPECT_EQ(figures.texts(3).back(), "скрыто");
    EXPECT_EQ(tabular::fixture::read_whole(book, {}, "Определения").rows.size(), 1 + 2u);
}

TEST(ReleasePaper, IsADocumentThatIsTheSameEachTime) {
    const auto paper = release_file(passed(), ReleaseFormat::pdf, {"UZ-2024", "ru"}).value();
    EXPECT_EQ(paper.content.substr(0, 5), "%PDF-");
    EXPECT_EQ(paper.media_type, "application/pdf");
    EXPECT_EQ(paper.content, release_file(passed(), ReleaseFormat::pdf, {"UZ-2024", "ru"}).value().content);
}

TEST(ReturnWords, SayAReadableCodeWhereNoCatalogueHasAWord) {
    const ReturnWords words("en");
    EXPECT_EQ(words.indicator("returnees"), "People who came home");
    EXPECT_EQ(words.indicator("never_heard_of"), "Never heard of");
    EXPECT_EQ(words.category("operation", "xx-new_one"), "New one");
    EXPECT_EQ(words.category("sex", "female"), "Female");
    EXPECT_EQ(words.state("UZ"), "Uzbekistan");
    EXPECT_THROW(words.text("no_such"), std::logic_error);
}

/// The bytes of a file may not depend on what is hidden: a hidden figure is not in a Release at all, so it suffices that shown
/// figures stand in the same places whatever is hidden beside them.
TEST(ReleaseFiles, KeepOrderAndPlacesWhateverIsHidden) {
    Release more = a_release();
    for (auto& table : more.tables) {
        for (auto& cell : table.cells) cell.persons.reset();
    }
    for (const auto format : {ReleaseFormat::csv, ReleaseFormat::hxl, ReleaseFormat::sdmx}) {
        EXPECT_EQ(lines(content(format)).size(), lines(content(format, more)).size());
    }
    EXPECT_EQ(content(ReleaseFormat::dhis2_metadata), content(ReleaseFormat::dhis2_metadata, more));
}

}  // namespace
}  // namespace homeward::statistics
