#include "world.h"

#include "admin/create.h"
#include "base/text.h"
#include "store/migrate.h"

namespace homeward::bench {
namespace {

namespace fs = std::filesystem;

/// Changes with everything that the kept contents hang on. Steps of the schema that came since are run on each copy, as on
/// an installation that is upgraded.
std::string key_of(const WorldOptions& options, const WorldPlan& plan) {
    return plan.group + to_hex(sha256(std::to_string(options.seed) + "\n" + plan.contents + "\n")).substr(0, 12);
}

apps::Config config_in(const fs::path& folder, const WorldPlan& plan) {
    apps::Config config = apps::usual_config(folder, plan.code, plan.name, plan.kind);
    config.demo = true;
    config.public_url = "http://127.0.0.1:1";
    config.server.static_root = fs::path(HOMEWARD_ROOT) / "web/dist" / plan.kind;
    return config;
}

}  // namespace

World::World(const WorldOptions& options, const WorldPlan& plan, const std::function<void(const apps::Config&)>& make)
    : copy_(options.kept, plan.group, key_of(options, plan), options.fresh,
            [&](const fs::path& folder) {
                const auto config = config_in(folder, plan);
                apps::create_installation(config);
                make(config);
            }),
      config_(config_in(copy_.folder(), plan)) {
    store::Connection db(config_.database.string(), store::Connection::Mode::read_write);
    store::migrate(db, plan.schema);
}

}  // namespace homeward::bench
