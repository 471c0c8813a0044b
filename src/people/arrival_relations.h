#pragma once
// What the words for sex and kinship in a list tell.

#include <optional>
#include <string_view>

#include "identity/person_likeness.h"

namespace homeward::people {

using identity::Sex;

/// `unknown` unless the whole text is a word for a sex, or several for the same: «Ж», «жен.», "F", «аял», «қыз», "ogʻil", «писар» …
Sex read_sex(std::string_view text);

/// What a relationship tells of its person.
///
/// head      it says that this is the head of the family: "mother (head)", «глава семьи», "oila boshligʻi"
/// parent    mother or father: the head where nobody is called so
/// adult     false for son, daughter, grandchild and an unaccompanied child; empty for brothers, sisters and the unknown
struct Relation {
    Sex sex = Sex::unknown;
    bool head = false;
    bool parent = false;
    std::optional<bool> adult;
    bool unaccompanied = false;
};
Relation read_relation(std::string_view text);

/// The sex that a patronymic, else a family name, shows by its ending: "-ovna", «кызы», «уулу», «-ов».
Sex sex_of_name(std::string_view patronymic, std::string_view family_name);

}  // namespace homeward::people
