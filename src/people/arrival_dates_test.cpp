#include <gtest/gtest.h>

#include "people/arrival_dates.h"

namespace homeward::people {
namespace {

constexpr Date as_of{2024, 2, 28};
constexpr Date today{2024, 6, 1};

tabular::Cell text_cell(std::string_view text) {
    tabular::Cell cell;
    cell.kind = text.empty() ? tabular::CellKind::empty : tabular::CellKind::text;
    cell.text = text;
    return cell;
}

tabular::Cell number_cell(double number, bool dated = false) {
    tabular::Cell cell;
    cell.kind = dated ? tabular::CellKind::date : tabular::CellKind::number;
    cell.number = number;
    if (dated) cell.date = tabular::date_of_serial(number, false);
    return cell;
}

BirthReading read(std::string_view text) { return read_birth(text_cell(text), as_of, today, false); }

/// The date as ISO writes it, else what is said of it.
std::string shown(const BirthReading& reading) {
    if (!reading.refusal.empty()) return std::string(reading.refusal);
    return reading.born_on ? reading.born_on->str() : std::string(reading.warning);
}

TEST(BirthDates, AreReadInEveryForm) {
    for (const std::string_view text : {
             "14.03.2015", "14/03/2015", "14/3/2015", "14-03-2015", "14.3.2015", " 14.03.2015 г. ", "2015-03-14", "2015.03.14", "2015/3/14",
             "2015-03-14T00:00:00", "14.03.2015 0:00:00", "20150314", "14032015", "42077", "14 марта 2015 г.", "14 Мар 2015", "14 Mar 2015",
             "March 14, 2015", "14th of March 2015", "14-Mar-2015", "14 наурыз 2015 ж.", "2015 жылғы 14 наурыз", "14 nauryz 2015",
             "2015-жылдын 14-марты", "14-mart 2015-yil", "2015 йил 14 март", "2015-yil 14-mart", "14 марти 2015", "14 марти соли 2015", "14 mart 2015 ý.",
             "14.III.2015", "14 03 2015", "14.03.2015г", "14 марта 2015 года рождения"}) {
        EXPECT_EQ(shown(read(text)), "2015-03-14") << text;
        EXPECT_EQ(read(text).warning, "") << text;
    }
    EXPECT_EQ(shown(read_birth(number_cell(42077), as_of, today, false)), "2015-03-14");
    EXPECT_EQ(shown(read_birth(number_cell(40615), as_of, today, true)), "2015-03-14");
    EXPECT_EQ(shown(read_birth(number_cell(42077.75, true), as_of, today, false)), "2015-03-14");
}

TEST(BirthDates, KnowTheMonthsOfSevenLanguages) {
    const std::vector<std::pair<int, std::vector<std::string_view>>> months = {
        {1, {"января", "january", "қаңтар", "qañtar", "yanvar", "январ", "ýanwar"}}, {2, {"февраля", "feb", "ақпан", "aqpan", "fevral", "феврал", "fewral"}},
        {4, {"апр.", "april", "сәуір", "säuır", "aprel", "апрели"}}, {5, {"мая", "май", "May", "мамыр", "mamyr", "maý"}},
        {6, {"июня", "june", "маусым", "mausym", "iyun", "iýun"}}, {7, {"июля", "jul", "шілде", "şılde", "iyul", "июли", "iýul"}},
        {8, {"августа", "aug", "тамыз", "tamyz", "avgust", "awgust"}}, {9, {"сентября", "sept", "қыркүйек", "qyrküiek", "sentabr", "sentýabr"}},
        {10, {"октября", "oct", "қазан", "qazan", "oktabr", "oktýabr"}}, {11, {"ноября", "nov", "қараша", "qaraşa", "noyabr", "noýabr"}},
        {12, {"декабря", "dec", "желтоқсан", "jeltoqsan", "dekabr", "декабри"}}};
    for (const auto& [month, names] : months) {
        for (const auto name : names) {
            const auto reading = read("7 " + std::string(name) + " 2015");
            EXPECT_EQ(shown(reading), Date({2015, month, 7}).str()) << name;
        }
    }
}

TEST(BirthDates, MayBeAYearAlone) {
    for (const std::string_view text : {"2016", "2016 г.р.", "2016 г.", "2016-ж.", "2016 ж.т.", "2016 жылы", "2016-yil", "2016 йил", "соли 2016", "соли таваллуд 2016",
                                        "2016-njy ýyl", "year 2016", "b. 2016", "2016 года рождения", "16 г.р.", "2016-жылы туулган", "tugʻilgan yili 2016", "2016.0"}) {
        EXPECT_EQ(shown(read(text)), "2016") << text;
        EXPECT_EQ(read(text).warning, "birth_year_only") << text;
    }
    for (const bool dated : {false, true}) {
        const auto reading = read_birth(number_cell(2016, dated), as_of, today, false);
        EXPECT_EQ(shown(reading), "2016") << "a number in a date column, whatever its format";
    }
}

TEST(BirthDates, MayBeAMonth) {
    for (const std::string_view text : {"март 2015", "03.2015", "2015-03", "Mar 2015"}) {
        EXPECT_EQ(shown(read(text)), "2015-03") << text;
        EXPECT_EQ(read(text).warning, "birth_month_only") << text;
    }
}

TEST(BirthDates, MayBeAnAgeOnTheDayOfArrival) {
    for (const std::string_view text : {"~7 y", "~7", "7 лет", "примерно 7 лет", "прим. 7 л.", "ок. 7 лет", "около 7 лет", "about 7 years", "approx. 7 yrs", "c. 7",
                                        "7 years old", "шамамен 7 жас", "shamamen 7 jas", "~7 жас", "болжол менен 7 жаш", "тахминан 7 сола", "taxminan 7 yosh",
                                        "тахминан 7 ёш", "takmynan 7 ýaş", "7 жаста", "7yo", "7-8 лет", "7 лет 3 мес.", "≈ 7"}) {
        const auto reading = read(text);
        EXPECT_EQ(shown(reading), "2017~") << text;
        EXPECT_EQ(reading.stated_age, 7) << text;
        EXPECT_EQ(reading.warning, "estimated_age") << text;
    }
    const auto baby = read("3 месяца");
    EXPECT_EQ(shown(baby), "2023~");
    EXPECT_EQ(baby.stated_age, 0);
    EXPECT_EQ(shown(read("18 months")), "2022~");
}

TEST(BirthDates, ThatAreNoneAreRefused) {
    for (const std::string_view text : {"31.02.2015", "29.02.2011", "00.05.2016", "45.01.2010", "2016-13-05", "31/04/2017", "14.13.2015", "31 сентября 2012", "0000-00-00", "29.02.1900", "150 лет", "14.03.1015"}) {
        EXPECT_EQ(shown(read(text)), "date_impossible") << text;
    }
    EXPECT_EQ(read("31.04.2017").year, 2017) << "its year still tells the age";
    EXPECT_EQ(shown(read_birth(number_cell(-4), as_of, today, false)), "date_unreadable");
}

TEST(BirthDates, AfterTodayAreRefused) {
    EXPECT_EQ(shown(read("26.10.2041")), "birth_date_future");
    EXPECT_EQ(shown(read("2041")), "birth_date_future");
    EXPECT_EQ(shown(read_birth(number_cell(52735, true), as_of, today, false)), "birth_date_future");
    EXPECT_EQ(shown(read("02.06.2024")), "birth_date_future");
    EXPECT_EQ(shown(read("01.06.2024")), "2024-06-01") << "born after the arrival, before today";
}

TEST(BirthDates, OfTwoDigitYearsLieInThePast) {
    EXPECT_EQ(shown(read("14.03.15")), "2015-03-14");
    EXPECT_EQ(shown(read("14.03.61")), "1961-03-14");
    EXPECT_EQ(read("14.03.61").warning, "birth_century_assumed");
}

TEST(BirthDates, MayBeMissingOrUnreadable) {
    for (const std::string_view text : {"", " ", "-", "—", "неизвестно", "номаълум", "unknown", "?", "нет данных"}) EXPECT_EQ(shown(read(text)), "birth_date_missing") << text;
    for (const std::string_view text : {"весной", "15 abc 2014", "123456", "12345678901", "1/2/3/4", "март апрель 2015"}) EXPECT_EQ(shown(read(text)), "date_unreadable") << text;
}

TEST(Ages, AreBareNumbersInTheirColumn) {
    EXPECT_EQ(read_age(text_cell("7"), as_of).stated_age, 7);
    EXPECT_EQ(read_age(text_cell("8 мес"), as_of).stated_age, 0);
    EXPECT_EQ(read_age(text_cell("seven"), as_of).refusal, "date_unreadable");
    EXPECT_EQ(read_age(text_cell(""), as_of).warning, "birth_date_missing");
}

}  // namespace
}  // namespace homeward::people
