#pragma once
// What ties the same population at one date to itself at the next: those who stayed, came and left.

#include <functional>
#include <string>
#include <vector>

#include "statistics/kernel/layout.h"
#include "statistics/kernel/movement.h"

namespace homeward::statistics {

/// A population as one release counted it.
///
/// release  equal for those that were counted together
/// people   its number in the layout
struct Stand {
    std::size_t release = 0;
    std::string population;
    Date date;
    int people = 0;
};

/// Those who came between two stands of a population.
///
/// cell     as `cell_name` has it, of the classifications that never change; `total` for all
/// stand    index of the later one
struct Arrivals {
    std::size_t stand = 0;
    std::string cell;
    bool all = false;
    std::vector<int> atoms;
};

/// New atoms are in the layout: how many moved from each category into each that can be reached, came, or grew out of the
/// population. Two neighbouring stands of a population become one crossing of then and now, and that crossing is exact; over three
/// stands each neighbouring pair is, so that somebody who could rule out a way through all three would know more.
///
/// leavers   groups of atoms: those who left against the rule, as by a correction; one group for each combination of categories that
///           never change. Only those that were allowed have atoms
/// between   the new atoms from `first` to before `last`: they tie a stand (index) to the one before
struct TimeLinks {
    struct Leavers {
        std::size_t stand = 0;  ///< since the stand before this one
        std::vector<int> atoms;
    };
    struct Between {
        int first = 0, last = 0;
        std::size_t stand = 0;
    };
    std::vector<Link> links;
    std::vector<Arrivals> arrivals;
    std::vector<Leavers> leavers;
    std::vector<Between> between;
};

/// Notes where the groups of one State stand in time, for `CellSystem::when`: every release takes the next odd number, what moves on the way
/// to it the even one before, and the rest of a part the time of those it is tied to. Others stay as they are.
///
/// links    all of the State
/// times    by group; -1 where nothing is noted yet
/// returns  the first even number that is free
int note_times(const Layout& layout, const std::vector<Stand>& stands, const TimeLinks& between, const std::vector<Link>& links, int first,
               std::vector<int>& times);

/// Ties the stands of each population that is a stock.
///
/// stands    in the order of release; those of one date are corrections of each other
/// may_leave whether people of a group (index in `TimeLinks::leavers`) may be gone against the rule since the stand before this one
/// errors    `statistics.crossing_too_large` {dimensions}
Result<TimeLinks> link_in_time(Layout& layout, const std::vector<Stand>& stands, const Movements& movements,
                               const std::function<bool(std::size_t group, std::size_t stand)>& may_leave);

}  // namespace homeward::statistics
