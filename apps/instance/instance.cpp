#include "instance/instance.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace homeward::apps {
namespace {

vault::Secret key_of(const Config& config) {
    try {
        return vault::load_key_file(config.node_key.string());
    } catch (const std::runtime_error& error) {
        throw SetUpError(std::string(error.what()) + ". Restore it from where the keys are kept; without it no name can be read.");
    }
}

/// What a large piece of work needed for a moment goes back to the system at once. Without this an import or a return
/// over 100,000 people leaves some 20 MB behind, held back for the thread that ran it.
void give_memory_back() {
    ::mallopt(M_ARENA_MAX, 2);
    ::mallopt(M_MMAP_THRESHOLD, 256 * 1024);  // said once, it stays: else it grows to the largest block ever freed
    ::mallopt(M_TRIM_THRESHOLD, 256 * 1024);
}

/// Called before the store opens the file, so that a new program meets an old schema alone.
std::string migrated(const Config& config, const std::vector<store::Migration>& migrations) {
    const std::string path = config.database.string();
    if (!std::filesystem::exists(config.database)) {
        throw SetUpError("There is no database at " + path + ". Make one with `homeward-admin create`.");
    }
    store::Connection db(path, store::Connection::Mode::read_write);
    store::migrate(db, migrations);
    return path;
}

/// The system's clock. A demo region may stand at another time, so that a test can see a silence period end.
access::Works::Clock clock_of(const Config& config) {
    const char* offset = std::getenv("HOMEWARD_TEST_CLOCK_OFFSET_S");
    if (offset == nullptr || *offset == '\0') return Instant::system_now;
    if (!config.demo) throw SetUpError("HOMEWARD_TEST_CLOCK_OFFSET_S is for demo regions only. Unset it: deadlines hang on the clock of this server.");
    std::int64_t seconds = 0;
    const std::string_view text(offset);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size()) throw SetUpError("HOMEWARD_TEST_CLOCK_OFFSET_S must be a number of seconds, such as 86400.");
    return [seconds] { return Instant::system_now().plus_seconds(seconds); };
}

}  // namespace

Lock::Lock(const std::filesystem::path& database) {
    const std::string path = database.string() + ".lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw SetUpError("Cannot open " + path + ": " + std::strerror(errno) + ".");
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        ::close(file_);
        throw SetUpError("Another Homeward program is using " + database.string() + ". Stop it first.");
    }
}

Lock::~Lock() { ::close(file_); }

std::array<std::uint8_t, 32> head_key(const vault::Secret& node_key) { return node_key.derive("audithed").bytes; }

Instance::Instance(Config given, const std::vector<store::Migration>& migrations)
    : config(std::move(given)),
      lock(config.database),
      node_key(key_of(config)),
      vault(config.kind == "node" ? std::optional<vault::Vault>(node_key) : std::nullopt),
      store(migrated(config, migrations)),
      head_file(config.audit_head.string(), head_key(node_key)),
      works(store, vault ? &*vault : nullptr, clock_of(config), &head_file) {}

std::vector<store::Migration> common_schema() { return joined({audit::schema(), access::schema()}); }

std::vector<store::Migration> joined(std::initializer_list<std::vector<store::Migration>> parts) {
    std::vector<store::Migration> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

int run_program(const char* program, int (*run)(int, char**), int argc, char** argv) {
    // What a program writes is for its own user: databases, keys, locks.
    ::umask(077);
    give_memory_back();
    try {
        return run(argc, argv);
    } catch (const http::CannotListen& error) {
        std::cerr << program << ": "
                  << (error.busy ? "Port " + std::to_string(error.port) + " is in use by another program. Stop it, or choose another port in homeward.toml."
                                 : error.what())
                  << "\n";
    } catch (const std::exception& error) {
        std::cerr << program << ": " << error.what() << "\n";
    }
    return 1;
}

}  // namespace homeward::apps
