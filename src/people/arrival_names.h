#pragma once

#include <string_view>

namespace homeward::people {

/// A by-name after a child ("Umm Ali", «Умм Юсуф», "Abu Omar") in place of a name. "Abu Bakr" and "Umm Kulsum" are
/// given names in the region; with a family name beside it, so is every "Abu …".
bool is_kunya(std::string_view given_name, std::string_view family_name);

/// The three parts of a name written in one cell: family name, given name, the rest is the patronymic.
struct SplitName {
    std::string_view family_name;
    std::string_view given_name;
    std::string_view patronymic;
};
SplitName split_full_name(std::string_view full_name);

}  // namespace homeward::people
