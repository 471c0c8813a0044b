#pragma once
// The file of definitions, checked and settled year by year; needs no installation.

#include <filesystem>
#include <iosfwd>

namespace homeward::apps {

struct DefinitionsCommand {
    std::filesystem::path catalogue, lock;
    int year = 0;
};

/// Says what is wrong with a file of definitions, or with what was changed of a settled year.
/// returns   0 when nothing is; 1 with the place and the rule named
int check_definitions(const DefinitionsCommand& command, std::ostream& out, std::ostream& err);
/// Prints a lock with all years up to the wanted one settled, as of today. What is settled already stays as it is.
/// returns   0; 1 as above, and for a year that is settled already
int settle_definitions(const DefinitionsCommand& command, std::ostream& out, std::ostream& err);

}  // namespace homeward::apps
