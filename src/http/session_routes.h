#pragma once

#include <string>
#include <vector>

#include "access/sessions.h"
#include "http/router.h"

namespace homeward::http {

/// Which installation this is; shown before anybody signs in.
struct InstanceInfo {
    std::string code;  ///< `uz`, `council`
    std::string name;
    std::string kind;  ///< node, council
    bool demo = false;
    struct DemoAccount {
        std::string username, password, role;
    };
    std::vector<DemoAccount> demo_accounts;  ///< empty unless demo
};

/// GET /api/instance, GET, POST, DELETE /api/session, and PUT /api/session/language. `works` and `limit` outlive the router.
void session_routes(Router& router, access::Works& works, access::SignInLimit& limit, InstanceInfo instance);

}  // namespace homeward::http
