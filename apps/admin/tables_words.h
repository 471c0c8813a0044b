#pragma once
// What the table commands say.

#include <string>

#include "base/result.h"
#include "statistics/kernel/audit.h"
#include "statistics/problems/problem_files.h"

namespace homeward::apps {

/// A sentence for an error about files or problems.
std::string sentence(const Error& error);

/// A cell of the system by the numbers that cells.csv has for it: `cell 12`, `cells 12 and 40`.
std::string cell_words(const statistics::Problem& problem, const statistics::CellSystem& system, int cell);
/// From whom: `outsiders`, or the insider by name.
std::string knower_words(const statistics::CellSystem& system, int knower);
std::string exposure_words(const statistics::Problem& problem, const statistics::CellSystem& system, const statistics::Exposure& exposure, bool shown);

}  // namespace homeward::apps
