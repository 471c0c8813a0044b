#include "exchange/membership.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/json.h"
#include "exchange/jwk.h"

namespace homeward::exchange {
namespace {

struct ManifestMember {
    std::string id, name, base_url;
    PublicJwk signing, sealing;
};
BOOST_DESCRIBE_STRUCT(ManifestMember, (), (id, name, base_url, signing, sealing))

struct Manifest {
    int version = 1;
    std::vector<ManifestMember> members;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (version, members))

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
}

/// Plain http only where no wire is: on this machine.
bool is_base_url(std::string_view url) {
    std::string_view authority = url;
    for (const std::string_view start : {"https://", "http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (!url.starts_with(start)) continue;
        authority.remove_prefix(start.size());
        const bool open_ended = start == "https://";
        if (open_ended ? authority.empty() : !(authority.empty() || authority.front() == ':')) return false;
        return std::all_of(authority.begin(), authority.end(), is_host_character);
    }
    return false;
}

Error bad(const std::string& member, const std::string& field) { return invalid("exchange.bad_member", member + "/" + field); }

/// The first thing about `b` that must be a member's own and is `a`'s too; empty when there is none.
std::string shared_field(const Member& a, const Member& b) {
    if (a.id == b.id) return "id";
    if (a.base_url == b.base_url) return "base_url";
    if (a.verify == b.verify) return "signing";
    if (a.seal == b.seal) return "sealing";
    return {};
}

}  // namespace

bool is_member_id(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 32 && text[0] >= 'a' && text[0] <= 'z' && std::all_of(text.begin(), text.end(), fits);
}

Result<Membership> Membership::of(std::vector<Member> members) {
    Membership made;
    for (auto& member : members) {
        if (!is_member_id(member.id)) return bad(shortened(member.id, 32), "id");
        if (!is_base_url(member.base_url)) return bad(member.id, "base_url");
        if (member.name.empty()) return bad(member.id, "name");
        for (const auto& other : made.members_) {
            if (const auto field = shared_field(other, member); !field.empty()) return bad(member.id, field);
        }
        made.kids_.push_back(member.verify.kid());
        made.members_.push_back(std::move(member));
    }
    return made;
}

Result<Membership> Membership::parse(std::string_view text) {
    const Manifest manifest = TRY(json::read<Manifest>(text));
    if (manifest.version != 1) return invalid("exchange.bad_member", "version");
    std::vector<Member> members;
    for (const auto& m : manifest.members) {
        const auto verify = from_jwk(Curve::ed25519, m.signing);
        const auto seal = from_jwk(Curve::x25519, m.sealing);
        if (!verify) return bad(shortened(m.id, 32), "signing");
        if (!seal) return bad(shortened(m.id, 32), "sealing");
        members.push_back({m.id, m.name, m.base_url, {*verify}, {*seal}});
    }
    return of(std::move(members));
}

Membership Membership::load(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    if (!file) throw std::runtime_error("cannot read the region's manifest " + path.string());
    auto read = parse(text.str());
    if (!read) {
        throw std::runtime_error(path.string() + " is not a manifest of a region: " + read.error().key + " " + read.error().field);
    }
    return std::move(read).value();
}

const Member* Membership::find(std::string_view id) const {
    for (const auto& member : members_) {
        if (member.id == id) return &member;
    }
    return nullptr;
}

const Member* Membership::find_by_kid(std::string_view verify_kid) const {
    for (std::size_t i = 0; i < kids_.size(); ++i) {
        if (kids_[i] == verify_kid) return &members_[i];
    }
    return nullptr;
}

std::string Membership::str() const {
    Manifest manifest;
    for (const auto& m : members_) {
        manifest.members.push_back(
            {m.id, m.name, m.base_url, to_jwk(Curve::ed25519, m.verify.x), to_jwk(Curve::x25519, m.seal.x)});
    }
    return json::write(manifest);
}

Done make_region(const std::vector<MemberPlace>& places) {
    std::vector<Member> members;
    std::vector<NodeKeys> keys;
    for (const auto& place : places) {
        keys.push_back(NodeKeys::generate(place.id));
        members.push_back({place.id, place.name, place.base_url, keys.back().sign.verify, keys.back().open.seal});
    }
    const std::string manifest = TRY(Membership::of(std::move(members))).str() + "\n";
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::filesystem::create_directories(places[i].directory);
        create_key_file((places[i].directory / "exchange_keys.json").string(), keys[i]);
        std::ofstream file(places[i].directory / "region.json");
        file << manifest;
        if (!file.flush()) throw std::runtime_error("cannot write " + (places[i].directory / "region.json").string());
    }
    return {};
}

}  // namespace homeward::exchange
