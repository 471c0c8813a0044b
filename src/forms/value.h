#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace homeward::forms {

/// What an expression gives. The empty text is "no value"; a number may be "no number" (NaN), which is none either.
/// source    docs/guide/forms.md, "Expressions"; the browser follows the same page
using Value = std::variant<std::string, double, bool>;

/// A text as the number that it says: a decimal number, or a whole date as days since 1970-01-01; else no number.
double number_in(std::string_view text);
double number_of(const Value& value);
/// At most six decimals, no zeros behind; empty for no number and from 10^15 on.
std::string text_of(double number);
std::string text_of(const Value& value);
bool truth_of(const Value& value);
bool is_empty(const Value& value);

}  // namespace homeward::forms
