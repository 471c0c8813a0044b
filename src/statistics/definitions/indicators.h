#pragma once
// What the year's return counts, as data: config/indicators/catalogue.json. Texts are translation keys: `indicator.<key>.name`,
// `.numerator`, `.denominator`, `.note`; `population.<key>`; `source.<source>`; `classification.<key>` and
// `classification.<key>.<category>`.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "statistics/kernel/safe_table.h"
#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// Who is counted: everyone who had arrived by the reference date, narrowed by age on that date, or to those whom a source concerns.
///
/// within   the larger population of which this is a part; empty for one that is no part of another
/// source   those of `within` about whom this source says something, such as people with a review due; empty for all
struct Population {
    std::string key;
    std::string within;
    int age_from = 0;               ///< full years
    std::optional<int> age_before;  ///< full years, exclusive
    std::string source;
    bool every_age() const { return age_from == 0 && !age_before; }
};

enum class Period {
    reference_date,  ///< true on the day
    year,            ///< happened from 1 January to the reference date of that year
    since_arrival,   ///< happened at any time up to the reference date
};

enum class Unit { persons, families };

/// What a count tells of those in it; it decides the smallest count that may be shown.
enum class Subject { demography, plain, health, legal, children };

/// How a source answers.
enum class Measure {
    population,     ///< no question: the population itself is counted
    happened,       ///< it came about within the period: `reached` or `not_reached`
    days_to_first,  ///< days from arrival until it first came about, in bands
    days_in,        ///< days spent in it since arrival, in bands
    standing,       ///< one of its codes, as it stood on the reference date
    timeliness,     ///< the worst of those of the period: `in_time`, `late`, `overdue`
    score,          ///< of a survey round, thousandths, in bands
};

/// A class of days or scores.
struct Band {
    std::string key;
    int from = 0;
    std::optional<int> to;  ///< inclusive; nothing for the last
};

/// One indicator.
///
/// key           unique in a year; with `version` it is what a table refers to
/// floor         smallest count that any State may show of it, in persons; a State's own may be larger
/// source        the nameless field that answers, `area.view.column`, and of its codes those that count; empty for all
/// month         of the survey round, for scores
/// bands, none   classes of days and scores, and the category of those of whom nothing is known; empty for the others
/// categories    of `standing` and `timeliness`
/// crossings     the tables that are made unless somebody chooses others: keys of the classifications `operation`, `sex`,
///               `age_band`, `region`; an empty one is a table of the outcome alone
/// may_cross     classifications that its tables may have
/// zeros_inform  that nobody is in a category tells something of those who are in the others
struct Indicator {
    std::string key;
    int version = 1;
    Unit unit = Unit::persons;
    std::string population;
    Period period = Period::reference_date;
    Subject subject = Subject::plain;
    int floor = 10;
    Measure measure = Measure::population;
    std::string source;
    std::vector<std::string> codes;
    std::optional<int> month;
    std::vector<Band> bands;
    std::string none;
    std::vector<std::string> categories;
    std::vector<std::vector<std::string>> crossings;
    std::vector<std::string> may_cross;
    bool zeros_inform = false;

    bool has_outcome() const { return measure != Measure::population; }
    /// Of its outcome, in the order of the table; empty when it counts the population alone.
    std::vector<std::string> outcomes() const;
};

/// The definitions of one year.
///
/// hash        SHA-256 of all that stands in it, hexadecimal; the same definitions have the same hash in every year
/// locked_on   since when nothing of it may change; nothing for a year whose definitions are not settled yet, which takes those of
///             the last settled one
struct Catalogue {
    int year = 0;
    std::vector<Population> populations;
    std::vector<Indicator> indicators;
    std::string hash;
    std::optional<Date> locked_on;

    const Population& population(const std::string& key) const;  ///< it must be there
    const Indicator* find(const std::string& key) const;
};

/// The catalogue that holds for a year's return. Throws std::runtime_error when what was compiled in does not read, or is not what
/// was locked: `require_catalogues` says so at start.
/// errors   not_found `statistics.no_catalogue` before 2019, the year of the first operations
Result<Catalogue> catalogue_of(int year);
/// Years that are settled, ascending.
std::vector<int> settled_years();
/// Years for which a version of an indicator holds; two tables of the same version count the same.
struct VersionYears {
    int version = 1;
    int from = 0;
    std::optional<int> until;  ///< the last year; nothing while it goes on
};
/// Ascending; empty for an indicator that is none.
std::vector<VersionYears> versions_of(const std::string& indicator);
/// Reads what was compiled in and holds it against what was locked. Throws std::runtime_error that names indicator and rule.
void require_catalogues();

/// A State's rules for a catalogue: its own floor, and the larger one where an indicator asks for that; zeros hidden where they inform.
Rules rules_for(const Catalogue& catalogue, int floor = Rules{}.floor);

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
const std::vector<Band>& age_bands();
const Dimension& sex_dimension();
const Dimension& age_dimension();
/// Index in `age_dimension`; -1 years is unknown.
int age_band_of(int age_years);
/// The bands of a population; those of unknown age belong to populations of every age alone. Nothing when it begins or ends
/// within a band.
std::optional<Dimension> age_dimension_of(const Population& population);
/// What an indicator found: the last dimension of each table that has one, so that the complement ("all but
/// three") is guarded like any other count. Its key is `outcome.<indicator>`: what two indicators find are different
/// classifications of the same people.
Dimension outcome_dimension(const Indicator& indicator);

}  // namespace homeward::statistics
