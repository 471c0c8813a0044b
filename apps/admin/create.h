#pragma once

#include "instance/instance.h"

namespace homeward::apps {

/// Makes an empty installation: folder, configuration, keys, database. No account, no peer, no data.
/// Throws SetUpError when the folder is not empty.
void create_installation(const Config& config);

/// Its database's whole schema, by kind.
std::vector<store::Migration> schema_of(const Config& config);

}  // namespace homeward::apps
