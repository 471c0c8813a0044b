#pragma once
// Content of any length, sealed in parts under a person's key: who erases the person erases it, in every backup too.

#include <functional>
#include <string>
#include <string_view>

#include "store/store.h"
#include "vault/vault.h"

namespace homeward::casework {

/// Keeps the content of one owner, an attachment or a letter. An owner has one content.
void keep_content(store::Connection& db, const vault::PersonKey& key, const std::string& owner, std::string_view content);
void drop_content(store::Connection& db, const std::string& owner);

/// The whole content.
/// size   as it was kept, in bytes
/// Throws std::runtime_error when a part is missing, was changed, or belongs elsewhere.
std::string read_content(store::Connection& db, const vault::PersonKey& key, const std::string& owner, std::int64_t size);
/// The next part, appended to `part`; false when that was the last. For http::Reply::more.
std::function<bool(std::string& part)> content_reader(store::Store& store, vault::PersonKey key, std::string owner, std::int64_t size);

}  // namespace homeward::casework
