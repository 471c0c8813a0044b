#pragma once
// A release beside everything that is out already: one system over all reference dates.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/certificate.h"
#include "statistics/kernel/movement.h"
#include "statistics/kernel/safe_table.h"

namespace homeward::statistics {

/// A table of an earlier release, with what its State alone knows of it.
///
/// release  of which it was; the tables of one release count the same people. Releases stand in the order in which they came out
/// table    as counted then; `people` are fingerprints under the State's own key, so that the same people are known again
///          whenever they were counted
/// shown    shape of its counts
/// rules    whose zeros were shown then; nothing: as the rules of this release have it
/// unseen   nobody saw any of it, as where a coarser one took its place
struct EarlierTable {
    std::string release;
    Date reference_date;
    Table table;
    std::vector<char> shown;
    std::optional<Rules> rules = {};
    bool unseen = false;
};

/// Who of a household stands where: by population one entry a member, a category of each classification.
///
/// release   as they stood in that earlier one; empty for the tables to be released
/// keys      whose this is, several where they stand alike: keyed hashes, the same in every release of the State, ascending; empty where
///           nobody has keys
struct Household {
    struct Member {
        std::string population;
        std::map<std::string, int> categories;  ///< by key of the classification, index of its category
        std::string release;
    };
    std::vector<Member> members;
    std::vector<std::uint64_t> keys = {};
};

/// What is to be released, and against whom it must hold.
///
/// movements   how people move between the categories from one reference date to the next
/// unseen      other tables of the same people that are not shown at all, as where coarser ones take their place: their small counts are
///             guarded
struct ReleaseProblem {
    Date reference_date;
    TableSet tables;
    std::vector<EarlierTable> earlier;
    std::vector<Household> households;
    Rules rules;
    Movements movements;
    TableSet unseen = {};
};

/// What somebody knows whom a release is guarded against, though no table shows it.
///
/// again   where a count is of the same people as a hidden one before
/// left    how many left against the rule since the release before, as by a correction
struct Insight {
    bool again = true;
    bool left = true;
};

/// certificate    of the whole system, earlier tables included
/// told           what no pattern can keep as open as the rules ask, because of what is out already: counts of earlier releases, small
///                changes, arrivals beside an announced total; each named, with what is left
/// insight        against whom it holds; without `left` that is told too
struct ProtectedRelease {
    struct Told {
        std::string release;  ///< empty for this one
        std::string table;    ///< empty for arrivals since the last release
        std::string cell;
        std::int64_t width = 0;  ///< that is left, in persons
        bool household = false;  ///< a household could say more; it is as wide as it must be for everybody else
        bool corrections = false;  ///< who knows how many left by corrections could say more of some counts; names nothing
    };
    SafeTableSet safe;
    Certificate certificate;
    std::vector<Told> told = {};
    Insight insight = {};
};

/// Protects the tables of a release beside all earlier ones.
///
/// What was shown stays shown in the model for ever, also after a withdrawal; what was hidden stays hidden unless this release
/// shows the same people. Where people only come and grow older, the model knows that. A cell that was shown before is shown again
/// only when it has not moved, or by at least its floor.
///
/// errors   as `protect_beside`; {release} beside {cell} where it is one of an earlier release
Result<ProtectedRelease> protect_release(const ReleaseProblem& problem, const GoOn& go_on = {});

/// The system in which a release is made safe, for who tries to break its pattern by hand.
///
/// returns   `cell_of` has the labels of `problem.tables` first, in the order of tables and cells, then those of `problem.earlier` likewise,
///           and of `problem.unseen`.
///           A cell without a label stands in no table, so that it counts as hidden: arrivals between two releases
/// told, insight   of the protected release, so that nothing is asked for that could not be had
Result<CellSystem> joint_system(const ReleaseProblem& problem, const std::vector<ProtectedRelease::Told>& told = {}, Insight insight = {.again = false});

/// A pattern of the joint system made from labels: people who left against the rule, as by an erasure, stand in no table, but the strongest
/// attacker knows how many they are.
void show_what_is_known(const CellSystem& joint, Pattern& hidden);

}  // namespace homeward::statistics
