#pragma once
// The definitions of a year as both programs tell them. Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "statistics/definitions/indicators.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(Unit, persons, families)
BOOST_DESCRIBE_ENUM(Period, reference_date, year, since_arrival)
BOOST_DESCRIBE_ENUM(Subject, demography, plain, health, legal, children)
BOOST_DESCRIBE_ENUM(Measure, population, happened, days_to_first, days_in, standing, timeliness, score)
BOOST_DESCRIBE_STRUCT(VersionYears, (), (version, from, until))

struct PopulationBody {
    std::string key;
    std::optional<std::string> within;
    int age_from = 0;
    std::optional<int> age_before;
    std::optional<std::string> source;
};
BOOST_DESCRIBE_STRUCT(PopulationBody, (), (key, within, age_from, age_before, source))

/// classifications   of the tables that are made unless somebody chooses others
/// possible          of those that may be chosen
struct IndicatorBody {
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
    std::vector<std::string> outcomes;
    std::vector<std::string> classifications;
    std::vector<std::string> possible;
    bool zeros_inform = false;
    std::vector<VersionYears> versions;
};
BOOST_DESCRIBE_STRUCT(IndicatorBody, (), (key, version, unit, population, period, subject, floor, measure, source, codes, month, outcomes, classifications,
                                          possible, zeros_inform, versions))

/// floor   of the State that tells; the least that any State keeps where nobody's is asked for
struct DefinitionsBody {
    int year = 0;
    int floor = 0;
    std::string hash;
    std::optional<Date> locked_on;
    std::vector<int> years;
    std::vector<PopulationBody> populations;
    std::vector<IndicatorBody> indicators;
};
BOOST_DESCRIBE_STRUCT(DefinitionsBody, (), (year, floor, hash, locked_on, years, populations, indicators))

/// rules   of the State that tells, or what every State keeps at least
DefinitionsBody body_of(const Catalogue& catalogue, const Rules& rules);

}  // namespace homeward::statistics
