#pragma once
// What all the world sees of all releases, as one system: shown figures, hidden flags, rules, and what everybody knows of the definitions.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "statistics/kernel/audit.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/movement.h"

namespace homeward::statistics {

/// cells   shape as in `Table`; empty when hidden
struct SeenTable {
    std::string key;
    DefinitionRef definition;
    std::string population;
    Dimensions dimensions;
    std::vector<std::optional<std::int64_t>> cells;
};

struct SeenRelease {
    std::string state;
    Date date;
    Rules rules;
    std::vector<SeenTable> tables;
};

/// The sum of what several States count.
///
/// categories   by key of the classification, its category; totals left out
struct SeenFigure {
    std::string population;
    Date date;
    std::map<std::string, std::string> categories;
    std::vector<std::string> states;
    std::int64_t value = 0;
};

/// A cell as somebody reads it: indices among what the system was made of.
struct ReadCell {
    std::size_t release = 0;
    std::size_t table = 0;
    std::size_t cell = 0;
};

/// system      its values are those of one population that fits; every hidden cell is sensitive, with the width that was promised
/// read        of each label what it is; labels are in the order of releases, tables and cells
/// floor       of each cell the smallest count that its release would show
/// announced   the largest total of each release
/// parts       by State the cells that figures sum of it and that it shows in no table
struct SeenSystem {
    CellSystem system;
    Pattern hidden;
    std::vector<ReadCell> read;
    std::vector<std::int64_t> floor;
    Pattern announced;
    std::map<std::string, std::vector<int>> parts;
};

/// The releases of each State hang together in time, those of several States through figures. Nobody is taken to have left, unless what
/// is shown cannot be so; then, between those two releases, anybody may have.
///
/// releases    each State's in the order in which they came out
/// errors      invalid `statistics.no_population`: no population fits; those of `system_of`
Result<SeenSystem> seen_system(const std::vector<SeenRelease>& releases, const std::vector<SeenFigure>& figures, const Movements& movements);

/// Hidden cells that may be under their floor and that are left less room than was promised, and less than the announced totals alone
/// would leave them.
///
/// errors   conflict `statistics.ended`
Result<std::vector<Exposure>> opened(const SeenSystem& seen, const GoOn& go_on);

}  // namespace homeward::statistics
