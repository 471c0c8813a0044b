#include "world.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

#include "admin/create.h"
#include "admin/demo_node.h"
#include "base/text.h"
#include "exchange/membership.h"
#include "people/add_person.h"
#include "people/create_person.h"

namespace homeward::bench {
namespace {

namespace fs = std::filesystem;
using access::Work;

constexpr std::string_view kVersion = "4";       ///< raise it when the people change
constexpr std::size_t kFamiliesOfBatch = 2'000;  ///< in one transaction
constexpr std::size_t kFamiliesOfStaff = 2'500;  ///< as many workers as for so many families: an account's password takes 60 ms

constexpr Instant kFirstRecord{1'672'560'000'000};  ///< 2023-01-01 08:00 UTC, when all documents had been restored

constexpr std::string_view kRun = "run-";        ///< and the process id

fs::path stock_file() { return fs::path(HOMEWARD_ROOT) / "config/demo/name_parts.csv"; }

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw apps::SetUpError("Cannot read " + file.string() + ".");
    return std::move(text).str();
}

/// Changes with everything that the kept installation hangs on.
std::string key_of(const WorldOptions& options) {
    std::string text = std::string(kVersion) + " " + std::to_string(options.seed) + "\n" + text_of(stock_file());
    for (const auto& step : apps::node_schema()) text += step.id + "\n" + step.sql + "\n";
    return std::to_string(options.people) + "-" + to_hex(sha256(text)).substr(0, 12);
}

apps::Config config_in(const fs::path& folder) {
    apps::Config config;
    config.file = folder / "homeward.toml";
    config.code = "uz";
    config.name = "Uzbekistan";
    config.kind = "node";
    config.demo = true;
    config.server.instance = config.code;
    config.server.static_root = fs::path(HOMEWARD_ROOT) / "web/dist/node";
    config.database = folder / "homeward.db";
    config.node_key = folder / "node.key";
    config.audit_head = folder / "audit.head";
    config.exchange_keys = folder / "exchange_keys.json";
    config.region = folder / "region.json";
    return config;
}

template <class T>
T done(Result<T> result) {
    if (!result) throw std::runtime_error("making the people: " + result.error().key + " " + result.error().field);
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

/// Says how long a part of the making took.
class Part {
public:
    explicit Part(std::string what) : what_(std::move(what)) { std::cerr << "  " << what_ << " …" << std::flush; }
    ~Part() {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began_;
        std::cerr << " " << static_cast<double>(static_cast<int>(took.count() * 10)) / 10 << " s" << std::endl;
    }

private:
    std::string what_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

class Maker {
public:
    Maker(apps::Node& node, const WorldOptions& options)
        : node_(node), options_(options), stock_(name_stock()), population_(stock_, options.seed), random_(options.seed + 1) {
        demo_.now = Instant::system_now();
    }

    void make() {
        {
            const Part part("accounts and providers");
            staff_ = apps::make_staff(node_, demo_, std::min(options_.people / 4, kFamiliesOfStaff));
            providers_ = apps::make_providers(node_, demo_, staff_);
        }
        {
            const Part part(std::to_string(options_.people) + " people");
            while (made_ < options_.people) {
                done(node_.instance.works.write<void>(access::Actor::program("system"), [&](Work& work) { return batch(work.db); }));
            }
        }
        const Part part("case files of one family in " + std::to_string(kFamiliesPerCaseFamily));
        apps::make_cases(node_, demo_, with_cases_, providers_, random_);
    }

private:
    Done batch(store::Connection& db) {
        for (std::size_t i = 0; i < kFamiliesOfBatch && made_ < options_.people; ++i) TRY(family(db, population_.next()));
        return {};
    }

    Done family(store::Connection& db, MadeFamily made) {
        // One family after the other, as records are written: ids begin with the time, and so lie in the order of writing.
        const Instant at = kFirstRecord.plus_seconds(static_cast<std::int64_t>(families_) * 60);
        Work work(db, staff_.coordinator, at, &*node_.instance.vault);
        // The last family may be smaller, so that the number of people is exact.
        made.members.resize(std::min(made.members.size(), options_.people - made_));
        apps::DemoFamily family;
        family.region = staff_.regions[families_ % staff_.regions.size()];
        const auto& workers = staff_.workers.at(family.region);
        family.worker = workers[families_ / staff_.regions.size() % workers.size()];
        family.supervisor = staff_.supervisors.at(family.region);
        family.arrived_on = made.arrived_on;

        const auto id = TRY(people::create_family(work, node_.people, made.stage_id));
        for (auto& person : made.members) {
            person.region = family.region;
            person.family_id = id;
            person.assigned_to = family.worker.id;
            family.members.push_back(TRY(people::add_person(work, node_.people, person)).id);
        }
        TRY(people::set_family_head(work, id, family.members.front()));
        made_ += family.members.size();
        if (families_++ % kFamiliesPerCaseFamily == 0) with_cases_.push_back(std::move(family));
        return {};
    }

    apps::Node& node_;
    const WorldOptions& options_;
    apps::DemoOptions demo_;
    apps::NameStock stock_;
    Population population_;
    apps::Random random_;
    apps::Staff staff_;
    std::vector<services::Provider> providers_;
    std::vector<apps::DemoFamily> with_cases_;
    std::size_t made_ = 0, families_ = 0;
};

void make_world(const fs::path& folder, const WorldOptions& options) {
    fs::remove_all(folder);
    const auto config = config_in(folder);
    apps::create_installation(config);
    done(exchange::make_region({{config.code, config.name, "http://127.0.0.1:1", folder}}));
    apps::Node node(config);
    Maker(node, options).make();
}

/// Kept installations of as many people, which the present sources would not make any more.
void forget_older(const fs::path& kept, const std::string& key) {
    const std::string begin = key.substr(0, key.find('-') + 1);
    for (const auto& entry : fs::directory_iterator(kept)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(begin) && name != key) fs::remove_all(entry.path());
    }
}

/// Copies of runs that were killed.
void forget_broken_runs(const fs::path& kept) {
    for (const auto& entry : fs::directory_iterator(kept)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kRun) && ::kill(std::atoi(name.c_str() + kRun.size()), 0) != 0) fs::remove_all(entry.path());
    }
}

}  // namespace

apps::NameStock name_stock() { return apps::NameStock::load(stock_file()); }

World::World(const WorldOptions& options) : folder_(options.kept / (std::string(kRun) + std::to_string(::getpid()))) {
    fs::create_directories(options.kept);
    // One program makes and copies at a time; whoever comes later finds it made.
    const int lock = ::open((options.kept / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || ::flock(lock, LOCK_EX) != 0) throw apps::SetUpError("Cannot write into " + options.kept.string() + ".");
    const std::string key = key_of(options);
    const fs::path made = options.kept / key;
    forget_broken_runs(options.kept);
    if (options.fresh || !fs::exists(made)) {
        std::cerr << "Making a node with " << options.people << " people in " << made.string() << std::endl;
        // Under another name until it is whole.
        const fs::path growing = options.kept / (key + ".part");
        make_world(growing, options);
        fs::remove_all(made);
        fs::rename(growing, made);
    }
    forget_older(options.kept, key);
    fs::copy(made, folder_, fs::copy_options::recursive);
    ::close(lock);
    config_ = config_in(folder_);
}

World::~World() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

}  // namespace homeward::bench
