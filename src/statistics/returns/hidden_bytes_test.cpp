// Registers that differ only in what is hidden leave the same bytes, in every form and in what is kept.
#include <gtest/gtest.h>

#include "statistics/returns/annual_return_fixture.h"
#include "statistics/returns/formats/release_files.h"

namespace homeward::statistics {
namespace {

struct HiddenBytesTest : AnnualReturnTest {
    /// So few people that of their return the largest total alone is shown; how old who is is `kind`'s.
    ReturnId given_return_of_a_few(int kind) {
        store->write([&](store::Connection& db) {
            db.run("DELETE FROM people");
            for (int i = 0; i < 18; ++i) {
                const int age = kind == 0 ? 3 * i : 51 - 3 * i;
                db.run("INSERT INTO people VALUES ($1, $2, $3, $4, $5, '2021-04-30', 0)", i, i / 3, i % 3, i % 2, age);
            }
            return true;
        });
        return prepare(coordinator).value();
    }
    std::vector<std::string> files_of(ReturnId id) {
        const PassedRelease release = get(id).release;
        std::vector<std::string> files;
        using enum ReleaseFormat;
        for (const auto format : {csv, xlsx, pdf, hxl, sdmx, dhis2, dhis2_metadata}) {
            for (const char* language : {"en", "ru"}) files.push_back(release_file(release, format, {"return", language})->content);
        }
        files.push_back(write_release(*release));
        return files;
    }
    /// Everything of a return's row that is not who, when and which.
    std::string row_of(ReturnId id) {
        return ProgramTest::get<std::string>([&](store::Connection& db) {
            auto query = db.query("SELECT payload || hidden || given_up || cells || '/' || hidden_by_rule || '/' || hidden_to_protect FROM annual_returns WHERE id = $1", id);
            query.next();
            return query.row().get<std::string>(0);
        });
    }
};

TEST_F(HiddenBytesTest, AreTheSameForTwoRegisters) {
    const auto first = given_return_of_a_few(0);
    const auto files = files_of(first);
    const auto row = row_of(first);
    const auto second = given_return_of_a_few(1);
    EXPECT_EQ(get(first).release->tables.size(), get(second).release->tables.size());
    EXPECT_TRUE(files_of(second) == files);
    EXPECT_TRUE(row_of(second) == row);
}

}  // namespace
}  // namespace homeward::statistics
