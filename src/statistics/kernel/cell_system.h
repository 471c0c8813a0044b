#pragma once
// All cells of a release as one linear system: what every reader can compute with.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/safe_table.h"

namespace homeward::statistics {

/// One count, however many labels it has.
///
/// atoms      the smallest groups it is the sum of, ascending; never empty
/// value      its true count, in persons
/// sensitive  it must be hidden, and guarded
/// stays      it is shown unless it is sensitive: the total of a table, or a figure of an earlier release
/// width      what must stay open of it, in persons: its largest possible value less its smallest
/// withheld   hidden in an earlier release and in no table of this one: nobody can show it any more, and hiding it costs nothing.
///            One label of a table of this release makes it an ordinary cell again
/// least      the smallest value that it can have when it is hidden: 1 where everybody knows that zeros are shown, 0 for a cell
///            that no table holds; -1 takes `CellSystem::least_hidden`
/// up, down   what must stay open above and below its true value; 0 asks for nothing beyond the width. For amounts, of which
///            neither side may be known to a tenth
struct SystemCell {
    std::vector<int> atoms;
    std::int64_t value = 0;
    bool sensitive = false;
    bool stays = false;
    std::int64_t width = 1;
    bool withheld = false;
    std::int64_t least = -1;
    std::int64_t up = 0;
    std::int64_t down = 0;
};

/// Somebody who knows some of the records: a household its own, a member State its whole register.
///
/// name      for reports: `household`, `state:uz`
/// least     (atom, persons of theirs in it), by atom; an atom may be named twice and then counts together
/// exactly   they also know that nobody else is in those atoms
/// excused   cells of a simplified system that are not guarded against them, since nothing that can be hidden keeps them wide
struct Knower {
    std::string name;
    std::vector<std::pair<int, std::int64_t>> least;
    bool exactly = false;
    std::vector<int> excused = {};
};

/// Two sums of atoms that are equal, though no table shows them.
struct Link {
    std::vector<int> left;
    std::vector<int> right;
};

/// atoms         number of smallest groups; each holds a whole number of persons, at least 0
/// persons       true count of each smallest group, as far as anybody counted them; otherwise empty.
///               Protection is found sooner with it, and is no other without
/// cell_of       index in `cells` of each label that went in; -1 for a zero that everyone sees
/// atom_of       index of each atom that went in among those that are left; -1 for one that is empty or in no cell
/// least_hidden  the smallest value that a hidden cell can have, where the cell itself does not say
/// knowers       against whom sensitive cells must stay open too, beside the outsider who knows nobody; as wide as against
///               outsiders. What somebody who knows `exactly` can add up without any table is not guarded against them
/// when          of each group where it stands in time, ascending, from one reference date over what moves until the next to that next;
///               of several States one after the other. Empty where nobody asks. What is near in time is searched first, no more
/// knower_of     index in `knowers` of each knower that went in: those who know the same are one, -1 for who knows nobody
struct CellSystem {
    int atoms = 0;
    std::vector<std::int64_t> persons;
    std::vector<SystemCell> cells;
    std::vector<Link> links;
    std::vector<int> cell_of;
    std::vector<int> atom_of;
    int least_hidden = 1;
    std::vector<Knower> knowers;
    std::vector<int> knower_of;
    std::vector<int> when = {};

    std::int64_t least_of(int cell) const {
        const std::int64_t own = cells[static_cast<std::size_t>(cell)].least;
        return own < 0 ? least_hidden : own;
    }
};

/// Hidden or not, by index of `CellSystem::cells`.
using Pattern = std::vector<char>;

/// Puts a system into its smallest form: groups that a shown zero empties go, groups that always occur
/// together become one, cells of the same groups become one cell.
///
/// persons       true counts of the groups, or empty
/// labels        cells as they stand in the tables, doubles included
/// zeros_shown   as in `Rules`; a label's own `least` counts before it
/// knowers       in terms of the same groups
CellSystem simplified(int atoms, const std::vector<std::int64_t>& persons, const std::vector<SystemCell>& labels,
                      const std::vector<Link>& links, bool zeros_shown, const std::vector<Knower>& knowers = {});

/// `CellSystem::when` of a simplified system, from that of the groups that went in.
std::vector<int> merged_times(const CellSystem& system, const std::vector<int>& when);

/// The system of a checked table set. Labels are in the order of tables and cells.
/// errors   `statistics.two_counts` {cell} (the same people counted differently), `statistics.dimension_differs`
///          {dimension} (other categories in another table of the population), `statistics.crossing_too_large`
Result<CellSystem> system_of(const TableSet& set, const Rules& rules);

}  // namespace homeward::statistics
