#pragma once
// The proof of a pattern, for somebody who trusts no solver: whole-number populations that show every shown figure.

#include <cstdint>
#include <utility>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// How one population differs from the base: (atom, persons more), by atom, without zeros.
using Shift = std::vector<std::pair<int, std::int64_t>>;

/// That one hidden cell is open: two populations differ in it by what must stay open. -1 stands for the base.
///
/// cell        index of the cell in the system
/// knower      index in `CellSystem::knowers` of whom it was made for, -1 for outsiders; it holds against everybody who can rule
///             out neither population
struct Opening {
    int cell = 0;
    int knower = -1;
    int low = -1;
    int high = -1;
    friend bool operator==(const Opening&, const Opening&) = default;
};

/// Confidential: it holds the true counts. Its hash is released.
///
/// persons    the base: persons in each atom of the simplified system, the true ones where they are known, and such as have the
///            true count in every cell where they are not
/// openings   for each sensitive cell so many that one holds against outsiders and against each knower
struct Certificate {
    std::vector<std::int64_t> persons;
    std::vector<Shift> shifts;
    std::vector<Opening> openings;
    friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// The certificate of a pattern, from witnesses that leave every sensitive cell open. Same input, same certificate.
///
/// proofs   as `suppress` or `audit` found them
/// errors   invalid `statistics.not_open` {cell, knower}: the proofs do not open it; `statistics.no_population`: nobody
///          counted the groups, and no whole population was found that has the true counts
Result<Certificate> certify(const CellSystem& system, const std::vector<Witness>& proofs);

/// Checks a certificate with whole numbers alone.
///
/// errors   invalid `statistics.bad_certificate` {part, index}: a number out of range; `statistics.wrong_population` {population}:
///          it does not show a shown figure (-1: the base), or has fewer people somewhere than none;
///          `statistics.not_open` {cell, knower}: no opening holds against that knower, or the cell is shown
Done check_certificate(const CellSystem& system, const Pattern& hidden, const Certificate& certificate);

}  // namespace homeward::statistics
