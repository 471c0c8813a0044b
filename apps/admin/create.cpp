#include "admin/create.h"

#include "council/wiring.h"
#include "node/wiring.h"

namespace homeward::apps {

std::vector<store::Migration> schema_of(const Config& config) { return config.kind == "node" ? node_schema() : council_schema(); }

void create_installation(const Config& config) {
    const auto folder = config.file.parent_path();
    if (std::filesystem::exists(config.database) || std::filesystem::exists(config.file)) {
        throw SetUpError("There is an installation in " + folder.string() + " already.");
    }
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    vault::create_key_file(config.node_key.string());
    write_config(config);
    store::Connection db(config.database.string(), store::Connection::Mode::read_write);
    store::migrate(db, schema_of(config));
}

}  // namespace homeward::apps
