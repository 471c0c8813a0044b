#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"

namespace homeward::people {

/// The whole of a regular file that is not larger than a list may be.
/// errors    invalid and too_large `file.<reason>`: not_found, is_directory, not_a_file, cannot_read, too_large
Result<std::string> bytes_of_file(const std::filesystem::path& path);

/// What `import FILE --dry-run [--json] [--as-of DATE]` was asked to do.
struct ImportDryRun {
    std::string file;
    bool json = false;
    std::optional<Date> as_of;  ///< empty: today, UTC
};

/// Reads an arrival list from a file and prints what an import would do; stores nothing and needs no server.
///
/// out       the verdict: JSON, or some lines for a person
/// returns   the exit code: 0 when the list could be read (refused rows included), 2 when it could not
int run_import_dry_run(const ImportDryRun& asked, std::ostream& out);

}  // namespace homeward::people
