#pragma once
// The words of lists in seven languages, met by one key.

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace homeward::people {

/// Lower-case letters and digits, words joined by one space. Letters of Turkic and Tajik alphabets come to the plain
/// ones beside them (ө to о, ү to у, қ to к, ä to a …), since lists are typed without them; soft and hard signs,
/// diacritics and apostrophes vanish; № is `no`.
///
/// text      UTF-8
std::string word_key(std::string_view text);

/// The words of a key.
std::vector<std::string_view> words_of(std::string_view key);

/// Words, or phrases, by what they mean; written naturally, found by `word_key`.
template <class Meaning>
class WordTable {
public:
    using Entries = std::initializer_list<std::pair<Meaning, std::initializer_list<std::string_view>>>;

    WordTable(Entries entries) {
        for (const auto& [meaning, words] : entries) {
            for (const auto word : words) by_key_.emplace(word_key(word), meaning);
        }
    }
    /// key       of `word_key`
    const Meaning* find(std::string_view key) const {
        const auto found = by_key_.find(std::string(key));
        return found == by_key_.end() ? nullptr : &found->second;
    }
    const std::unordered_map<std::string, Meaning>& entries() const { return by_key_; }

private:
    std::unordered_map<std::string, Meaning> by_key_;
};

/// Words for "there is none": «нет», «б/н», "n/a", «жоқ», a dash.
bool says_none(std::string_view text);
/// Empty, none, or a word for "not known": «неизвестно», «белгисиз», «номаълум», "unknown", a question mark.
bool says_unknown(std::string_view text);
/// Empty, or a word that stands where no name is known. A family name may well be "No".
bool says_no_name(std::string_view text);
/// The words that start a total: «Итого», «Барлығы», "Jami".
bool starts_total(std::string_view key);
/// A word that tells a count somewhere in a line of its own: «Общее количество: 93», «Жалпы саны: 5».
bool tells_count(std::string_view key);

}  // namespace homeward::people
