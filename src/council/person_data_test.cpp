#include "council/person_data.h"

#include <gtest/gtest.h>

namespace homeward::council {
namespace {

std::string refusal(std::string_view text) {
    const auto done = check_no_person_data(text, "context");
    return done ? "" : done.error().key.substr(std::string("council.person_data_").size());
}

TEST(PersonData, IsFoundAsWhatItIs) {
    EXPECT_EQ(refusal("Write to a.worker@centre.example for more."), "email");
    EXPECT_EQ(refusal("Call +998 (71) 200-00-00."), "phone");
    EXPECT_EQ(refusal("Телефон 998712000000"), "number");
    EXPECT_EQ(refusal("Her number is 31205871234567."), "number");
    EXPECT_EQ(refusal("паспорт АА 1234567"), "document");
    EXPECT_EQ(refusal("passport N12345678, issued later"), "document");
    EXPECT_EQ(refusal("As in UZ-2021-00042, for example."), "file_code");
    EXPECT_EQ(refusal("A girl born on 12.05.2014 in a camp"), "birth");
    EXPECT_EQ(refusal("мальчик, 3/7/2011 г.р., из второй группы"), "birth");
    EXPECT_EQ(refusal("Родилась 2014-05-12."), "birth");
    EXPECT_EQ(refusal("12.05.2014 жылы туулган бала"), "birth");
}

TEST(PersonData, IsFoundInNamesByTheirForm) {
    for (const char* text : {
             "Aliyev Bekzod Karimovich needs help", "Гражданка Каримова Г.А.", "Karimova Gulnora Azizovna qizi", "Мать, Мария Петровна, ждёт.",
             "О Марии Петровне и Иване Ильиче Петровичу", "ИВАНОВА МАРИЯ ПЕТРОВНА", "Алишер Каримов ўғли", "Gulnora Aziz qizi", "Bekzod Karim o‘g‘li",
             "Бекзод Карим угли", "Айбек Асан уулу", "Айгуль Асан кызы", "Нурлан Сериккалиұлы", "Айгүл Серікқызы", "Магомед Али-оглы", "Aysel Mammad qizi",
             "Write to G.A. Karimova there.", "Г. А. Каримова ждёт.", "Karimova G. A. waits.", "И. Петрович просит",
         }) EXPECT_EQ(refusal(text), "name") << text;
}

TEST(PersonData, IsFoundInDatesAndYearsOfBirthInWords) {
    for (const char* text : {
             "Иванова Мария Петровна, 1990 г.р.", "Девочка 2014 г. р. одна", "мальчик, 2014 года рождения", "A girl born on 12 March 2014", "Born March 12, 2014.",
             "born on the 3rd of May 2011 in a camp", "Он родился 12 марта 2014 в пути", "12 марта 2014 года рождения", "A boy born in 2014 has no papers.",
             "Она родилась в 2014 году.", "2014 t.y. qiz", "Date of birth: 1 Sept 2015",
         }) EXPECT_EQ(refusal(text), "birth") << text;
}

TEST(PersonData, NamesOfInstitutionsAndDatesOfPapersAreNobodys) {
    for (const char* text : {
             "Tashkent Declaration", "Resolution 2396 (2017) of the Security Council", "on 12 March 2024 the centre closed", "12 марта 2024 года центр закрылся.",
             "The U.S. Government and the U.N. Office in Washington D.C. agreed.", "Совещание на Высоком Уровне", "Институт Уголовной юстиции; Центр Первичной помощи",
             "Верховной Рады, Духовного управления", "Школа имени А.С. Пушкина и лицей им. В.И. Вернадского", "In Tashkent. A. B. is a list.",
             "Children born in 2014–2019 and mothers of 20 to 35 years", "Early July, Annex A. Part B. Group C.", "Помощь основна для семей, личная и публична.",
             "Республиканский центр социальной адаптации детей", "Ministry of Health of the Kyrgyz Republic", "Certificates of birth: the law of the State of 30 June 2021 says how.",
             "Агентство развития Аулы, Красные Формулы", "OSCE Programme Office in Bishkek; UNICEF; Регионального Экспертного Совета",
         }) EXPECT_EQ(refusal(text), "") << text;
}

TEST(PersonData, IsNotSeenInWhatAPracticeSays) {
    for (const char* text : {
             "In 2019–2023, 1,250 families were visited; 531 people came home, 95% women and children.",
             "A budget of 1 200 000 KZT a year, or about 2600000 in three years.",
             "The resolution A/RES/75/291 of 30 June 2021, and S/2019/998.",
             "Begun on 30.05.2019, at the third stage of the operation.",
             "Birth certificates were issued to 183 children of 63 families.",
             "Дети, родившиеся за рубежом, получили свидетельства о рождении.",
             "Groups of 8–12 mothers, twice a week; see decision 2024/12 and @ the centre.",
             "Programme No. 481 of 27 Sept 2023", "В 200000 семьях, 350000 человек.",
         }) EXPECT_EQ(refusal(text), "") << text;
}

TEST(PersonData, ABirthWordFarFromADateIsNoBirthDate) {
    EXPECT_EQ(refusal("Certificates of birth are issued at the registry of the district in which the family settled. The order of 14.05.2024 says so."), "");
}

}  // namespace
}  // namespace homeward::council
