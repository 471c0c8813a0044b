// The four lists of tests/data/arrivals against what their expected.json says, field by field.

#include <gtest/gtest.h>

#include <fstream>

#include "base/json.h"
#include "people/arrival_json.h"

namespace homeward::people {
namespace {

const std::string folder = HOMEWARD_ROOT "/tests/data/arrivals/";

std::string bytes_of(const std::string& name) {
    std::ifstream in(folder + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

boost::json::object parsed(const std::string& text) { return json::parse(text).value().as_object(); }

class ArrivalLists : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        expected = parsed(bytes_of("expected.json")).at(GetParam()).as_object();
        ArrivalOptions options;
        options.as_of = *Date::parse(std::string_view(expected.at("as_of").as_string()));
        options.today = Date{2025, 1, 1};
        auto read = read_arrival_list(GetParam(), bytes_of(GetParam()), options);
        ASSERT_TRUE(read) << read.error().key;
        verdict = parsed(arrival_json(*read));
    }
    boost::json::object expected;
    boost::json::object verdict;
};

TEST_P(ArrivalLists, GivesEveryFieldThatIsExpected) {
    for (const auto& [name, value] : expected) {
        if (name == "rows" || name == "not_duplicates") continue;
        ASSERT_TRUE(verdict.contains(name)) << name;
        EXPECT_EQ(verdict.at(name), value) << name;
    }
}

TEST_P(ArrivalLists, GivesEveryPersonThatIsExpected) {
    const auto& rows = verdict.at("rows").as_array();
    const auto& truth = expected.at("rows").as_array();
    ASSERT_EQ(rows.size(), truth.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto& row = rows[at].as_object();
        for (const auto& [name, value] : truth[at].as_object()) {
            if (name == "person") continue;
            ASSERT_TRUE(row.contains(name)) << "row " << row.at("row") << " " << name;
            EXPECT_EQ(row.at(name), value) << "row " << row.at("row") << " " << name;
        }
        EXPECT_EQ(row.contains("warnings"), truth[at].as_object().contains("warnings")) << row.at("row");
        EXPECT_EQ(row.contains("reasons"), truth[at].as_object().contains("reasons")) << row.at("row");
    }
}

TEST_P(ArrivalLists, TakesNoTwoPeopleForOne) {
    for (const auto& apart : expected.at("not_duplicates").as_array()) {
        for (const auto& pair : verdict.at("duplicate_pairs").as_array()) EXPECT_NE(pair, apart);
    }
}

INSTANTIATE_TEST_SUITE_P(Given, ArrivalLists,
                         testing::Values("uz_mehr_arrivals.xlsx", "kg_aikol_arrivals.csv", "tj_arrivals.csv", "kz_zhusan_arrivals.csv"),
                         [](const auto& param) { return param.param.substr(0, 2); });

}  // namespace
}  // namespace homeward::people
