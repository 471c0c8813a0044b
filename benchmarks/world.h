#pragma once
// The installation that is measured: made once, kept, copied for each run.

#include <filesystem>
#include <string>

#include "instance/instance.h"
#include "kept.h"
#include "population.h"

namespace homeward::bench {

/// people   in the register
/// fresh    make it anew, even when it is kept
struct WorldOptions {
    std::filesystem::path kept = HOMEWARD_ROOT "/var/bench";
    std::size_t people = 100'000;
    std::uint64_t seed = 20240514;
    bool fresh = false;
};

/// One in so many families has case files, at every step of the work.
constexpr std::size_t kFamiliesPerCaseFamily = 5;

/// The stock of names that the repository carries.
apps::NameStock name_stock();

/// A copy of the node of so many people.
class World {
public:
    /// Makes the installation unless it is kept, and copies it.
    explicit World(const WorldOptions& options);

    const apps::Config& config() const { return config_; }

private:
    KeptCopy copy_;
    apps::Config config_;
};

}  // namespace homeward::bench
