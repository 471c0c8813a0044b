#include "population.h"

#include <array>
#include <string_view>

namespace homeward::bench {
namespace {

using apps::chance;
using apps::draw;
using people::NameParts;
using people::NewPerson;
using people::Sex;

// Parts only, as papers from abroad have them; whole names are mixed by chance.
constexpr std::array kArabicFemale{"فاطمة", "عائشة", "زينب", "مريم", "خديجة", "سمية", "حليمة", "صفية", "أمينة", "رقية", "حفصة", "آسيا", "ياسمين", "نورة"};
constexpr std::array kArabicMale{"محمد", "أحمد", "علي", "عمر", "يوسف", "إبراهيم", "حسن", "حسين", "خالد", "عبد الله", "عبد الرحمن", "مصطفى", "بلال", "سليمان", "داود", "إسماعيل"};

struct Stage {
    const char* id;
    Date arrived_on;
};
constexpr Stage kStages[] = {{"uz-mehr-1", {2019, 5, 30}}, {"uz-mehr-2", {2019, 10, 10}}, {"uz-mehr-3", {2020, 12, 8}},
                             {"uz-mehr-4", {2021, 2, 1}},  {"uz-mehr-5", {2021, 4, 30}},  {"uz-mehr", {2020, 6, 1}}};

/// Of a hundred families, how many come from where; the register is that of Uzbekistan.
std::string draw_country(apps::Random& random) {
    const std::size_t at = draw(random, 100);
    return at < 52 ? "UZ" : at < 68 ? "TJ" : at < 84 ? "KG" : "KZ";
}

PartialDate birth_date(apps::Random& random, Date on, std::size_t from_age, std::size_t to_age) {
    const int year = on.year - static_cast<int>(from_age + draw(random, to_age - from_age));
    if (chance(random, 8)) return {year, 0, 0, true};
    if (chance(random, 6)) return {year, 0, 0, false};
    const Date born = *Date::of(year, 1 + static_cast<int>(draw(random, 12)), 1 + static_cast<int>(draw(random, 28)));
    return PartialDate::exact(std::min(born, on));
}

/// A document that was held, is missing, asked for, or was given anew.
people::NewDocument paper(apps::Random& random, bool child, Date arrived_on) {
    people::NewDocument document{child ? "birth_certificate" : "id_card", "", people::DocumentState::missing, std::nullopt};
    if (chance(random, 20)) document.state = people::DocumentState::requested;
    if (chance(random, 60)) {
        document.state = people::DocumentState::restored;
        document.restored_on = arrived_on.plus_days(30 + static_cast<std::int64_t>(draw(random, 500)));
        document.number = "UZD";
        for (int i = 0; i < 7; ++i) document.number += static_cast<char>('0' + draw(random, 10));
    }
    return document;
}

}  // namespace

Script script_of(const NameParts& name) {
    const std::string& text = name.given.empty() ? name.family : name.given;
    if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return Script::latin;
    // Arabic letters begin with the bytes D8 to DB, Cyrillic ones with D0 to D3.
    return static_cast<unsigned char>(text[0]) >= 0xd8 ? Script::arabic : Script::cyrillic;
}

NameParts Population::arabic_name(Sex sex) {
    const std::string father = kArabicMale[draw(random_, kArabicMale.size())];
    if (sex == Sex::female) return {"", kArabicFemale[draw(random_, kArabicFemale.size())], "بنت " + father};
    return {"", kArabicMale[draw(random_, kArabicMale.size())], "بن " + father};
}

NewPerson Population::member(const std::string& country, const apps::NameStock::Family& names, bool child, const MadeFamily& family) {
    NewPerson person;
    person.sex = chance(random_, child ? 50 : 90) ? Sex::female : Sex::male;
    person.names = {stock_.draw_member(random_, country, names, person.sex)};
    if (chance(random_, 14)) person.names.push_back(stock_.in_other_script(country, person.names[0]));
    if (chance(random_, 10)) person.names.push_back(arabic_name(person.sex));
    person.born_on = child ? birth_date(random_, family.arrived_on, 0, 17) : birth_date(random_, family.arrived_on, 19, 60);
    person.details.birth_place = child && chance(random_, 60) ? "Syria" : "";
    person.details.citizenship = "Uzbekistan";
    person.stage_id = family.stage_id;
    person.arrived_on = family.arrived_on;
    person.relationship = child ? (person.sex == Sex::female ? "daughter" : "son") : "head";
    person.documents = {paper(random_, child, family.arrived_on)};
    return person;
}

MadeFamily Population::next() {
    const Stage& stage = kStages[draw(random_, std::size(kStages))];
    MadeFamily family{stage.id, stage.arrived_on, {}};
    const std::string country = draw_country(random_);
    const auto names = stock_.draw_family(random_, country);
    const std::size_t adults = chance(random_, 12) ? 2 : 1, children = 1 + draw(random_, 4) + draw(random_, 3);
    for (std::size_t i = 0; i < adults + children; ++i) {
        family.members.push_back(member(country, names, i >= adults, family));
        if (i > 0 && i < adults) family.members.back().relationship = "other_relative";
    }
    return family;
}

}  // namespace homeward::bench
