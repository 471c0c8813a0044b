#pragma once
// The SQL of the annual returns.

#include "statistics/returns/annual_return.h"

namespace homeward::statistics {

/// Keeps a draft of the acting person: what may be shown, and why each other cell is hidden. No hidden count goes in.
void insert_return(access::Work& work, ReturnId id, const Release& release, const CoarserRelease& tables);

}  // namespace homeward::statistics
