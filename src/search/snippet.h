#pragma once
// What of a text is shown, and what in it was found.

#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "search/wanted.h"
#include "search/words.h"

namespace homeward::search {

/// marks   begin and end of what was found, in UTF-16 units, in order and apart
struct Marked {
    std::string text;
    std::vector<std::pair<int, int>> marks;
};

/// Finds in a short text what a question wants: in any form of a word and in either script.
class Finder {
public:
    explicit Finder(const Wanted& wanted);

    /// The whole text.
    Marked mark(std::string_view text) const;
    /// Some two hundred characters around a word of a passage, counted from 0. Line breaks become spaces.
    /// first, last   whether the passage is that of its text
    Marked snippet(std::string_view passage, std::size_t word, bool first, bool last) const;

private:
    bool wants(const Word& word) const;
    std::vector<std::pair<std::size_t, std::size_t>> found_in(std::string_view text) const;

    const Wanted& wanted_;
    std::unordered_set<std::string> stems_, exact_;
    std::array<bool, 256> first_{};  ///< bytes that a wanted word may begin with
};

}  // namespace homeward::search
