#pragma once
// The inner steps of `fold`, for the files of this area.

#include <string>
#include <string_view>
#include <vector>

namespace homeward::identity {

/// A name in any script as one finer key than `fold`: here o, u and the sounds between them (ў ө ӯ, written w)
/// are still apart. Other codes: c for ch, j for zh and j, x for sh.
///
/// returns   words joined by one space
std::string spell(std::string_view name);

/// A finer key as `fold` returns it.
std::string merged(std::string_view spelling);

/// `family_stem` and `father_name` before o and u are one.
std::string without_family_ending(std::string spelling);
std::string father_spelling(std::string_view patronymic);

/// Which of two spellings came from Arabic script.
enum class Arabic { neither_or_both, first, second };
Arabic which_is_arabic(bool first, bool second);

/// `likeness` of two spellings.
double likeness_of_spellings(std::string_view a, std::string_view b, Arabic arabic);

/// A name in Arabic script as it stands, with every waw read as v, and with every waw read as u, since the script
/// does not say (Anwar, Nur); any other text alone.
std::vector<std::string> waw_readings(std::string_view name);

/// Makes each Latin letter that stands twice in a row stand once, except those of `but`.
void collapse_doubles(std::string& text, std::string_view but = {});

}  // namespace homeward::identity
