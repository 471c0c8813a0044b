#pragma once
// What trying and advising answer, as the API tells it. Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "statistics/kernel/adviser.h"
#include "statistics/returns/attack.h"
#include "statistics/returns/return_spec.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(Attacker, arithmetic, rules, household, earlier_releases)
BOOST_DESCRIBE_STRUCT(FigureAt, (), (table, cell))

struct TryInput {
    std::vector<FigureAt> shown;  ///< by hand
};
BOOST_DESCRIBE_STRUCT(TryInput, (), (shown))

struct OpenedBody {
    std::string table;
    std::size_t cell = 0;
    std::int64_t low = 0, high = 0;
};
BOOST_DESCRIBE_STRUCT(OpenedBody, (), (table, cell, low, high))

struct AttemptBody {
    Attacker by = Attacker::arithmetic;
    int guarded = 0;
    std::vector<OpenedBody> opened;
};
BOOST_DESCRIBE_STRUCT(AttemptBody, (), (by, guarded, opened))

/// A cell of whichever State, the first of `cells` that are opened.
struct OpenedInRegionBody {
    std::string state, year, table, cell;
    int cells = 0;
};
BOOST_DESCRIBE_STRUCT(OpenedInRegionBody, (), (state, year, table, cell, cells))
/// member   empty: everybody
struct RegionalAttemptBody {
    std::string member;
    std::optional<OpenedInRegionBody> opened;
};
BOOST_DESCRIBE_STRUCT(RegionalAttemptBody, (), (member, opened))

/// holds    nobody opened anything
/// region   with the joint ledger at hand
struct AttemptsBody {
    bool holds = true;
    std::vector<AttemptBody> attempts;
    std::vector<RegionalAttemptBody> region;
};
BOOST_DESCRIBE_STRUCT(AttemptsBody, (), (holds, attempts, region))

struct RangeBody {
    std::string table;
    std::size_t cell = 0;
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
};
BOOST_DESCRIBE_STRUCT(RangeBody, (), (table, cell, low, high))
struct OutsideBody {
    std::vector<RangeBody> items;
};
BOOST_DESCRIBE_STRUCT(OutsideBody, (), (items))

struct CostBody {
    int cells = 0, by_rule = 0, to_protect = 0;
};
BOOST_DESCRIBE_STRUCT(CostBody, (), (cells, by_rule, to_protect))

/// without   the classification that is given up
struct CoarserBody {
    std::string without;
    CostBody cost;
};
BOOST_DESCRIBE_STRUCT(CoarserBody, (), (without, cost))

struct TableCostBody {
    std::string indicator;
    std::vector<std::string> by;
    CostBody cost;
    std::vector<CoarserBody> coarser;
};
BOOST_DESCRIBE_STRUCT(TableCostBody, (), (indicator, by, cost, coarser))

struct AdviceBody {
    std::vector<TableCostBody> tables;
};
BOOST_DESCRIBE_STRUCT(AdviceBody, (), (tables))

}  // namespace homeward::statistics
