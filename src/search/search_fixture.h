#pragma once
// An index in memory.

#include <gtest/gtest.h>

#include "search/index.h"

namespace homeward::search {

struct SearchTest : testing::Test {
    store::Connection db{":memory:", store::Connection::Mode::read_write};
    SearchTest() { store::migrate(db, schema()); }

    static Entry entry(std::string id, std::string title, std::string body, const char* dated_on = "2024-05-14") {
        return {"practice", std::move(id), std::move(title), std::move(body), {"all"}, "", "", *Date::parse(dated_on)};
    }
    Found found(Question question) {
        auto result = find(db, question);
        EXPECT_TRUE(result) << result.error().key;
        return result ? std::move(*result) : Found{};
    }
    /// Ids of what a guest finds, the best first, joined by spaces.
    std::string ids(std::string text) { return ids(Question{std::move(text), {"all"}, "", "", "", {}}); }
    std::string ids(const Question& question) {
        std::string out;
        for (const auto& hit : found(question).hits) out += (out.empty() ? "" : " ") + hit.id;
        return out;
    }
};

}  // namespace homeward::search
