#pragma once
// How tables over the same people hang together.

#include <vector>

namespace homeward::statistics {

/// A full crossing of some classifications of a population. Every table lies within one. Two crossings that
/// are next to each other agree on the classifications they share, and then there is a population that
/// agrees with all: the crossings form a junction tree (Lauritzen and Spiegelhalter, 1988).
///
/// classifications   ascending
/// parent            crossing with which it shares most; -1 for the first
/// shared            what it shares with its parent, ascending; empty means the total alone
struct Crossing {
    std::vector<int> classifications;
    int parent = -1;
    std::vector<int> shared;
};

/// The smallest crossings known to hold these tables.
///
/// tables   the classifications of each, ascending, numbered from 0 to `classifications` - 1
std::vector<Crossing> crossings_of(const std::vector<std::vector<int>>& tables, int classifications);

}  // namespace homeward::statistics
