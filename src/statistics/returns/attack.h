#pragma once
// Tries to break a return with everything that is public, as it stands or as somebody would like it, and says what an outsider can work out.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "statistics/kernel/history.h"

namespace homeward::statistics {

/// Who tries.
enum class Attacker {
    arithmetic,        ///< adds and subtracts what the return shows
    rules,             ///< and knows that people are whole, that zeros are shown, and the floor
    household,         ///< and knows everything about its own members
    earlier_releases,  ///< and has every earlier release at hand, withdrawn ones too
};

/// A figure by its place in the tables of a return.
struct FigureAt {
    std::string table;
    std::size_t cell = 0;
    friend bool operator==(const FigureAt&, const FigureAt&) = default;
};

/// A hidden figure that was narrowed to fewer whole numbers than the rules promise.
struct OpenedFigure {
    FigureAt figure;
    std::int64_t low = 0, high = 0;
};

/// guarded   small figures that were tried
/// earlier   releases at hand, for the last attacker
struct Attempt {
    Attacker by = Attacker::arithmetic;
    int guarded = 0;
    std::vector<OpenedFigure> opened;
};

/// What is attacked.
///
/// problem   what was counted, what was out, and whose households there are
/// hidden    shape of `problem.tables`
/// told      what is out already, so that no pattern keeps it
struct Target {
    ReleaseProblem problem;
    std::vector<std::vector<char>> hidden;
    std::vector<ProtectedRelease::Told> told;
};

/// Shows figures by hand that are hidden. Every label of the same people goes with it.
/// errors    invalid `return.no_such_figure`, field `shown`; invalid `return.shown_already`, {cell}
Done show_by_hand(Target& target, const std::vector<FigureAt>& figures);

/// Every attacker in turn; those who have nothing more to go by than the one before are left out.
/// go_on    asked now and then, with the share that is done, of a thousand; may be empty
/// errors   those of `check`; conflict `statistics.ended`
Result<std::vector<Attempt>> attack(const Target& target, const GoOn& go_on);

/// Between which whole numbers an outsider can say that a hidden figure lies.
///
/// high   nothing when there is no telling
struct Range {
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
};

/// For each hidden cell, in the shape of the tables; nothing for shown ones. With all earlier releases at hand.
/// errors   as `attack`
Result<std::vector<std::vector<std::optional<Range>>>> outside_view(const Target& target, const GoOn& go_on);

}  // namespace homeward::statistics
