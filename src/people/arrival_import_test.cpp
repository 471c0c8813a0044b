// Lists in other forms than the four of tests/data/arrivals.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "people/arrival_command.h"
#include "people/arrival_json.h"
#include "people/arrival_refused.h"
#include "tabular/table.h"
#include "tabular/xlsx_fixture.h"

namespace homeward::people {
namespace {

using Reasons = std::vector<std::pair<int, std::string>>;

ArrivalOptions on(Date as_of) {
    ArrivalOptions options;
    options.as_of = as_of;
    options.today = Date{2025, 1, 1};
    return options;
}

ArrivalVerdict read(std::string_view csv, ArrivalOptions options = on({2024, 2, 28})) {
    auto verdict = read_arrival_list("list.csv", csv, options);
    EXPECT_TRUE(verdict) << verdict.error().key;
    return verdict ? std::move(*verdict) : ArrivalVerdict{};
}

Reasons refusals(const ArrivalVerdict& verdict) {
    Reasons reasons;
    for (const auto& row : verdict.rows) {
        for (const auto& remark : row.refusals) reasons.emplace_back(row.row, remark.reason);
    }
    return reasons;
}

Reasons warnings(const ArrivalVerdict& verdict) {
    Reasons reasons;
    for (const auto& row : verdict.rows) {
        for (const auto& remark : row.warnings) reasons.emplace_back(row.row, remark.reason);
    }
    return reasons;
}

TEST(ArrivalImport, ReadsAnUzbekListInLatinLetters) {
    const auto verdict = read(
        "Qaytganlar ro'yxati 2023\n"
        "T/r;Oila raqami;Familiyasi;Ismi;Otasining ismi;Tug'ilgan sanasi;Jinsi;Tug'ilgan joyi;Hujjat turi;Hujjat raqami;Qarindoshligi\n"
        "1;1;Karimova;Zulfiya;Anvarovna;12-may 1990-yil;ayol;Farg'ona;pasport;AA 1234567;onasi (oila boshlig'i)\n"
        "2;1;Karimov;Bekzod;Rustam o'g'li;2016-yil;o'g'il bola;noma'lum;yo'q;yo'q;o'g'li\n"
        "3;1;Karimova;Nodira;Rustam qizi;taxminan 7 yosh;qiz;Suriya;;;qizi\n"
        "4;2;;Umm Ali;;1985;ayol;Iroq;pasport;AA1234567;onasi (oila boshlig'i)\n"
        "5;2;Aliyev;Xasan;Vali o'g'li;30.02.2014;erkak;Iroq;;;o'g'li\n"
        "Jami: 5 kishi\n");
    EXPECT_EQ(verdict.header_row, 2);
    EXPECT_EQ(verdict.first_data_row, 3);
    ASSERT_EQ(verdict.other_rows.size(), 2u);
    EXPECT_EQ(verdict.other_rows[0].kind, OtherRowKind::title);
    EXPECT_EQ(verdict.other_rows[1].kind, OtherRowKind::total);
    EXPECT_EQ(refusals(verdict), (Reasons{{3, "document_conflict"}, {6, "document_conflict"}, {7, "date_impossible"}}));
    EXPECT_EQ(verdict.rows[0].refusals[0].other_row, 6) << "AA 1234567 and AA1234567 are one number";
    EXPECT_EQ(warnings(verdict), (Reasons{{4, "birth_place_unknown"}, {4, "birth_year_only"}, {5, "estimated_age"}}));
    ASSERT_EQ(verdict.families.size(), 2u);
    EXPECT_EQ(verdict.families[1].rows, (std::vector{6, 7}));
    EXPECT_EQ(verdict.families[1].head_row, 6);
    EXPECT_EQ(verdict.as_listed.male_under_18, 2) << "the year of the impossible date still tells";
    EXPECT_EQ(verdict.accepted_rows.rows, 2);
}

TEST(ArrivalImport, ReadsNamesInOneColumnAndFormsWithNumberedColumns) {
    const auto verdict = read(
        "Список лиц;;;;;\n;;;;;\n"
        "ФИО;Дата рождения (дд.мм.гггг);Пол (м/ж);Место рождения;№ семьи;Кем приходится\n1;2;3;4;5;6\n"
        "Иванова Анна Петровна;14 марта 1985 года;ж;г. Ош;1;мать\n"
        "Иванов Пётр;март 2015;м;Сирия;1;сын\n"
        "Петрова;8 месяцев;ж;Сирия;1;дочь\n"
        ";;;;;\nИТОГО;3;;;;\nСоставил: специалист\n");
    EXPECT_EQ(verdict.header_row, 3);
    EXPECT_EQ(verdict.first_data_row, 5);
    ASSERT_EQ(verdict.rows.size(), 3u);
    EXPECT_EQ(verdict.rows[0].person.family_name, "Иванова");
    EXPECT_EQ(verdict.rows[0].person.patronymic, "Петровна");
    EXPECT_EQ(warnings(verdict), (Reasons{{6, "birth_month_only"}, {6, "patronymic_missing"}, {7, "estimated_age"}, {7, "single_name"}}));
    EXPECT_EQ(verdict.families[0].head_row, 5) << "the mother, since nobody is called the head";
    std::vector<OtherRowKind> kinds;
    for (const auto& other : verdict.other_rows) kinds.push_back(other.kind);
    using enum OtherRowKind;
    EXPECT_EQ(kinds, (std::vector{title, empty, repeated_header, empty, total, title}));
}

TEST(ArrivalImport, ReadsAHeaderOfTwoLines) {
    const auto verdict = read(
        "№;ФИО;;;Пол;Рождение;;Документ;;Примечание\n;Фамилия;Имя;Отчество;;дата;место;вид;номер;\n"
        "1;Иванова;Анна;Петровна;ж;14.03.1985;Ош;паспорт;AN 123;\n2;Иванов;Пётр;Олегович;м;01.02.2015;Сирия;нет;;тихий\n");
    using enum ColumnMeaning;
    std::vector<ColumnMeaning> found;
    for (const auto& column : verdict.columns) found.push_back(column.meaning);
    EXPECT_EQ(found, (std::vector{number, family_name, given_name, patronymic, sex, born_on, birth_place, document, document_number, note}));
    EXPECT_EQ(verdict.header_row, 1);
    EXPECT_EQ(verdict.first_data_row, 3);
    EXPECT_EQ(verdict.rows[0].person.document_number, "AN 123");
    EXPECT_EQ(verdict.accepted, 2);
}

TEST(ArrivalImport, GivesTheFamilyNumberOfTheFirstRowToThoseBelow) {
    const auto verdict = read(
        "Family No,Family name,Given name,Father's name,Sex,Date of birth,Place of birth,Relationship\n"
        "1,Karimova,Zarina,Aliyevna,F,1990-01-01,Osh,mother (head)\n,Karimov,Ali,Umarovich,M,2015-01-01,Osh,son\n,Karimova,Aisha,Umarovna,F,2016-01-01,Osh,daughter\n"
        "2,Saidova,Nigina,Aliyevna,F,1991-01-01,Osh,mother (head)\n,Saidov,Omar,Alievich,M,2017-01-01,Osh,son\n");
    ASSERT_EQ(verdict.families.size(), 2u);
    EXPECT_EQ(verdict.families[0].rows, (std::vector{2, 3, 4}));
    EXPECT_EQ(verdict.families[1].rows, (std::vector{5, 6}));
}

TEST(ArrivalImport, CountsAgesOnTheDayOfArrival) {
    const auto verdict = read(
        "Family name,Given name,Father's name,Sex,Date of birth,Place of birth\n"
        "A,Birthday,B,F,2006-02-28,Osh\nA,Eve,B,F,2006-02-29,Osh\nA,Tomorrow,B,M,2006-03-01,Osh\nA,Stated,B,M,about 18 years,Osh\n");
    EXPECT_EQ(verdict.rows[0].under_18, false) << "turns 18 on that very day";
    EXPECT_EQ(verdict.rows[2].under_18, true);
    EXPECT_EQ(verdict.rows[3].under_18, false) << "a stated age is an age on that day";
    EXPECT_EQ(refusals(verdict), (Reasons{{3, "date_impossible"}}));
}

TEST(ArrivalImport, TakesAColumnForWhatAPersonSaysItIs) {
    const std::string csv = "Kind name,Family name,Given name,Sex,Date of birth,Code\nAisha,Karimova,x,F,2015-01-01,7\n";
    EXPECT_EQ(read(csv).rows[0].person.given_name, "x");
    auto options = on({2024, 2, 28});
    options.corrections = {{1, ColumnMeaning::given_name}, {6, ColumnMeaning::family_number}};
    const auto verdict = read(csv, options);
    EXPECT_EQ(verdict.rows[0].person.given_name, "Aisha");
    EXPECT_EQ(verdict.rows[0].person.family_number, "7");
    EXPECT_EQ(verdict.columns[2].meaning, ColumnMeaning::ignored);
    options.corrections = {{7, ColumnMeaning::sex}};
    EXPECT_EQ(read_arrival_list("list.csv", csv, options).error().key, "file.no_such_column");
}

TEST(ArrivalImport, ReadsAnAgeColumnWhereTheDateIsMissing) {
    const auto verdict = read("Given name,Family name,Sex,Age,Date of birth,Place of birth,Patronymic\nAisha,K,F,9,2015-02-01,Osh,B\nOmar,K,M,4,,Osh,B\n");
    EXPECT_EQ(verdict.rows[0].person.born_on->str(), "2015-02-01");
    EXPECT_EQ(verdict.rows[1].person.stated_age, 4);
    EXPECT_EQ(warnings(verdict), (Reasons{{3, "estimated_age"}}));
    EXPECT_EQ(verdict.rows[1].warnings[0].column, "Age");
}

const std::string head = "Family No,Family name,Given name,Father's name,Sex,Date of birth,Place of birth,Document,Document number\n";

TEST(ArrivalImport, LeavesTwinsApartAndAsksAboutRepetitions) {
    const auto verdict = read(head +
        "1,Каримов,Хасан,Умарович,M,15.09.2017,Ош,,\n1,Каримов,Хусан,Умарович,M,15.09.2017,Ош,,\n"
        "1,Каримова,Фотима,Умаровна,F,15.09.2017,Ош,,\n1,Karimova,Fotima,,F,2017-09-15,Ош,,\n"
        "2,Каримова,Фотима,Саидовна,F,15.09.2011,Ош,,\n");
    ASSERT_EQ(verdict.duplicate_pairs.size(), 1u);
    EXPECT_EQ(verdict.duplicate_pairs[0].row, 4);
    EXPECT_EQ(verdict.duplicate_pairs[0].other_row, 5);
    EXPECT_EQ(verdict.distinct_people, 4);
    EXPECT_EQ(verdict.accepted_distinct_people.female_under_18, 2);
}

TEST(ArrivalImport, RefusesEveryoneUnderADocumentThatSeveralShow) {
    const auto verdict = read(head +
        "1,Каримова,Зарина,Умаровна,F,15.09.1987,Ош,паспорт,ID 100\n2,Саидова,Нигина,Алиевна,F,02.02.1990,Ош,паспорт,id100\n"
        "3,Рахимов,Омар,Юсуфович,M,03.03.1980,Ош,паспорт,ІD-100\n1,Karimova,Zarina,,F,1987-09-15,Ош,паспорт,ID100\n"
        "1,Каримов,Али,Умарович,M,01.01.2015,Ош,вписан в док. матери,ID100\n4,Б,Айша,Умаровна,F,01.01.1985,Ош,,б/н\n4,В,Омар,Умарович,M,01.01.1985,Ош,,б/н\n");
    EXPECT_EQ(refusals(verdict), (Reasons{{2, "document_conflict"}, {3, "document_conflict"}, {4, "document_conflict"}, {5, "document_conflict"}}));
    EXPECT_EQ(verdict.rows[0].refusals[0].other_row, 3);
    EXPECT_EQ(verdict.rows[1].refusals[0].other_row, 2);
}

TEST(ArrivalImport, AsksTheRegisterAboutRowsThatAreNotRefused) {
    auto options = on({2024, 2, 28});
    std::vector<int> asked;
    options.register_matches = [&](const ArrivalRow& row) {
        asked.push_back(row.row);
        return std::vector<RegisterMatch>{{"p1", 0.9}};
    };
    const auto verdict = read(head + "1,A,B,C,F,2015-01-01,Osh,,\n1,A,D,C,?,2016-01-01,Osh,,\n", options);
    EXPECT_EQ(asked, (std::vector{2}));
    ASSERT_EQ(verdict.rows[0].register_matches.size(), 1u);
    EXPECT_EQ(verdict.rows[0].register_matches[0].person_id, "p1");
}

TEST(ArrivalImport, RefusesFilesThatHoldNoList) {
    const auto reason = [](std::string_view bytes) { return read_arrival_list("x", bytes, on({2024, 2, 28})).error().key; };
    EXPECT_EQ(reason("a,b,c\n1,2,3\n"), "file.no_header");
    EXPECT_EQ(reason(head), "file.no_people");
    EXPECT_EQ(reason(head + "Total: 0\n"), "file.no_people");
    EXPECT_EQ(reason(""), "file.empty");
    const auto error = file_error("x.csv", read_arrival_list("x.csv", head + "1,\"A", on({2024, 2, 28})).error());
    EXPECT_EQ(error.reason, "unterminated_quote");
    EXPECT_EQ(error.row, 2);
    EXPECT_EQ(error.column, 2);
    EXPECT_EQ(arrival_error_json(error), R"({"error":{"file":"x.csv","row":2,"column":2,"reason":"unterminated_quote"}})");
}

TEST(ArrivalImport, FindsTheListBehindACoverSheet) {
    const auto row = [](int number, const std::vector<std::string>& texts) {
        std::string cells;
        for (const auto& text : texts) cells += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
    };
    tabular::fixture::Workbook workbook;
    workbook.sheets = {{"Cover", "<sheetData>" + row(1, {"Welcome"}) + "</sheetData>"},
                       {"People", "<sheetData>" + row(2, {"Given name", "Sex", "Date of birth"}) + row(5, {"Aisha", "F", "2015-03-14"}) + "</sheetData>"}};
    const auto verdict = read(bytes_of(workbook));
    EXPECT_EQ(verdict.sheet, "People");
    EXPECT_EQ(verdict.header_row, 2);
    EXPECT_EQ(verdict.first_data_row, 5);
    ASSERT_EQ(verdict.other_rows.size(), 3u) << "rows that the file leaves out count as empty";
    EXPECT_EQ(verdict.rows[0].person.born_on->str(), "2015-03-14");
    workbook.sheets.pop_back();
    EXPECT_EQ(read_arrival_list("x", bytes_of(workbook), on({2024, 2, 28})).error().key, "file.no_header");
}

TEST(RefusedRows, DownloadAsXlsxWithTheirReasons) {
    const std::string csv = head + "1,A,B,C,F,2015-01-01,Osh,,\n1,=A,D,C,Ж/М,31.02.2016,Osh,,\n";
    const auto verdict = read(csv);
    const auto xlsx = refused_rows_xlsx(verdict, csv, [](std::string_view key) { return "<" + std::string(key) + ">"; });
    ASSERT_TRUE(xlsx);
    const auto reader = tabular::open(*xlsx);
    ASSERT_TRUE(reader);
    tabular::Row row;
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row.cells.front().text, "<arrival.refused.row>");
    EXPECT_EQ(row.cells[1].text, "Family No");
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row.cells.front().text, "3");
    EXPECT_EQ(row.cells[2].text, "=A");
    EXPECT_EQ(row.cells[2].kind, tabular::CellKind::text);
    EXPECT_EQ(row.cells.back().text, "Sex: <arrival.reason.sex_unreadable>; Date of birth: <arrival.reason.date_impossible>");
    EXPECT_FALSE(*(*reader)->next(row));
}

TEST(ImportCommand, PrintsTheVerdictOrTheError) {
    std::ostringstream out;
    EXPECT_EQ(run_import_dry_run({HOMEWARD_ROOT "/tests/data/arrivals/tj_arrivals.csv", true, Date{2022, 7, 25}}, out), 0);
    const auto verdict = json::parse(out.str()).value().as_object();
    EXPECT_EQ(verdict.at("person_rows").as_int64(), 47);
    EXPECT_EQ(verdict.at("file").as_string(), "tj_arrivals.csv");
    const auto fails = [](const std::string& path) {
        std::ostringstream printed;
        EXPECT_EQ(run_import_dry_run({path, true, Date{2022, 7, 25}}, printed), 2);
        return std::string(json::parse(printed.str()).value().as_object().at("error").as_object().at("reason").as_string());
    };
    EXPECT_EQ(fails(HOMEWARD_ROOT "/tests/data/arrivals"), "is_directory");
    EXPECT_EQ(fails(HOMEWARD_ROOT "/tests/data/arrivals/absent.csv"), "not_found");
    EXPECT_EQ(fails("/dev/zero"), "not_a_file");
}

std::string long_list(int rows, bool all_alike) {
    std::string csv = head;
    for (int at = 0; at < rows; ++at) {
        const int n = all_alike ? 0 : at;
        csv += std::to_string(at / 4) + ",Каримов" + static_cast<char>('a' + n % 26) + "ова" + std::to_string(n % 97) + ",Зар" + std::to_string(n % 211) + "ина,Умаровна,F," +
               Date{1990, 1, 1}.plus_days(n * 37 % 9000).str() + ",Ош,паспорт," + (all_alike ? "" : "ID" + std::to_string(1'000'000 + n)) + "\n";
    }
    return csv;
}

TEST(ArrivalImport, ReadsTenThousandRowsAndTheirDuplicates) {
    for (const bool all_alike : {false, true}) {
        EXPECT_EQ(read(long_list(10'000, all_alike)).rows.size(), 10'000u) << (all_alike ? "all alike" : "all different");
    }
}

}  // namespace
}  // namespace homeward::people
