#pragma once
// Which language a line is in, as far as its endings go.

#include <string>
#include <string_view>

#include "search/stems.h"

namespace homeward::search {

/// What words of either script are taken for.
struct Languages {
    Language latin = Language::english;
    Language cyrillic = Language::russian;
};

/// Counts what speaks for a language: letters that only some have, and small words that each line has.
class Evidence {
public:
    /// word     in lower case and NFKC, without apostrophes
    /// og       it held oʻ or gʻ
    void add(std::u32string_view word, const std::string& key, bool og);
    /// `before` where nothing or as much speaks for another.
    Languages languages(Languages before) const;

private:
    int english_ = 0, latin_turkic_ = 0, russian_ = 0, cyrillic_turkic_ = 0, tajik_ = 0;
};

/// A small word that a question may leave out: the, и, va. Takes a key.
bool is_small_word(std::string_view key);

}  // namespace homeward::search
