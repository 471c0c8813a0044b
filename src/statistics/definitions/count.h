#pragma once
// The counting of a year's return, from facts that name nobody.

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "statistics/definitions/indicators.h"
#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// One returnee as the tables see them; read from the nameless views of the areas.
///
/// person_slot   0, 1, 2...: distinguishes people within this counting and means nothing outside it
/// family_slot   the same for families; -1 when the person belongs to none
/// operation     index in `Classifications::operations`
/// region        index in `Classifications::regions`; -1 when unknown
/// age_years     full years on the reference date; -1 when unknown
/// reached       bit `Outcome` set where it holds, by the indicator's own period
struct PersonFact {
    std::int32_t person_slot = 0;
    std::int32_t family_slot = -1;
    std::int16_t operation = 0;
    std::int16_t region = -1;
    Sex sex = Sex::unknown;
    std::int16_t age_years = -1;
    Date arrived_on;
    std::uint16_t reached = 0;

    bool has(Outcome outcome) const { return (reached >> static_cast<int>(outcome) & 1) != 0; }
    void set(Outcome outcome) { reached = static_cast<std::uint16_t>(reached | 1u << static_cast<int>(outcome)); }
};

/// Counts a catalogue. People who arrived after the reference date are not counted. A family counts under
/// the operation of its member with the lowest index, and as reached when any member is.
///
/// returns   one table for each indicator and crossing, key `<indicator>` or `<indicator>.<dimensions>`;
///           with the people's fingerprints
/// errors    invalid: `statistics.fact_repeated` (person_slot twice), `statistics.fact_out_of_range`
///           {person_slot}, `statistics.bad_crossing` (field = indicator)
Result<TableSet> count(const std::vector<PersonFact>& facts, const Catalogue& catalogue,
                       const Classifications& classifications, Date reference_date);

}  // namespace homeward::statistics
