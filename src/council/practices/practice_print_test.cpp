#include "council/practices/practice_print.h"

#include "council/practices/practice_fixture.h"

namespace homeward::council {
namespace {

TEST_F(PracticeTest, IsPrintedInItsLanguagesUnderItsTitle) {
    auto content = a_practice();
    content.texts.push_back(a_text("ru", "Посещения семей в первый месяц"));
    content.cost_high = 24000;
    content.currency = "USD";
    const auto id = *write(uz, content);
    const auto printed = [&](const char* language) {
        return *works->read<http::Reply>(uz, [&](Work& work) -> Result<http::Reply> { return print_practice(work, TRY(see_practice(work, id)), language); });
    };
    const auto english = printed("en");
    EXPECT_EQ(english.content_type, "application/pdf");
    EXPECT_TRUE(english.body.starts_with("%PDF-"));
    EXPECT_EQ(printed("kk").body, english.body) << "in English where it is not written in the language asked for";
    EXPECT_NE(printed("ru").body, english.body);
}

}  // namespace
}  // namespace homeward::council
