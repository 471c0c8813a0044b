#pragma once

#include <string>
#include <string_view>

namespace homeward::people {

/// The words of sheets that leave the program, such as `export.name` and `arrival.reason.name_missing`.
///
/// language   BCP 47; English where a sheet has no words of it yet
/// returns    the key itself when it is unknown
std::string sheet_word(std::string_view key, std::string_view language);

}  // namespace homeward::people
