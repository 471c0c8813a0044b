#pragma once
// Texts as person_data.cpp and its parts read them: code points, and words.

#include <string>
#include <string_view>
#include <vector>

namespace homeward::council {

bool is_digit(char32_t c);
bool is_latin(char32_t c);
bool is_cyrillic(char32_t c);
bool is_capital(char32_t c);
bool is_word(char32_t c);
bool is_space(char32_t c);
char32_t lower(char32_t c);

std::u32string code_points(std::string_view text);
std::u32string lowered(const std::u32string& text);

/// A run of letters, or of digits.
/// begin, end  places in the text; apostrophes within a word are part of it
/// lower       in small letters, without apostrophes: o‘g‘li is ogli
struct TextWord {
    std::size_t begin = 0, end = 0;
    std::u32string lower;
    bool capital = false, number = false;
};
std::vector<TextWord> words_in(const std::u32string& text);

/// How many digits stand one behind the other, from `at` on.
std::size_t digits_from(const std::u32string& text, std::size_t at);
/// What stands between two words is white space alone.
bool only_space(const std::u32string& text, std::size_t from, std::size_t to);

/// A patronymic after a name, or a surname with two initials, in the languages of the region.
bool has_person_name(const std::u32string& text);
/// A date or a year that is said to be of a birth: in figures, or with the month as a word in English or Russian.
bool has_birth_date(const std::u32string& text);

}  // namespace homeward::council
