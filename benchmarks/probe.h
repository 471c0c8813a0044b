#pragma once

#include <filesystem>
#include <vector>

namespace homeward::bench {

/// What the disk itself takes: appends 4 KiB to a file and waits for it (fdatasync), as a database must that promises
/// to keep what it acknowledged.
///
/// folder    on the file system of the database
/// returns   milliseconds, one for each append
std::vector<double> fsync_probe(const std::filesystem::path& folder, int times);

}  // namespace homeward::bench
