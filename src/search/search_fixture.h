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
    /// What a guest asks, of everything.
    static Question asked(std::string text) { return {std::move(text), {"all"}, "", "", "", {}}; }
    Found found(const Question& question) {
        auto result = find(db, question);
        EXPECT_TRUE(result) << result.error().key;
        return result ? std::move(*result) : Found{};
    }
    Found found(std::string text) { return found(asked(std::move(text))); }
    /// Ids of what a guest finds, the best first, joined by spaces.
    std::string ids(std::string text) { return ids(asked(std::move(text))); }
    std::string ids(const Question& question) {
        std::string out;
        for (const auto& hit : found(question).hits) out += (out.empty() ? "" : " ") + hit.id;
        return out;
    }
};

}  // namespace homeward::search
