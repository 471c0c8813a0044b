#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "access/works.h"
#include "people/register.h"

namespace homeward::people {

/// What `import FILE --stage ID [--as-of DATE] [--again]` was asked to do.
///
/// stage_id   empty: the people came on their own
/// as_of      empty: the stage's date, else today, UTC
/// again      the same file was imported before, and that is meant
struct FileImport {
    std::string file;
    std::string stage_id;
    std::optional<Date> as_of;
    bool again = false;
};

/// Imports an arrival list from the command line, as the page does with every possible duplicate left open. The
/// node must not be serving: its register in memory would not hear of it.
///
/// reg       loaded
/// out       what was done, or why not, in some lines
/// returns   the exit code: 0 done, 1 refused, 2 when the list cannot be read
int run_import(const FileImport& asked, access::Works& works, Register& reg, std::ostream& out);

}  // namespace homeward::people
