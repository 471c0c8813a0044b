#include "admin/region_file.h"

#include <algorithm>
#include <fstream>
#include <ostream>

#include "exchange/membership.h"

namespace homeward::apps {
namespace {

using exchange::Member;
using exchange::Membership;

Membership checked(std::vector<Member> members) {
    auto region = Membership::of(std::move(members));
    if (!region) throw SetUpError("The list of members is not right: " + region.error().key + " " + region.error().field + ".");
    return std::move(*region);
}

/// Whole or not at all: a program that starts meanwhile reads the old list or the new one.
void write(const std::filesystem::path& file, const Membership& region) {
    auto fresh = file;
    fresh += ".new";
    {
        std::ofstream out(fresh);
        out << region.str() << "\n";
        if (!out.flush()) throw SetUpError("Cannot write " + fresh.string() + ".");
    }
    std::filesystem::rename(fresh, file);
}

}  // namespace

void begin_region(const Config& config, const std::string& base_url) {
    const auto keys = exchange::NodeKeys::generate(config.code);
    const auto region = checked({{config.code, config.name, base_url, keys.sign.verify, keys.open.seal}});
    exchange::create_key_file(config.exchange_keys.string(), keys);
    write(config.region, region);
}

int print_member(const Config& config, std::ostream& out) {
    const auto region = Membership::load(config.region);
    const Member* self = region.find(config.code);
    if (!self) throw SetUpError(config.region.string() + " does not list " + config.code + ".");
    out << checked({*self}).str() << "\n";
    return 0;
}

int join_members(const Config& config, const std::filesystem::path& file, std::ostream& out) {
    auto members = Membership::load(config.region).members();
    const auto theirs = Membership::load(file);
    for (const auto& other : theirs.members()) {
        // Nobody else's file says who we are.
        if (other.id == config.code) continue;
        std::erase_if(members, [&](const Member& known) { return known.id == other.id; });
        members.push_back(other);
        out << "Listed " << other.name << " (" << other.id << ") at " << other.base_url << "; its signing key is " << other.verify.kid() << ".\n";
    }
    write(config.region, checked(std::move(members)));
    out << "Compare each key with its owner by another way, then restart the program.\n";
    return 0;
}

}  // namespace homeward::apps
