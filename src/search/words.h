#pragma once
// A text as words: where they stand, and what they are looked up by.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/language.h"

namespace homeward::search {

/// begin, end   bytes of the text
/// exact        the whole word without regard to case, script or accents
/// letters      in lower case and NFKC, without apostrophes
struct Word {
    std::size_t begin = 0, end = 0;
    std::string exact;
    std::u32string letters;
    bool oglike = false;  ///< it held oʻ or gʻ
};

/// Reads the words of a text one after the other. The text must outlive it.
class WordReader {
public:
    explicit WordReader(std::string_view text, std::size_t from = 0) : text_(text), at_(from) {}
    /// False at the end.
    bool next(Word& word);
    /// The byte where the word begins that is `words` further on; of the last when there are not so many.
    std::size_t skip(std::size_t words);

private:
    bool find_next(std::size_t& begin, std::size_t& end);

    std::string_view text_;
    std::size_t at_ = 0;
};

/// The same with a stem for each word, by the language of its line.
class StemReader {
public:
    StemReader(std::string_view text, Languages languages) : text_(text), words_(text), languages_(languages) {}
    bool next(Word& word, std::string& stem);

private:
    void read_line();

    std::string_view text_;
    WordReader words_;
    Languages languages_;
    std::vector<Word> line_;
    std::size_t at_ = 0;
    std::optional<Word> ahead_;
};

/// What the beginning of a text is written in.
Languages languages_of(std::string_view text);

/// Valid UTF-8 without NUL: what is neither becomes U+FFFD or a space.
std::string cleaned(std::string_view text);

}  // namespace homeward::search
