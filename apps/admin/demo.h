#pragma once
// A demo region: the Council and five States' nodes, with synthetic people in the exact public numbers.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "admin/name_stock.h"
#include "instance/instance.h"

namespace homeward::apps {

/// stock         folder with name_parts.csv and claims.json
/// static_root   the built front ends: its folders node and council
/// only          codes of the installations that get contents; empty for all. The others are made, and stay empty.
struct DemoOptions {
    std::filesystem::path into;
    std::filesystem::path stock;
    std::filesystem::path static_root;
    std::uint16_t port_base = 8400;
    std::vector<std::string> only = {};
    std::uint64_t seed = 20240514;
    Instant now = Instant::system_now();
};

/// Makes the region. `said` hears one line for each step. Throws SetUpError when the folder is not empty.
void make_demo_region(const DemoOptions& options, const std::function<void(const std::string&)>& said);

/// People of one stage, as public sources have them. Of those whose age no source tells, three in four are children.
///
/// children   -1 where no source says
struct DemoStage {
    std::string id;
    int people = 0;
    int children = -1;
    Date arrived_on;
};
/// source    the stages' own sources stand in people's schema; sums are 754, 511, 381, 531 and 0
std::vector<DemoStage> demo_stages(const std::string& state);

/// Fills a node: accounts, providers, people, cases at every step, a released return.
void fill_demo_node(const Config& config, const DemoOptions& options, const NameStock& names);
/// Fills the Council: accounts, claims, a session with its decision and actions.
void fill_demo_council(const Config& config, const DemoOptions& options);

}  // namespace homeward::apps
