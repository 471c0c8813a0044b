#include "access/actor.h"

#include <array>
#include <utility>

namespace homeward::access {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 14> kNames{{
    {Role::social_worker, "social_worker"}, {Role::supervisor, "supervisor"}, {Role::psychologist, "psychologist"},
    {Role::civil_registry, "civil_registry"}, {Role::provider, "provider"}, {Role::coordinator, "coordinator"}, {Role::secretariat, "secretariat"},
    {Role::focal_point, "focal_point"}, {Role::expert, "expert"}, {Role::observer, "observer"},
    {Role::data_protection_officer, "data_protection_officer"}, {Role::admin, "admin"}, {Role::system, "system"},
    {Role::guest, "guest"},
}};

}  // namespace

std::string_view name_of(Role role) {
    for (const auto& [each, name] : kNames) {
        if (each == role) return name;
    }
    return {};
}

std::optional<Role> role_from(std::string_view name) {
    for (const auto& [role, each] : kNames) {
        if (each == name) return role;
    }
    return std::nullopt;
}

Actor Actor::program(std::string name) {
    Actor actor;
    actor.username = std::move(name);
    return actor;
}

Actor Actor::guest() {
    Actor actor;
    actor.role = Role::guest;
    actor.username = "guest";
    return actor;
}

std::string Actor::log_name() const { return role == Role::system || role == Role::guest ? username : id.str(); }

}  // namespace homeward::access
