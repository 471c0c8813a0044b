#pragma once
// What letters say, from config/mail/letters.json, which is compiled in. No I/O.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace homeward::mail {

std::string_view shipped_letters();

/// One kind of letter in one language.
///
/// name      for the page on which a reader chooses
/// text      for things whose title is not for mail
/// named     with {title}
struct Wording {
    std::string name, subject, text, named;
};
/// What stands around the text of every letter.
struct Frame {
    std::string greeting, on, read, why, stop, choose;
};

std::vector<std::string> kinds();
bool is_kind(std::string_view kind);
/// Whether a reader gets letters of a kind without having asked for them.
bool usually_wanted(std::string_view kind);
/// The language a letter is written in for a reader of `language`.
std::string written_language(std::string_view language);

/// Throw std::logic_error for a kind, line or language without a text.
const Wording& wording(std::string_view kind, std::string_view language);
std::string line(std::string_view name, std::string_view language, const std::map<std::string, std::string>& values);
const Frame& frame(std::string_view language);

/// Puts values into {holes}. Line breaks and other control characters in a value become spaces.
/// Throws std::logic_error for a hole without a value.
std::string filled(std::string_view text, const std::map<std::string, std::string>& values);
/// 14 May 2024; 14.05.2024
std::string day_in_words(Date day, std::string_view language);

}  // namespace homeward::mail
