#pragma once
// The annual returns as the API tells them. Only .cpp files include this: it pulls Boost.JSON.

#include "access/work.h"
#include "base/json.h"
#include "statistics/returns/annual_return.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(Hidden, no, by_rule, protects_another, household, earlier_release)
BOOST_DESCRIBE_ENUM(ReturnState, draft, ready, released, replaced, corrected)
BOOST_DESCRIBE_ENUM(Unit, persons, families)
BOOST_DESCRIBE_ENUM(Period, reference_date, year, since_arrival)
BOOST_DESCRIBE_STRUCT(Dimension, (), (key, categories))
BOOST_DESCRIBE_STRUCT(GivenUp, (), (table, classification))

struct SignatureBody {
    std::string name, role;
    Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SignatureBody, (), (name, role, signed_at))

/// How the release fares on its way to the Council.
struct DeliveryBody {
    std::string state;  ///< waiting, delivered, refused
    std::optional<Instant> settled_at;
    std::optional<std::string> problem;
};
BOOST_DESCRIBE_STRUCT(DeliveryBody, (), (state, settled_at, problem))

struct ReturnLine {
    ReturnId id;
    int year = 0;
    Date reference_date;
    ReturnState state = ReturnState::draft;
    std::string prepared_by;
    Instant prepared_at;
    std::vector<SignatureBody> signatures;
    int cells = 0, hidden_by_rule = 0, hidden_to_protect = 0;
    std::optional<std::string> released_by;
    std::optional<Instant> released_at;
    std::optional<DeliveryBody> delivery;
};
BOOST_DESCRIBE_STRUCT(ReturnLine, (), (id, year, reference_date, state, prepared_by, prepared_at, signatures, cells, hidden_by_rule,
                                       hidden_to_protect, released_by, released_at, delivery))
struct ReturnsBody {
    std::vector<ReturnLine> items;
};
BOOST_DESCRIBE_STRUCT(ReturnsBody, (), (items))

struct CellBody {
    std::optional<std::int64_t> value;
    Hidden hidden = Hidden::no;
};
BOOST_DESCRIBE_STRUCT(CellBody, (), (value, hidden))
struct TableBody {
    std::string key, indicator;
    int version = 1;
    std::string population;
    std::vector<Dimension> dimensions;
    std::vector<CellBody> cells;
};
BOOST_DESCRIBE_STRUCT(TableBody, (), (key, indicator, version, population, dimensions, cells))
struct ReturnAllows {
    bool sign = false, release = false;
};
BOOST_DESCRIBE_STRUCT(ReturnAllows, (), (sign, release))
struct ReturnBody : ReturnLine {
    int floor = 10;
    bool signed_by_you = false;
    std::vector<TableBody> tables;
    std::vector<GivenUp> given_up;
    ReturnAllows allows;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (ReturnLine), (floor, signed_by_you, tables, given_up, allows))

struct PopulationBody {
    std::string key;
    int age_from = 0;
    std::optional<int> age_before;
};
BOOST_DESCRIBE_STRUCT(PopulationBody, (), (key, age_from, age_before))
struct IndicatorBody {
    std::string key;
    int version = 1;
    Unit unit = Unit::persons;
    std::string population;
    Period period = Period::reference_date;
    std::vector<std::string> classifications;
};
BOOST_DESCRIBE_STRUCT(IndicatorBody, (), (key, version, unit, population, period, classifications))
struct DefinitionsBody {
    int year = 0;
    int floor = 10;
    std::vector<PopulationBody> populations;
    std::vector<IndicatorBody> indicators;
};
BOOST_DESCRIBE_STRUCT(DefinitionsBody, (), (year, floor, populations, indicators))

ReturnLine line_of(access::Work& work, const ReturnSummary& annual);
/// With its tables, and what the actor may do with it.
ReturnBody body_of(access::Work& work, const AnnualReturn& annual);
DefinitionsBody body_of(const Catalogue& catalogue, const Rules& rules);

}  // namespace homeward::statistics
