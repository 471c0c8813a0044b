#pragma once
// How a definition is written. Only .cpp files include this: it pulls Boost.Describe.

#include "base/json.h"
#include "forms/definition.h"

namespace homeward::forms {

BOOST_DESCRIBE_ENUM(Kind, text, long_text, integer, decimal, date, partial_date, yes_no, choice, choices, note, calculate, group, repeat)
BOOST_DESCRIBE_STRUCT(Choice, (), (code, label, score))
BOOST_DESCRIBE_STRUCT(Field, (), (code, kind, label, hint, required, relevant, constraint, constraint_message, calculation, choices,
                                  dimension, weight, fields, most))
BOOST_DESCRIBE_STRUCT(Dimension, (), (code, label, weight))
BOOST_DESCRIBE_STRUCT(Band, (), (code, from, label))
BOOST_DESCRIBE_STRUCT(Scale, (), (code, label, note, dimensions, bands))
BOOST_DESCRIBE_STRUCT(Change, (), (field, choice, becomes))
BOOST_DESCRIBE_STRUCT(Definition, (), (id, version, title, note, fields, scales, changes))

}  // namespace homeward::forms
