#pragma once
// The demo Council: what public sources say of it, and examples that say they are examples. Everything passes through
// the same actions as the work of real people. Only .cpp files include this: it pulls Boost.JSON.

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "access/accounts.h"
#include "base/json.h"
#include "council/wiring.h"
#include "instance/done.h"

namespace homeward::apps {

/// One Council that is being filled.
class DemoCouncil {
public:
    CouncilProgram& program;
    const std::filesystem::path data;  ///< config/demo/council

    DemoCouncil(CouncilProgram& council, std::filesystem::path folder) : program(council), data(std::move(folder)) {}

    /// Rows of `<name>.json`, read as strictly as a request. `T` is described.
    template <class T>
    std::vector<T> rows(const std::string& name) const {
        std::ifstream in(data / (name + ".json"));
        std::ostringstream all;
        all << in.rdbuf();
        return done(json::read<std::vector<T>>(all.str()));
    }

    /// Does something as `who` (a username of the demo; `system` for the program itself), so many days from now.
    template <class T>
    T as(const std::string& who, int days, const std::function<Result<T>(access::Work&)>& job) const {
        access::Works works(program.instance.store, nullptr, [days] { return Instant::system_now().plus_days(days); }, &program.instance.head_file);
        return done(works.write<T>(actor(who), job));
    }
    template <class T>
    T as(const std::string& who, const std::function<Result<T>(access::Work&)>& job) const { return as<T>(who, 0, job); }

    access::Actor actor(const std::string& username) const {
        if (username == "system") return access::Actor::program("system");
        access::Actor found;
        program.instance.store.read([&](store::Connection& db) {
            for (const auto& each : access::list_accounts(db, std::nullopt, "")) {
                if (each.username == username) found = each;
            }
        });
        if (found.username.empty()) throw std::runtime_error("the demo Council has no account " + username);
        return found;
    }
};

// One function for each subject, in demo_council_<subject>.cpp.
void fill_members(const DemoCouncil& council);
void fill_agreements(const DemoCouncil& council);
void fill_experts(const DemoCouncil& council);
void fill_sessions(const DemoCouncil& council);
void fill_decisions(const DemoCouncil& council);
void fill_papers(const DemoCouncil& council);
void fill_trainings(const DemoCouncil& council);
void fill_practices(const DemoCouncil& council);
/// First, so that what follows is told by letters.
void give_addresses(const DemoCouncil& council);
void fill_notices(const DemoCouncil& council);
void fill_law(const DemoCouncil& council);
void fill_commitments(const DemoCouncil& council);
/// Last, since reports are drawn from all the others.
void fill_reports(const DemoCouncil& council);

}  // namespace homeward::apps
