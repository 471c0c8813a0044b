#include "instance/demo_accounts.h"

#include "instance/instance.h"

namespace homeward::apps {
namespace {

constexpr const char* kDemoPassword = "homeward-demo-2024";

}  // namespace

std::vector<access::NewAccount> demo_accounts(const std::string& code, const std::string& region) {
    using access::Role;
    const auto account = [&](const char* username, const char* name, Role role, std::string where = {}, std::string member = {}) {
        return access::NewAccount{username, name, role, "en", std::move(where), std::move(member), kDemoPassword};
    };
    if (code == "council") {
        // Two read Russian, so that the demo's letters show in both languages.
        const auto in_russian = [](access::NewAccount made) {
            made.language = "ru";
            return made;
        };
        return {account("secretariat", "Secretariat", Role::secretariat),
                account("focal.uz", "Focal point, Uzbekistan", Role::focal_point, "", "uz"),
                account("focal.kg", "Focal point, Kyrgyzstan", Role::focal_point, "", "kg"),
                in_russian(account("focal.tj", "Focal point, Tajikistan", Role::focal_point, "", "tj")),
                account("focal.kz", "Focal point, Kazakhstan", Role::focal_point, "", "kz"),
                in_russian(account("focal.tm", "Focal point, Turkmenistan", Role::focal_point, "", "tm")),
                account("alternate.uz", "Alternate focal point, Uzbekistan", Role::focal_point, "", "uz"),
                account("expert", "Expert", Role::expert),
                account("observer", "Observer", Role::observer),
                account("admin", "Administrator", Role::admin)};
    }
    return {account("coordinator", "National coordinator", Role::coordinator),
            account("coordinator2", "Deputy coordinator", Role::coordinator),
            account("supervisor", "Supervisor", Role::supervisor, region),
            account("supervisor2", "Second supervisor", Role::supervisor, region),
            account("worker", "Social worker", Role::social_worker, region),
            account("worker2", "Second social worker", Role::social_worker, region),
            account("psychologist", "Psychologist", Role::psychologist, region),
            account("psychologist2", "Second psychologist", Role::psychologist, region),
            account("registry", "Registry clerk", Role::civil_registry, region),
            // Whose provider has which id is known once there are providers.
            account("school", "School office", Role::provider),
            account("labour", "Labour office", Role::provider),
            account("dpo", "Data protection officer", Role::data_protection_officer),
            account("admin", "Administrator", Role::admin)};
}

http::InstanceInfo Instance::info() const {
    http::InstanceInfo info{config.code, config.name, config.kind, config.demo, {}};
    if (config.demo) {
        for (const auto& each : demo_accounts(config.code, {})) {
            info.demo_accounts.push_back({each.username, each.password, std::string(name_of(each.role))});
        }
    }
    return info;
}

}  // namespace homeward::apps
