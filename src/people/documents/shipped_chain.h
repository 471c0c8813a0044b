#pragma once

#include <string_view>

namespace homeward::people::documents {

/// config/documents-chain.json, as it was when this program was built.
std::string_view shipped_chain();

}  // namespace homeward::people::documents
