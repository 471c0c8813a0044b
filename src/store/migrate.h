#pragma once

#include <string>
#include <vector>

#include "store/connection.h"

namespace homeward::store {

/// One numbered step of an area's schema: `people/0001_persons` and its SQL.
struct Migration {
    std::string id;
    std::string sql;
};

/// Brings the schema up to date: applies what is missing, in the order given, in one transaction.
/// Throws std::runtime_error when an applied step has since been changed, or the file is from a newer program.
void migrate(Connection& db, const std::vector<Migration>& migrations);

/// Steps not applied yet. An empty database lacks all of them.
std::vector<std::string> pending(Connection& db, const std::vector<Migration>& migrations);

}  // namespace homeward::store
