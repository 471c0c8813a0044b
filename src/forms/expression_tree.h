#pragma once
// How a read expression lies in memory; for the parser and the evaluation only.

#include <optional>

#include "forms/expression.h"
#include "forms/pattern.h"

namespace homeward::forms {

enum class Op {
    literal, field, self,
    either, both, equal, unequal, less, less_equal, greater, greater_equal, plus, minus, times, divided, modulo, negative,
    call_true, call_false, call_not, call_if, call_coalesce, call_selected, call_count_selected, call_count, call_sum, call_min, call_max,
    call_string_length, call_regex, call_round, call_int, call_number, call_concat, call_today, call_age_in_years,
};

/// What may be called, and with how many arguments.
struct Function {
    std::string_view name;
    Op op;
    int least, most;
};
const Function* find_function(std::string_view name);
/// Whether a field's rows may stand as an argument of it.
inline bool takes_rows(Op op) { return op == Op::call_count || op == Op::call_sum || op == Op::call_min || op == Op::call_max; }

struct Part {
    Op op = Op::literal;
    Value value;                     ///< of a literal; the code of a field
    std::vector<int> parts;          ///< operands, by their place in the tree
    std::optional<Pattern> pattern;  ///< of regex
    int places = 0;                  ///< of round
};

struct Expression::Tree {
    std::vector<Part> parts;  ///< operands before what uses them; the last one is the whole
};

}  // namespace homeward::forms
