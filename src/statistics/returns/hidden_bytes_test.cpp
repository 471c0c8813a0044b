// Of registers that differ only in what is hidden the same bytes leave, in every form. Why each figure is hidden stays with the State.
#include <gtest/gtest.h>

#include "statistics/returns/annual_return_fixture.h"
#include "statistics/returns/formats/release_files.h"

namespace homeward::statistics {
namespace {

struct HiddenBytesTest : AnnualReturnTest {
    /// So few people that every count but the total is small. One of them is older in the second register, between two groups that
    /// have somebody else in both, so that the same counts are zero.
    ReturnId given_return_of_a_few(int kind) {
        store->write([&](store::Connection& db) {
            db.run("DELETE FROM people");
            constexpr int ages[] = {3, 20, 35};
            for (int i = 0; i < 18; ++i) {
                const int age = i == 0 && kind == 1 ? 20 : ages[i / 6];
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
};

TEST_F(HiddenBytesTest, AreTheSameForTwoRegisters) {
    const auto first = given_return_of_a_few(0);
    const auto files = files_of(first);
    const auto second = given_return_of_a_few(1);
    EXPECT_EQ(get(first).release->tables.size(), get(second).release->tables.size());
    EXPECT_TRUE(files_of(second) == files);
}

}  // namespace
}  // namespace homeward::statistics
