#pragma once
// A return made safe beside everything that is out, or the safe coarser one in its place.

#include "statistics/kernel/coarsen.h"
#include "statistics/kernel/history.h"

namespace homeward::statistics {

/// households          against whom it holds, but for what `told` says of them
/// certificate, told   as `ProtectedRelease` has them
/// unseen              what was chosen and is not shown as it was, and is guarded all the same; nothing beside the total alone
/// coarser_because     why the tables are coarser than they were chosen: an error of `protect_release`
struct MadeSafe {
    CoarserRelease tables;
    std::vector<Household> households;
    Certificate certificate;
    std::vector<ProtectedRelease::Told> told;
    TableSet unseen;
    std::optional<Error> coarser_because;
};

/// Who waits for it.
///
/// go_on    as `protect_release` has it
/// ended    asked when `go_on` ended a search: true gives up altogether, false takes a coarser answer
/// next     called before each coarser set is tried, so that `go_on` can give it time of its own; may be empty
/// last     the same before the total alone is
struct Waiting {
    GoOn go_on;
    std::function<bool()> ended;
    std::function<void()> next;
    std::function<void()> last = {};
};

/// Protects a return. Where no pattern does, or none was found while `go_on` said so, the finest of some coarser ones (`coarser_near`)
/// that can be made safe, and at last the total alone. What is given up on the way stays guarded, beside earlier releases too.
///
/// errors   as `protect_release`; conflict `statistics.ended`: by its reader, or not even the total was found safe in its time
Result<MadeSafe> make_safe(const ReleaseProblem& problem, const Waiting& waiting);

}  // namespace homeward::statistics
