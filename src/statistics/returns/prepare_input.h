#pragma once
// What a steward sends to have a return counted, or advised on. Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "statistics/returns/return_spec.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(ChosenTable, (), (indicator, by))

struct PrepareInput {
    int year = 0;
    Date reference_date;
    std::optional<std::vector<ChosenTable>> tables;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PrepareInput, (), (year, reference_date, tables, reason))

inline ReturnSpec spec_of(PrepareInput input) {
    return {input.year, input.reference_date, std::move(input.tables).value_or(std::vector<ChosenTable>{}), std::move(input.reason).value_or("")};
}

}  // namespace homeward::statistics
