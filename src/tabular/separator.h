#pragma once

#include <optional>

#include "tabular/text_source.h"

namespace homeward::tabular {

/// The separator that the first record names, `sep=;`.
std::optional<char> declared_separator(TextSource text);

/// Which of ; , tab and | parts the first records most evenly; a comma when none does.
char likely_separator(const TextSource& text);

}  // namespace homeward::tabular
