#pragma once
// What must hold of a release before anyone believes it.

#include "base/result.h"
#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// Checks a release from its figures alone; errors as in `read_release`. It finds what contradicts itself
/// and what a single subtraction opens; it is not the proof of safety, which takes the joint system.
Done check(const Release& release);

}  // namespace homeward::statistics
