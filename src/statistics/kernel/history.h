#pragma once
// A release beside everything that is out already: one system over all reference dates.

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "statistics/kernel/certificate.h"
#include "statistics/kernel/safe_table.h"

namespace homeward::statistics {

/// A table of an earlier release, with what its State alone knows of it.
///
/// table    as counted then; `people` are fingerprints under the State's own key, so that the same people are one cell
///          whenever they were counted
/// shown    shape of its counts
struct EarlierTable {
    Date reference_date;
    Table table;
    std::vector<char> shown;
};

/// Who of a household stands where: by population one entry a member, a category of each classification.
struct Household {
    struct Member {
        std::string population;
        std::map<std::string, int> categories;  ///< by key of the classification, index of its category
    };
    std::vector<Member> members;
};

/// What is to be released, and against whom it must hold.
struct ReleaseProblem {
    Date reference_date;
    TableSet tables;
    std::vector<EarlierTable> earlier;
    std::vector<Household> households;
    Rules rules;
};

/// certificate    of the whole system, earlier tables included
struct ProtectedRelease {
    SafeTableSet safe;
    Certificate certificate;
};

/// Protects the tables of a release beside all earlier ones.
///
/// What was shown stays shown in the model for ever, also after a withdrawal; what was hidden stays hidden unless this release
/// shows the same people. Where people only come and grow older, the model knows that. A cell that was shown before is shown again
/// only when it has not moved, or by at least its floor.
///
/// errors   as `protect_beside`
Result<ProtectedRelease> protect_release(const ReleaseProblem& problem, const GoOn& go_on = {});

}  // namespace homeward::statistics
