#pragma once
// The counting of a year's return, from facts that name nobody.

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "statistics/definitions/indicators.h"
#include "statistics/kernel/history.h"
#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// What an indicator's source says of somebody about whom it knows nothing, and about whom it is not asked.
constexpr std::int32_t kNothingKnown = -1;
constexpr std::int32_t kNotConcerned = -2;

/// One returnee as the tables see them; read from the nameless views of the areas.
///
/// person_slot   0, 1, 2...: distinguishes people within this counting and means nothing outside it
/// family_slot   the same for families; -1 when the person belongs to none
/// key           keyed hash of the person's id, the same in every counting of this State; 0 where nobody has keys
/// family_key    the same for the family
/// operation     index in `Classifications::operations`
/// region        index in `Classifications::regions`; -1 when unknown
/// age_years     full years on the reference date; -1 when unknown
/// answers       by index of `Catalogue::indicators` what its source says: 1 where it happened; days; thousandths of a score; index
///               of a category; or one of the two above. One that is missing knows nothing.
struct PersonFact {
    std::int32_t person_slot = 0;
    std::int32_t family_slot = -1;
    std::uint64_t key = 0;
    std::uint64_t family_key = 0;
    std::int16_t operation = 0;
    std::int16_t region = -1;
    Sex sex = Sex::unknown;
    std::int16_t age_years = -1;
    Date arrived_on;
    std::vector<std::int32_t> answers;

    std::int32_t answer(std::size_t indicator) const { return indicator < answers.size() ? answers[indicator] : kNothingKnown; }
};

/// Counts a catalogue. People who arrived after the reference date are not counted. A family counts under
/// the operation of its member with the lowest index, and as reached when any member is.
///
/// facts     their answers are those to this catalogue's indicators
/// returns   one table for each indicator and crossing, key `<indicator>`, or `<indicator>.<dimensions>` (`.total` without any) where
///           an indicator has several; with the people's fingerprints
/// errors    invalid: `statistics.fact_repeated` (person_slot twice), `statistics.fact_out_of_range`
///           {person_slot}, with {indicator} where an answer is none; `statistics.bad_crossing` (field = indicator)
Result<TableSet> count(const std::vector<PersonFact>& facts, const Catalogue& catalogue,
                       const Classifications& classifications, Date reference_date);

/// Where the members of each household stand in the tables of a catalogue: a family that returned, or somebody without one. Households
/// that stand in the same cells are named once, with the keys of all of them where all people have keys. Categories are those of every
/// classification that a table of the population has.
/// errors    as `count`
Result<std::vector<Household>> households_of(const std::vector<PersonFact>& facts, const Catalogue& catalogue,
                                             const Classifications& classifications, Date reference_date);

}  // namespace homeward::statistics
