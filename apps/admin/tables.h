#pragma once
// Disclosure control of tables in files, without an installation: protect, audit, verify.

#include <cstdint>
#include <iosfwd>
#include <string>

namespace homeward::apps {

/// width    as `read_problem` takes it; 0 for the usual one
struct TablesCommand {
    std::string directory, pattern, certificate;
    std::int64_t width = 0;
};

/// What a table command ends with.
enum TablesExit : int { safe = 0, not_safe = 1, bad_input = 2, interrupted = 130 };

// Each tells its result on `out` and its progress on `err`, ends cleanly at an interrupt, and returns the exit code.

/// Writes a pattern that is safe, and its certificate when a name is given; nothing when there is none.
int protect_tables(const TablesCommand& command, std::ostream& out, std::ostream& err);
/// Tries to break a pattern; names each cell that is not safe and from whom.
int audit_tables(const TablesCommand& command, std::ostream& out, std::ostream& err);
/// Checks a certificate with whole numbers alone.
int verify_tables(const TablesCommand& command, std::ostream& out, std::ostream& err);

}  // namespace homeward::apps
