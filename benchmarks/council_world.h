#pragma once
// A Council of many documents and members.

#include <filesystem>

#include "instance/instance.h"
#include "kept.h"

namespace homeward::bench {

struct CouncilWorldOptions {
    std::filesystem::path kept = HOMEWARD_ROOT "/var/bench";
    std::size_t documents = 100'000;
    std::uint64_t seed = 20240514;
    bool fresh = false;
};

/// A copy of the Council of so many documents: a fifth decisions, a fifth practices, a fiftieth sessions, the rest papers,
/// minutes, laws and trainings as the search knows them; and a hundredth as many bodies.
class CouncilWorld {
public:
    explicit CouncilWorld(const CouncilWorldOptions& options);

    const apps::Config& config() const { return config_; }

private:
    KeptCopy copy_;
    apps::Config config_;
};

}  // namespace homeward::bench
