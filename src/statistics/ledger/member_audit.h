#pragma once
// What a member State can work out of everything that is out: it knows its own register as well.

#include "statistics/ledger/published.h"

namespace homeward::statistics {

/// As `audit_published`, by somebody from whom nothing of one State is hidden. What that State hides from others is taken from one
/// population that fits what is public, since nobody else knows it. A figure of two States tells each of them the other's part.
///
/// member    ISO code of the State
/// errors    as `audit_published`
Result<std::vector<OpenedCell>> audit_as_member(const std::string& member, const std::vector<PublishedRelease>& releases,
                                                const std::vector<RegionalFigure>& figures, const GoOn& go_on = {});

}  // namespace homeward::statistics
