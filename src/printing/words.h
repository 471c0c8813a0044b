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

/// A marking of the Traffic Light Protocol at the beginning of a header or footer, and what stands behind it.
///
/// colour   of the letters, RRGGBB, on black
/// source   FIRST, TLP version 2.0 (2022): labels in 12 points or more at the top and bottom of each page, their colours
struct Marking {
    std::string_view label;  ///< TLP:AMBER+STRICT; empty when there is none
    std::string_view rest;
    std::string_view colour;
};
Marking marking_of(std::string_view edge);

}  // namespace homeward::printing
