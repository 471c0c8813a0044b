#pragma once
// How the returnees of a catalogue move between its categories as years go by; public, as the definitions are.

#include "statistics/definitions/indicators.h"
#include "statistics/kernel/movement.h"

namespace homeward::statistics {

/// Operation and sex stay, age rises, what happened at any time since arrival has happened for good; all else is free. Children,
/// adults and those of school age are returnees of these ages.
Movements movements_of(const Catalogue& catalogue);

}  // namespace homeward::statistics
