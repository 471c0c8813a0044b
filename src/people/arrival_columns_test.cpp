#include <gtest/gtest.h>

#include "people/arrival_columns.h"
#include "people/arrival_names.h"
#include "people/arrival_relations.h"
#include "people/arrival_words.h"

namespace homeward::people {
namespace {

using enum ColumnMeaning;

tabular::Row row_of(const std::vector<std::string>& texts) {
    tabular::Row row;
    for (const auto& text : texts) {
        row.cells.emplace_back();
        row.cells.back().text = text;
        row.cells.back().kind = tabular::CellKind::text;
    }
    return row;
}

std::vector<ColumnMeaning> meanings(const std::vector<std::string>& headers) {
    std::vector<ColumnMeaning> found;
    for (const auto& column : read_columns(row_of(headers))) found.push_back(column.meaning);
    return found;
}

TEST(WordKey, BringsSpellingsTogether) {
    EXPECT_EQ(word_key("  Туған КҮНІ: "), word_key("туган куни"));
    EXPECT_EQ(word_key("Tugʻilgan"), word_key("tug'ilgan"));
    EXPECT_EQ(word_key("Құжат №"), "кужат no");
    EXPECT_EQ(word_key("Уй-було №"), word_key("Үй-бүлө No"));
    EXPECT_EQ(word_key("Şılde"), "silde");
    EXPECT_EQ(word_key("—"), "");
}

TEST(Headers, AreKnownInSevenLanguagesInAnyOrder) {
    const std::vector<ColumnMeaning> order = {sex, family_name, given_name, patronymic, born_on, birth_place, citizenship, document_number, family_number, relationship};
    EXPECT_EQ(meanings({"Gender", "Surname", "First name", "Patronymic", "DOB", "Birthplace", "Nationality", "Passport No.", "Household", "Relation to head"}), order);
    EXPECT_EQ(meanings({"ПОЛ", "фамилия", "ИМЯ", "Отчество", "Год рождения", "Место рожд.", "Гражд-во (подданство)", "№ паспорта", "№ семьи", "Кем приходится"})[0], sex);
    EXPECT_EQ(meanings({"Жынысы", "Тегі", "Есімі", "Әкесінің аты", "Туған жылы", "Туған жері", "Азаматтығы", "Құжат №", "Отбасы нөмірі", "Туыстық дәрежесі"}), order);
    EXPECT_EQ(meanings({"Жынысы", "Фамилиясы", "Аты", "Атасынын аты", "Туулган күнү", "Туулган жери", "Жарандыгы", "Документтин номери", "Үй-бүлө", "Туугандык даражасы"}), order);
    EXPECT_EQ(meanings({"Jinsi", "Familiyasi", "Ismi", "Otasining ismi", "Tug'ilgan sanasi", "Tug'ilgan joyi", "Fuqaroligi", "Hujjat raqami", "Oila raqami", "Qarindoshligi"}), order);
    EXPECT_EQ(meanings({"Жинси", "Фамилияси", "Исми", "Отасининг исми", "Туғилган санаси", "Туғилган жойи", "Фуқаролиги", "Ҳужжат рақами", "Оила рақами", "Қариндошлиги"}), order);
    EXPECT_EQ(meanings({"Ҷинс", "Насаб", "Ном", "Номи падар", "Санаи таваллуд", "Ҷои таваллуд", "Шаҳрвандӣ", "Рақами ҳуҷҷат", "Рақами оила", "Хешутаборӣ"}), order);
    EXPECT_EQ(meanings({"Jynsy", "Familiýasy", "Ady", "Atasynyň ady", "Doglan senesi", "Doglan ýeri", "Raýatlygy", "Resminamanyň belgisi", "Maşgala №", "Garyndaşlygy"}), order);
}

TEST(Headers, AreKnownInsideLongerOnesAndWithASlip) {
    EXPECT_EQ(read_header("Дата рождения (дд.мм.гггг)").meaning, born_on);
    EXPECT_EQ(read_header("Фамлия").meaning, family_name);
    EXPECT_EQ(read_header("Гражданствоо").meaning, citizenship);
    EXPECT_EQ(read_header("ФИО матери").meaning, ignored);
    EXPECT_EQ(read_header("Размер обуви").meaning, ignored);
    EXPECT_EQ(read_header("").meaning, ignored);
}

TEST(Headers, TakeANumberBesideADocumentForItsNumber) {
    EXPECT_EQ(meanings({"№", "Фамилия", "Имя", "Документ", "Номер"}), (std::vector{number, family_name, given_name, document, document_number}));
    EXPECT_EQ(meanings({"Документ", "№", "Серия и номер"}), (std::vector{document, number, document_number}));
}

TEST(Headers, AreTheRowThatNamesTheMostColumns) {
    EXPECT_EQ(header_score(row_of({"Список прибывших, операция, 30.04.2021"})), 0);
    EXPECT_EQ(header_score(row_of({"1", "Каримова", "Айша", "ж"})), 0);
    EXPECT_GT(header_score(row_of({"№", "Фамилия", "Имя", "Пол"})), 3.5);
}

TEST(Headers, AreRepeatedInsideLists) {
    const auto columns = read_columns(row_of({"№", "Фамилия", "Имя", "Пол"}));
    EXPECT_TRUE(repeats_header(row_of({"№", "ФАМИЛИЯ", "Имя ", "Пол"}), columns));
    EXPECT_TRUE(repeats_header(row_of({"1", "2", "3", "4"}), columns));
    EXPECT_FALSE(repeats_header(row_of({"1", "Каримова", "Айша", "ж"}), columns));
}

TEST(Headers, CanBeCorrectedByHand) {
    auto columns = read_columns(row_of({"Имя", "Прозвище", "Пол", "Примечание"}));
    ASSERT_TRUE(correct_columns(columns, {{2, given_name}, {4, ignored}}));
    EXPECT_EQ(columns[0].meaning, ignored);
    EXPECT_EQ(columns[1].meaning, given_name);
    EXPECT_TRUE(columns[1].corrected);
    EXPECT_EQ(columns[3].meaning, ignored);
    const auto wrong = correct_columns(columns, {{9, sex}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().key, "file.no_such_column");
    EXPECT_EQ(wrong.error().params.at("column"), "9");
}

TEST(Sexes, AreKnownByTheirWords) {
    for (const auto text : {"Ж", "жен.", "Женский", "д", "аял", "кыз", "F", "female", "зан", "духтар", "әйел", "Ә", "қыз", "äiel", "qyz", "ayol", "qiz bola", "аёл", "aýal", "gyz", "girl, female"}) {
        EXPECT_EQ(read_sex(text), Sex::female) << text;
    }
    for (const auto text : {"М", "муж.", "Мужской", "эркек", "M", "male", "писар", "ер", "Е", "ұл", "er", "erkak", "o'g'il bola", "ўғил", "oglan", "Boy"}) {
        EXPECT_EQ(read_sex(text), Sex::male) << text;
    }
    for (const auto text : {"", "-", "?", "??", "8", "Ж/М", "аял/эркек", "Ә/Е", "X?", "ж м", "0", "да"}) EXPECT_EQ(read_sex(text), Sex::unknown) << text;
}

TEST(Kinship, TellsTheHead) {
    for (const auto text : {"mother (head)", "мать (глава семьи)", "эне (уй-було башчысы)", "ана (отбасы басшысы)", "onasi (oila boshlig'i)", "модар (сарвари оила)", "ene (maşgala başlygy)", "глава семьи", "self"}) {
        EXPECT_TRUE(read_relation(text).head) << text;
    }
    for (const auto text : {"мать", "дочь главы семьи", "daughter of the head", "без сопровождения", "grandmother", ""}) EXPECT_FALSE(read_relation(text).head) << text;
    EXPECT_TRUE(read_relation("мать").parent);
    EXPECT_TRUE(read_relation("жалғыз келді").unaccompanied);
    EXPECT_EQ(read_relation("қызы").adult, false);
    EXPECT_EQ(read_relation("бабушка").adult, true);
    EXPECT_EQ(read_relation("сестра").adult, std::nullopt);
    EXPECT_EQ(read_relation("уулу").sex, Sex::male);
}

TEST(Names, ShowSexByTheirEndings) {
    EXPECT_EQ(sex_of_name("Исмоиловна", ""), Sex::female);
    EXPECT_EQ(sex_of_name("Али угли", ""), Sex::male);
    EXPECT_EQ(sex_of_name("Шәмілқызы", ""), Sex::female);
    EXPECT_EQ(sex_of_name("Vali o'g'li", ""), Sex::male);
    EXPECT_EQ(sex_of_name("", "Каримов"), Sex::male);
    EXPECT_EQ(sex_of_name("", "Маҷидзода"), Sex::unknown);
}

TEST(Names, AreKunyasOnlyWhereTheyReplaceOne) {
    for (const auto text : {"Umm Ali", "Умм Юсуф", "  Умм Халид ", "Um Omar", "Умму Салама", "Abu Hamza", "أم علي"}) EXPECT_TRUE(is_kunya(text, "")) << text;
    for (const auto text : {"Умар", "Абу Бакр", "Умм", "Umida", "Умму Кулсум", "Абубакр", ""}) EXPECT_FALSE(is_kunya(text, "")) << text;
    EXPECT_FALSE(is_kunya("Абу Саид", "Каримов"));
    EXPECT_TRUE(is_kunya("Умм Али", "Каримова"));
}

TEST(Words, ForNothingAreManyAndForTotalsToo) {
    for (const auto text : {"нет", "б/н", "none", "N/A", "жоқ", "-", "—", "", "йўқ", "yo'q", "нест", "ýok"}) EXPECT_TRUE(says_none(text)) << text;
    for (const auto text : {"неизвестно", "белгісіз", "номаълум", "noma'lum", "unknown", "не установлено", "näbelli", "?"}) EXPECT_TRUE(says_unknown(text)) << text;
    for (const auto text : {"Ош", "AA123", "Нетания"}) EXPECT_FALSE(says_unknown(text)) << text;
    EXPECT_FALSE(says_no_name("No"));
    for (const auto text : {"Итого: 93 чел.", "Барлығы: 231", "Жами 5", "Jami: 6 kishi", "Total", "Ҳамагӣ: 3", "Jemi", "ВСЕГО"}) EXPECT_TRUE(starts_total(word_key(text))) << text;
    EXPECT_FALSE(starts_total(word_key("Каримова")));
    EXPECT_TRUE(tells_count(word_key("Общее количество: 93")));
    EXPECT_TRUE(tells_count(word_key("Адамдардын жалпы саны 99")));
    EXPECT_FALSE(tells_count(word_key("Семья 3")));
}

}  // namespace
}  // namespace homeward::people
