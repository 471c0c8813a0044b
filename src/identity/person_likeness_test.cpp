#include "identity/person_likeness.h"

#include <gtest/gtest.h>

namespace homeward::identity {
namespace {

std::optional<PartialDate> born(std::string_view text) { return PartialDate::parse(text); }

constexpr Ties one_family{Tie::equal, Tie::unknown};
constexpr Ties two_families{Tie::unequal, Tie::unknown};
constexpr Ties one_document{Tie::unknown, Tie::equal};

Description boy(NameParts name, std::string_view born_on) { return {{std::move(name)}, Sex::male, born(born_on)}; }
Description girl(NameParts name, std::string_view born_on) { return {{std::move(name)}, Sex::female, born(born_on)}; }

TEST(Compare, FindsOnePersonInTwoScripts) {
    const auto cyrillic = boy({"Тураев", "Улугбек", "Дониёр угли"}, "2017-02-04");
    const auto latin = boy({"TOʻRAYEV", "Ulugʻbek", ""}, "2017-02-04");
    const Verdict v = compare(cyrillic, latin, one_family);
    EXPECT_EQ(v.likelihood, Likelihood::possible);
    EXPECT_GT(v.score, 0.9);
    EXPECT_TRUE(v.has(Reason::scripts_differ) && v.has(Reason::patronymic_missing) && v.has(Reason::birth_date_equal));
    EXPECT_EQ(compare(latin, cyrillic, one_family).score, v.score);
}

TEST(Compare, FindsOnePersonInArabicScript) {
    const auto arabic = girl({"كريموفا", "فاطمة", ""}, "2014-06-01");
    EXPECT_EQ(compare(arabic, girl({"Каримова", "Фотима", "Рустамовна"}, "2014-06-01"), {}).likelihood, Likelihood::possible);
    EXPECT_EQ(compare(arabic, girl({"Каримова", "Мадина", "Рустамовна"}, "2014-06-01"), {}).likelihood, Likelihood::different);
}

TEST(Compare, IsSureOfOneDocumentAndOneName) {
    const auto a = girl({"Шодмонова", "Хадича", "Бахромовна"}, "1991-12-13");
    const auto b = girl({"Shodmonova", "Xadicha", ""}, "1991-12-13");
    EXPECT_EQ(compare(a, b, one_document).likelihood, Likelihood::same);
    EXPECT_EQ(compare(a, a, {}).likelihood, Likelihood::same);
}

TEST(Compare, KeepsTwinsApart) {
    const std::pair<std::string, std::string> twins[] = {
        {"Ҳасан", "Ҳусан"}, {"Ҳасан", "Ҳусейн"}, {"Асан", "Усон"}, {"Хасен", "Хұсейін"}, {"Hasan", "Хусан"}};
    for (const auto& [one, other] : twins) {
        const Verdict v = compare(boy({"Эшонқулов", one, "Бекзод ўғли"}, "2015-03-08"), boy({"Эшонқулов", other, "Бекзод ўғли"}, "2015-03-08"), one_family);
        EXPECT_EQ(v.likelihood, Likelihood::different) << one << " " << other;
        EXPECT_LT(v.score, 0.5);
        EXPECT_TRUE(v.has(Reason::likely_siblings));
    }
}

TEST(Compare, KeepsNamesakesApart) {
    const auto mother = girl({"Абдирова", "Еркежан", "Ибраһимқызы"}, "1990-06-09");
    const auto daughter = girl({"Абдирова", "Еркежан", "Мұхтарқызы"}, "2011-04-09");
    EXPECT_EQ(compare(mother, daughter, one_family).likelihood, Likelihood::different);
    // Nor does a missing patronymic make them one.
    const auto other = girl({"Abdirova", "Erkejan", ""}, "2013-09-17");
    EXPECT_EQ(compare(mother, other, two_families).likelihood, Likelihood::different);
}

TEST(Compare, SeesOnlyKinInTheEndingsOfBrotherAndSister) {
    const Verdict v = compare(boy({"Каримов", "Амир", "Рустамович"}, "2015-01-20"), girl({"Каримова", "Амира", "Рустамовна"}, "2015-01-20"), one_family);
    EXPECT_EQ(v.likelihood, Likelihood::different);
    EXPECT_TRUE(v.has(Reason::family_other_ending) && v.has(Reason::sex_different) && v.has(Reason::patronymic_equal));
}

TEST(Compare, NamesADocumentThatTwoPeopleHave) {
    const Verdict v = compare(girl({"Боконбаева", "Айзада", "Канатовна"}, "1994-05-22"), girl({"Калматова", "Хадича", "Данияровна"}, "1982-02-13"), one_document);
    EXPECT_EQ(v.likelihood, Likelihood::different);
    EXPECT_TRUE(v.has(Reason::document_conflict));
    // One person with a wrong birth date is no conflict, but a question.
    const Verdict slip = compare(girl({"Боконбаева", "Айзада", "Канатовна"}, "1994-05-22"), girl({"Боконбаева", "Айзада", "Канатовна"}, "1982-02-13"), one_document);
    EXPECT_EQ(slip.likelihood, Likelihood::possible);
    EXPECT_FALSE(slip.has(Reason::document_conflict));
}

TEST(Compare, ForgivesOneSlipInTheBirthDate) {
    const NameParts name{"Саидова", "Мунира", "Алиевна"};
    EXPECT_EQ(compare(girl(name, "2012-03-05"), girl(name, "2012-05-03"), {}).likelihood, Likelihood::possible);
    EXPECT_EQ(compare(girl(name, "2012-03-05"), girl(name, "2012"), {}).likelihood, Likelihood::possible);
    EXPECT_EQ(compare(girl(name, "2012-03-05"), girl(name, "2013~"), {}).likelihood, Likelihood::possible);
    EXPECT_EQ(compare(girl(name, "2012-03-05"), girl(name, "2012-01-01"), {}).likelihood, Likelihood::possible);
    EXPECT_EQ(compare(girl(name, "2012-03-05"), girl(name, "2018"), {}).likelihood, Likelihood::different);
    EXPECT_EQ(compare(girl(name, "2012-03-05"), girl(name, "2017-08-21"), {}).likelihood, Likelihood::different);
}

TEST(Compare, ReadsFamilyAndGivenNameInEitherOrder) {
    const Verdict v = compare(girl({"Саидова", "Мунира", ""}, "2012-03-05"), girl({"Munira", "Saidova", ""}, "2012-03-05"), {});
    EXPECT_EQ(v.likelihood, Likelihood::possible);
    EXPECT_TRUE(v.has(Reason::parts_swapped));
}

TEST(Compare, TakesTheNameThatAgreesBest) {
    Description married = girl({"Каримова", "Мунира", "Алиевна"}, "1988-03-05");
    married.names.push_back({"Саидова", "Мунира", "Алиевна"});
    const Verdict v = compare(married, girl({"Saidova", "Munira", ""}, "1988-03-05"), {});
    EXPECT_EQ(v.likelihood, Likelihood::possible);
    EXPECT_TRUE(v.has(Reason::family_equal));
}

TEST(Compare, FollowsAFamilyNameThatChangedWithMarriage) {
    const auto before = girl({"Каримова", "Мунира", "Алиевна"}, "1988-03-05");
    EXPECT_EQ(compare(before, girl({"Саидова", "Мунира", "Алиевна"}, "1988-03-05"), {}).likelihood, Likelihood::possible);
    EXPECT_EQ(compare(before, girl({"Саидова", "Мунира", ""}, "1988-03-05"), {}).likelihood, Likelihood::different);
}

TEST(Compare, SaysNothingOfNobody) {
    const Verdict v = compare({}, {}, {});
    EXPECT_EQ(v.likelihood, Likelihood::different);
    EXPECT_TRUE(v.has(Reason::given_missing) && v.has(Reason::family_missing) && v.has(Reason::birth_date_missing));
}

TEST(Compare, WritesItsReasons) {
    EXPECT_EQ(to_string(Reason::given_equal), "given_equal");
    EXPECT_EQ(to_string(Reason::parts_swapped), "parts_swapped");
    EXPECT_EQ(to_string(Reason::birth_date_missing), "birth_date_missing");
    EXPECT_EQ(to_string(Reason::likely_siblings), "likely_siblings");
    EXPECT_EQ(to_string(Reason::document_conflict), "document_conflict");
    EXPECT_EQ(to_string(Likelihood::possible), "possible");
}

TEST(Compare, RulesOutOnlyWhomNoNameMakesOnePerson) {
    const NameParts name{"Каримова", "Фотима", "Рустамовна"};
    std::size_t ruled = 0, left = 0;
    for (const auto* born_a : {"2014-06-01", "2014", "2014~", "1985-02-03"}) {
        for (const auto* born_b : {"2014-06-01", "2014-01-06", "2014-09-20", "2016", "1985-02-03", ""}) {
            for (const Sex sex : {Sex::female, Sex::male, Sex::unknown}) {
                for (const Tie family : {Tie::unknown, Tie::equal, Tie::unequal}) {
                    for (const Tie document : {Tie::unknown, Tie::equal, Tie::unequal}) {
                        const Description a = girl(name, born_a), b{{name}, sex, born(born_b)};
                        // With the same name throughout, nothing but the rest can make them different people.
                        const bool out = ruled_out(a, b, {family, document});
                        EXPECT_EQ(out, compare(a, b, {family, document}).likelihood == Likelihood::different) << born_a << ' ' << born_b;
                        EXPECT_EQ(out, ruled_out({{}, b.sex, b.born_on}, {{}, a.sex, a.born_on}, {family, document}));
                        ++(out ? ruled : left);
                    }
                }
            }
        }
    }
    EXPECT_GT(ruled, 100u);
    EXPECT_GT(left, 100u);
}

}  // namespace
}  // namespace homeward::identity
