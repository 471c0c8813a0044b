#pragma once
// Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "statistics/reports/saved.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(ReportFilter, (), (dimension, category))
BOOST_DESCRIBE_STRUCT(ReportSpec, (), (unit, rows, columns, filters))
BOOST_DESCRIBE_ENUM(Shared, own, region, all)

}  // namespace homeward::statistics
