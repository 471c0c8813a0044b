#pragma once
// A text as words: where they stand, and what they are looked up by.

#include <string>
#include <string_view>

namespace homeward::search {

/// begin, end   bytes of the text
/// exact        the whole word without regard to case, script or accents
/// stem         what its forms have in common
struct Word {
    std::size_t begin = 0, end = 0;
    std::string exact, stem;
};

/// Reads the words of a text one after the other. The text must outlive it.
class WordReader {
public:
    explicit WordReader(std::string_view text) : text_(text) {}
    /// False at the end.
    bool next(Word& word);

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Valid UTF-8 without NUL: what is neither becomes U+FFFD or a space.
std::string cleaned(std::string_view text);

}  // namespace homeward::search
