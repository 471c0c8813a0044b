#pragma once

#include <string_view>

namespace homeward::printing {

/// The few words that a page adds of itself, in the language of the document; English where we have no other.
struct Words {
    std::string_view hidden;  ///< in the place of a number that is kept back
    std::string_view source;  ///< before the source of a chart
    std::string_view values;  ///< caption of the numbers of a chart
};
const Words& words_of(std::string_view language);

/// Whether the language runs from right to left.
bool runs_leftward(std::string_view language);

}  // namespace homeward::printing
