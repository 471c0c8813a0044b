#pragma once

#include <map>
#include <string>
#include <vector>

#include "access/work.h"

namespace homeward::council {

/// What bodies are called on a day, by code; each once, the empty code left out.
std::map<std::string, std::string> names_of(store::Connection& db, const std::vector<std::string>& codes, Date on, const std::string& language);

}  // namespace homeward::council
