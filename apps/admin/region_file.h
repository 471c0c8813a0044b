#pragma once
// The list of the region's members, as an operator puts it together.

#include <filesystem>
#include <iosfwd>
#include <string>

#include "instance/instance.h"

namespace homeward::apps {

/// Makes the installation's keys and a region of which it is the only member yet: it can work alone at once.
/// Throws SetUpError when the address is not https, or http on this machine.
void begin_region(const Config& config, const std::string& base_url);

/// Prints this member's entry, which holds nothing secret, for the other members' `join`.
int print_member(const Config& config, std::ostream& out);

/// Takes the members of another's file into this installation's list: new ones are added, known ones replaced. The file
/// must have come by a way that can be trusted: whoever is on the list is believed.
int join_members(const Config& config, const std::filesystem::path& file, std::ostream& out);

}  // namespace homeward::apps
