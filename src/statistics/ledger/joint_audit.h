#pragma once
// Whether something may be added to what everybody has seen. The same at the Council and, before anything is sent, at a node.

#include <functional>

#include "statistics/ledger/joint_store.h"

namespace homeward::statistics {

/// `audit_published`, or what a test puts in its place.
using PublishedAudit = std::function<Result<std::vector<OpenedCell>>(const std::vector<PublishedRelease>&, const std::vector<RegionalFigure>&, const GoOn&)>;

/// What is to be shown.
struct Newcomer {
    std::optional<PublishedRelease> release;
    std::optional<RegionalFigure> figure;
};

/// Audits the joint ledger with the newcomer in it. Cells that were open without it are not held against it. A figure that was taken
/// back stays known, unless no population fits with it: then it was wrong, and tells nothing. May take seconds.
///
/// errors    conflict `ledger.opens_cell` {state, year, table, cell, cells}: the first that it opens, of how many;
///           invalid `ledger.no_population` {state}; conflict `statistics.ended`
Done check_beside(const Published& out, const Newcomer& newcomer, const PublishedAudit& audit = audit_published, const GoOn& go_on = {});

}  // namespace homeward::statistics
