#pragma once
// What the year's return counts, as data. Texts are translation keys: `indicator.<key>.name`,
// `.numerator`, `.denominator`, `.note`; `population.<key>`; `classification.<key>` and
// `classification.<key>.<category>`.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// What was true of a person for the return. One bit each in `PersonFact::reached`.
enum class Outcome : std::uint8_t {
    documents_restored,
    in_school,
    reunited_with_family,
    housed,
    health_care,
    psychosocial_support,
    trained,
    grant_or_loan,
    employed,
};
constexpr int outcome_count = 9;

/// Who is counted: everyone who had arrived by the reference date, narrowed by age on that date.
struct Population {
    std::string key;
    int age_from = 0;               ///< full years
    std::optional<int> age_before;  ///< full years, exclusive
    bool everyone() const { return age_from == 0 && !age_before; }
};

enum class Period {
    reference_date,  ///< true on the day
    year,            ///< happened from 1 January to the reference date of that year
    since_arrival,   ///< happened at any time up to the reference date
};

enum class Unit { persons, families };

/// One indicator.
///
/// key          unique; with `version` it is what a table refers to
/// outcome      the numerator; nothing when the indicator counts the population itself
/// source       the nameless field that answers the numerator, `area.view.column`
/// crossings    one table each: keys of the classifications `operation`, `sex`, `age_band`, `region`
struct Indicator {
    std::string key;
    int version = 1;
    Unit unit = Unit::persons;
    std::string population;
    Period period = Period::reference_date;
    std::optional<Outcome> outcome;
    std::string source;
    std::vector<std::vector<std::string>> crossings;
};

/// The definitions of one year. Locked: a change is a new version in a later year.
struct Catalogue {
    int year = 0;
    std::vector<Population> populations;
    std::vector<Indicator> indicators;

    const Population& population(const std::string& key) const;  ///< it must be there
    const Indicator* find(const std::string& key) const;
};

/// The catalogue that holds for a year's return.
/// errors   not_found `statistics.no_catalogue` before 2019, the year of the first operations
Result<Catalogue> catalogue_of(int year);

/// What a State classifies by, beside sex and age: keys in the order of its tables.
///
/// operations   stages; `not_broken_down` is a legitimate one where an operation's stages are unknown
/// regions      may be empty when no table asks for them
struct Classifications {
    std::vector<std::string> operations;
    std::vector<std::string> regions;
};

enum class Sex : std::uint8_t { female, male, unknown };

/// One classification of ages for all tables: 0-6, 7-11, 12-17, 18-29, 30-49, 50 and over, unknown. Populations
/// begin and end at these ages: overlapping bands would tell by difference what each hides.
const Dimension& sex_dimension();
const Dimension& age_dimension();
/// Index in `age_dimension`; -1 years is unknown.
int age_band_of(int age_years);
/// The bands of a population; those of unknown age belong to everyone alone. Nothing when it begins or ends
/// within a band.
std::optional<Dimension> age_dimension_of(const Population& population);
/// Reached or not: the last dimension of each table that has an outcome, so that the complement ("all but
/// three") is guarded like any other count. In a table its key is the outcome's, `outcome.<indicator>`: what
/// two indicators reach are different classifications of the same people.
const Dimension& outcome_dimension();

}  // namespace homeward::statistics
