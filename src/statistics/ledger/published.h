#pragma once
// What all the world sees of all releases, and what it can work out from them together.

#include <map>
#include <string>
#include <vector>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// A figure of the whole region that is public: the sum of what several States count.
///
/// categories   by key of the classification, its category; totals left out
/// states       ISO codes of the States it sums
struct RegionalFigure {
    std::string id;
    DefinitionRef definition;
    std::string population;
    Date reference_date;
    std::map<std::string, std::string> categories;
    std::vector<std::string> states;
    std::int64_t value = 0;
};

struct PublishedRelease {
    std::string id;
    Release release;
};

/// A hidden cell that is not open any more: it is under its floor, and fewer whole numbers are left than the rules promise.
struct OpenedCell {
    std::string state, release_id, table, cell;  ///< `cell` as `cell_name` has it
    std::int64_t low = 0, high = 0;
};

/// Audits everything that is out as one system, from public data alone: shown figures, hidden flags, rules.
///
/// State     a State's own releases of several years hang together as `protect_release` says; those of several States through
///           regional figures
/// errors    invalid `ledger.no_population` {state}: no population fits what was shown; conflict `statistics.ended`
Result<std::vector<OpenedCell>> audit_published(const std::vector<PublishedRelease>& releases, const std::vector<RegionalFigure>& figures,
                                                const GoOn& go_on = {});

}  // namespace homeward::statistics
