#pragma once
// What the three programs share: an installation's configuration file, and what hangs on it.

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "access/sessions.h"
#include "access/works.h"
#include "audit/head_file.h"
#include "http/server.h"
#include "http/session_routes.h"
#include "store/migrate.h"
#include "vault/vault.h"

namespace homeward::apps {

/// Where mail goes out: a server that takes it. Without one, letters stay where they are.
struct MailConfig {
    std::string server;               ///< empty for none
    int port = 0;
    std::string security = "starttls";  ///< starttls, tls, none
    std::string user;
    std::filesystem::path password_file;
    std::filesystem::path ca_file;    ///< certificates that the server is held against; empty: the system's
    std::string from, from_name;
};

/// `homeward.toml` of one installation. Relative paths count from its folder.
struct Config {
    std::filesystem::path file;
    std::string code;  ///< `uz`, `council`
    std::string name;
    std::string kind;  ///< node, council
    bool demo = false;
    std::string language = "en";
    http::ServerOptions server;
    std::string public_url;  ///< where readers reach it, without a slash at its end: https://council.example.org
    std::filesystem::path database, node_key, audit_head, exchange_keys, region;
    int least_silence_days = 3;     ///< at the Council: between a day and the last one of a silence that begins on it
    int longest_wait_s = 15 * 60;   ///< between two attempts to reach a peer that is down
    std::filesystem::path ca_file;  ///< certificates that peers are held against; empty: the system's
    MailConfig mail;
};

/// Something the operator can mend; `what()` is one sentence that says how.
struct SetUpError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An installation in this folder, its files under their usual names; nothing else is said of it yet.
///
/// kind   node, council
Config usual_config(const std::filesystem::path& folder, const std::string& code, const std::string& name, const std::string& kind);
/// Throws SetUpError.
Config load_config(const std::filesystem::path& file);
/// Writes a configuration file with everything that `load_config` reads.
void write_config(const Config& config);

/// Keeps a second program off an installation while it is open; what one keeps in memory the other would not see.
class Lock {
public:
    /// Throws SetUpError when another program has it.
    explicit Lock(const std::filesystem::path& database);
    ~Lock();
    Lock(const Lock&) = delete;

private:
    int file_;
};

/// An open installation: database, keys, log. Members are in the order in which they hang on each other.
struct Instance {
    Config config;
    Lock lock;
    vault::Secret node_key;
    std::optional<vault::Vault> vault;  ///< none at the Council
    store::Store store;
    audit::HeadFile head_file;
    access::Works works;
    access::SignInLimit sign_in_limit;

    /// Opens it, and brings its schema up to date. Throws SetUpError.
    Instance(Config config, const std::vector<store::Migration>& migrations);

    http::InstanceInfo info() const;
};

/// Steps of the schema of every program: accounts, the log.
std::vector<store::Migration> common_schema();
std::vector<store::Migration> joined(std::initializer_list<std::vector<store::Migration>> parts);

/// Key of the file that notes the log's head.
std::array<std::uint8_t, 32> head_key(const vault::Secret& node_key);

/// Runs a program's main: one sentence on stderr and exit code 1 for what broke.
int run_program(const char* program, int (*run)(int, char**), int argc, char** argv);

}  // namespace homeward::apps
