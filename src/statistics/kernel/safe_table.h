#pragma once
// Tables that may be shown: counts that could point to a person are hidden, and so many with them that
// none can be had by subtraction.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// What a State hides.
///
/// floor             smallest count that may be shown, in persons; 1 to floor-1 are hidden
/// floor_of          other floors, by indicator key
/// zeros_shown       true: a zero is always shown, so everybody knows that a hidden count is at least 1,
///                   and protection reckons with it. false: zeros are hidden as well
/// zeros_hidden      indicators whose zeros tell something and are hidden like small counts, though zeros are shown elsewhere
/// group_attribute   indicators of which no shown category may hold all of a group, or all but fewer than the floor
/// width             what stays open of each hidden count: the largest possible value less the smallest,
///                   in persons; 0 takes half the floor, rounded up
struct Rules {
    int floor = 10;
    std::map<std::string, int> floor_of;
    bool zeros_shown = true;
    int width = 0;
    std::set<std::string> zeros_hidden = {};
    std::set<std::string> group_attribute = {};

    bool shows_zeros_of(const std::string& indicator) const { return zeros_shown && !zeros_hidden.contains(indicator); }
    int floor_for(const std::string& indicator) const;
    int width_for(const std::string& indicator) const;
    friend bool operator==(const Rules&, const Rules&) = default;
};

/// errors   `statistics.bad_rules`
Done check(const Rules& rules);

enum class Hidden {
    no,
    by_rule,           ///< its own count is under the floor
    protects_another,  ///< without it another could be had by subtraction
    household,         ///< without it a household, or a member State, could work out another
    earlier_release,   ///< beside what is out already it would tell a small change, or another count
};

/// persons   empty when hidden. The reason is for the State's own steward; a release never tells which
///           hidden cells are under the floor.
struct SafeCell {
    std::optional<std::int64_t> persons;
    Hidden hidden = Hidden::no;
    friend bool operator==(const SafeCell&, const SafeCell&) = default;
};

/// The shape of its `Table`.
struct SafeTable {
    std::string key;
    DefinitionRef definition;
    std::string population;
    Dimensions dimensions;
    std::vector<SafeCell> cells;
};

/// hidden_by_rule, hidden_to_protect   labels of the same people counted once
/// proofs                              whole-number populations at hand that show every shown figure and
///                                     differ in the hidden ones
struct SafeTableSet {
    std::vector<SafeTable> tables;
    Rules rules;
    int cells = 0;
    int hidden_by_rule = 0;
    int hidden_to_protect = 0;
    int proofs = 0;
};

/// Hides what the rules ask for, over all tables of the set as one system.
///
/// Each hidden count under the floor has at least two whole-number populations that agree with every shown
/// figure, with the rules, and with all links between the tables, and that differ in it by the width. They
/// are found with a linear program and checked with integers, so no rounding of the solver is trusted.
/// Same input, same pattern. The total of a table is hidden only when it is under the floor itself, or when no
/// pattern keeps a count safe beside it; the largest total is not hidden even then.
///
/// errors    those of `check`; `statistics.bad_rules`; `statistics.cannot_protect` {cell}, field = table:
///           no pattern keeps that cell safe, coarser classes are needed;
///           `statistics.crossing_too_large` {dimensions}
/// source    OCHA Guidance Note 1, Statistical Disclosure Control; Fischetti and Salazar (2001), "Solving
///           the cell suppression problem on tabular data with linear constraints"
Result<SafeTableSet> protect(const TableSet& set, const Rules& rules);

/// Asked after each small count: how many have been protected, of how many. False ends the search.
using GoOn = std::function<bool(int protected_so_far, int of)>;

/// The same, where some figures are out already and stay shown whatever comes. What was hidden may be shown now.
///
/// shown     per table its cells that are out, or empty for a table of which nothing is; none of them under the floor
/// go_on     may be empty; ended once all are protected, the pattern stands and may hide more than it must
/// errors    as `protect`; conflict `statistics.ended` when it was ended before
Result<SafeTableSet> protect_beside(const TableSet& set, const std::vector<std::vector<char>>& shown, const Rules& rules, const GoOn& go_on = {});

/// The same as `protect`, where other tables of the same people are not shown at all, yet their small counts are guarded: a count
/// that no table shows can still be had from those that are left.
Result<SafeTableSet> protect_guarding(const TableSet& set, const TableSet& unseen, const Rules& rules, const GoOn& go_on = {});

}  // namespace homeward::statistics
