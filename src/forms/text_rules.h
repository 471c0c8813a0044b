#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace homeward::forms {

/// The word of config/stigmatising_words.json that stands in a text, of whatever language: labels that stigmatise, and words
/// for a rating of ideology, loyalty or risk of offending. No form, letter or page of ours may hold one.
std::optional<std::string> refused_word(std::string_view text);
/// The same in a code: `loyalty_score`.
std::optional<std::string> refused_in_code(std::string_view code);

/// config/stigmatising_words.json, as it was when this program was built.
std::string_view stigmatising_words();

}  // namespace homeward::forms
