#include "admin/demo.h"

#include <algorithm>
#include <fstream>

#include "admin/create.h"
#include "base/json.h"
#include "exchange/membership.h"
#include "instance/demo_accounts.h"

namespace homeward::apps {

struct SignIn {
    std::string username, password, role;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (username, password, role))
struct InstanceSignIns {
    std::string instance, name, url;
    std::vector<SignIn> accounts;
};
BOOST_DESCRIBE_STRUCT(InstanceSignIns, (), (instance, name, url, accounts))

namespace {

struct Place {
    const char* code;
    const char* name;
    const char* kind;
};
constexpr Place kPlaces[] = {
    {"council", "Regional Expert Council", "council"}, {"kg", "Kyrgyzstan", "node"}, {"kz", "Kazakhstan", "node"},
    {"tj", "Tajikistan", "node"}, {"tm", "Turkmenistan", "node"}, {"uz", "Uzbekistan", "node"},
};

Config config_of(const DemoOptions& options, const Place& place, int offset) {
    Config config = usual_config(std::filesystem::absolute(options.into) / place.code, place.code, place.name, place.kind);
    config.demo = true;
    config.longest_wait_s = 3;
    config.server.port = static_cast<std::uint16_t>(options.port_base + offset);
    config.server.static_root = std::filesystem::absolute(options.static_root) / place.kind;
    return config;
}

std::string url_of(const Config& config) { return "http://127.0.0.1:" + std::to_string(config.server.port); }

void write_sign_ins(const DemoOptions& options, const std::vector<Config>& configs) {
    std::vector<InstanceSignIns> all;
    for (const auto& config : configs) {
        all.push_back({config.code, config.name, url_of(config), {}});
        for (const auto& account : demo_accounts(config.code, {})) {
            all.back().accounts.push_back({account.username, account.password, std::string(name_of(account.role))});
        }
    }
    std::ofstream out(options.into / "sign-ins.json");
    out << json::write(all) << "\n";
    if (!out) throw SetUpError("Cannot write into " + options.into.string() + ".");
}

}  // namespace

void make_demo_region(const DemoOptions& options, const std::function<void(const std::string&)>& said) {
    if (std::filesystem::exists(options.into) && !std::filesystem::is_empty(options.into)) {
        throw SetUpError(options.into.string() + " is not empty. Remove it, or choose another folder.");
    }
    std::vector<Config> configs;
    std::vector<exchange::MemberPlace> members;
    for (int i = 0; i < static_cast<int>(std::size(kPlaces)); ++i) {
        configs.push_back(config_of(options, kPlaces[i], i));
        create_installation(configs.back());
        members.push_back({configs.back().code, configs.back().name, url_of(configs.back()), configs.back().file.parent_path()});
    }
    if (const auto made = exchange::make_region(members); !made) throw SetUpError("The region's keys cannot be made: " + made.error().key + ".");

    const auto names = NameStock::load(options.stock / "name_parts.csv");
    for (const auto& config : configs) {
        if (!options.only.empty() && std::ranges::find(options.only, config.code) == options.only.end()) continue;
        said(config.name);
        if (config.kind == "node") fill_demo_node(config, options, names); else fill_demo_council(config, options);
    }
    write_sign_ins(options, configs);
}

}  // namespace homeward::apps
