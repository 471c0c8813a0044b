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
