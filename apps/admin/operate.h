#pragma once
// What an operator does with an installation.

#include <filesystem>
#include <iosfwd>
#include <string>

#include "instance/instance.h"

namespace homeward::apps {

/// Walks the log's whole chain. Returns the exit code: 0 intact, 1 not.
int verify_audit(const Config& config, std::ostream& out);
/// Looks at everything that can be looked at without changing it: keys, schema, the file's integrity, the log.
int check_installation(const Config& config, std::ostream& out);
/// Copies the database into a new file, also while a program serves it, and proves the copy sound. Keys are kept
/// elsewhere: a backup without node.key names nobody.
int back_up(const Config& config, const std::filesystem::path& into, std::ostream& out);
/// Puts a backup in the place of the database, after checking it; what stood there is kept beside it.
int restore(const Config& config, const std::filesystem::path& from, std::ostream& out);
/// Makes an account; the password is the first line of `in`.
int add_account(const Config& config, const access::NewAccount& account, std::istream& in, std::ostream& out);

/// Lets an account decide on what it handed over itself, or no longer; every such decision is marked.
int set_own_work(const Config& config, const std::string& username, bool may_now, std::ostream& out);

}  // namespace homeward::apps
