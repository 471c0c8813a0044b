#pragma once

#include <filesystem>
#include <ostream>

namespace homeward::apps {

/// `homeward-admin ledger verify FILE`: holds each line against those before it and against the members' keys.
///
/// region    the region's manifest; empty takes the keys of the file and prints their names, to be compared by another way
/// returns   0 when all lines hold, 1 when one does not (its number and what is wrong), 2 when a file cannot be read
int verify_ledger(const std::filesystem::path& file, const std::filesystem::path& region, std::ostream& out, std::ostream& errors);

}  // namespace homeward::apps
