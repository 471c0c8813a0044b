#pragma once

#include <span>

#include "forms/answers.h"

namespace homeward::forms {

/// Answers of an older version in the codes of a later one: for statistics that run through a change, and to begin a new
/// assessment from an earlier one. What is asked no more is left out; what was given stays as it was where it was given.
///
/// later   the versions after the one that was answered, in order, up to the one that is wanted
Answers translated(Answers answers, std::span<const Definition> later);

}  // namespace homeward::forms
