#pragma once
// The installations that are measured: made once, kept, copied for each run.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "instance/instance.h"
#include "kept.h"
#include "population.h"

namespace homeward::bench {

/// size     people of the register, or documents of the Council
/// fresh    make it anew, even when it is kept
struct WorldOptions {
    std::filesystem::path kept = HOMEWARD_ROOT "/var/bench";
    std::size_t size = 100'000;
    std::uint64_t seed = 20240514;
    bool fresh = false;
};

/// What is made. Whoever changes a part of it makes what is kept useless.
///
/// group      `100000-`: begins the folder's name, for each kind and size another
/// contents   changes with the contents, beside the seed
struct WorldPlan {
    std::string group, code, name, kind;
    std::string contents;
    std::vector<store::Migration> schema;
};

/// A copy of one of them, which goes with this.
class World {
public:
    /// make   fills an installation that has its database and keys, and belongs to no region yet
    World(const WorldOptions& options, const WorldPlan& plan, const std::function<void(const apps::Config&)>& make);

    const apps::Config& config() const { return config_; }

private:
    KeptCopy copy_;
    apps::Config config_;
};

/// The stock of names that the repository carries.
apps::NameStock name_stock();

/// The sign-in of one who was made like an account of the demo, with its password.
std::string colleague_username(const std::string& like, const std::string& region, std::size_t number);

/// A node of so many people; half of them have an open case file, at every step of the work, 33 with each social worker.
World node_world(const WorldOptions& options);
/// A Council of so many documents: a fifth decisions, a fifth practices, a fiftieth sessions, the rest papers, minutes,
/// laws and trainings as the search knows them; and a hundredth as many bodies.
World council_world(const WorldOptions& options);

}  // namespace homeward::bench
