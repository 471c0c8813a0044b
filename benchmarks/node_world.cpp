#include "world.h"

#include <fstream>
#include <iostream>
#include <sstream>

#include "access/accounts.h"
#include "admin/demo_node.h"
#include "daily_work.h"
#include "exchange/membership.h"
#include "instance/done.h"
#include "people/add_person.h"
#include "people/create_person.h"

namespace homeward::bench {
namespace {

namespace fs = std::filesystem;
using access::Work;
using apps::done;

constexpr std::string_view kVersion = "5";       ///< raise it when the people change
constexpr std::size_t kFamiliesOfBatch = 2'000;  ///< in one transaction
constexpr std::size_t kPeoplePerFamily = 5;      ///< rounded up
constexpr std::size_t kWithCasesOfEight = 5;     ///< of eight families so many have case files: half of all people have an open one
constexpr std::size_t kCaseFamiliesPerWorker = 9;   ///< 33 open files of one social worker, give or take eight
constexpr std::size_t kFilesPerPsychologist = 300;  ///< of which one in twelve is theirs
constexpr std::size_t kAssignedOfFive = 1;       ///< of five families without case files so many have a social worker, who is to open them

constexpr Instant kFirstRecord{1'672'560'000'000};  ///< 2023-01-01 08:00 UTC, when all documents had been restored

fs::path stock_file() { return fs::path(HOMEWARD_ROOT) / "config/demo/name_parts.csv"; }

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw apps::SetUpError("Cannot read " + file.string() + ".");
    return std::move(text).str();
}

class Maker {
public:
    Maker(apps::Node& node, const WorldOptions& options)
        : node_(node), options_(options), stock_(name_stock()), population_(stock_, options.seed), random_(options.seed + 1) {
        demo_.now = Instant::system_now();
    }

    void make() {
        {
            const Part part("accounts and providers");
            staff_ = apps::make_staff(node_, demo_, 0);
            providers_ = apps::make_providers(node_, demo_, staff_);
            make_colleagues();
        }
        {
            const Part part(std::to_string(options_.size) + " people");
            while (made_ < options_.size) {
                done(node_.instance.works.write<void>(access::Actor::program("system"), [&](Work& work) { return batch(work.db); }));
            }
        }
        {
            const Part part("case files of " + std::to_string(with_cases_.size()) + " families");
            apps::make_cases(node_, demo_, with_cases_, providers_, random_);
        }
        const Part part("the daily work in them");
        const std::size_t open = make_daily_work(node_, demo_.now, with_cases_, region_staff_, random_);
        std::cerr << " " << open << " open files of " << workers_ << " social workers,";
    }

private:
    /// As many social workers and psychologists as the people need, all with the password of the demo's accounts: hashing one
    /// for each would take minutes.
    void make_colleagues() {
        const std::size_t case_families = options_.size / kPeoplePerFamily * kWithCasesOfEight / 8;
        const std::size_t workers = case_families / kCaseFamiliesPerWorker / staff_.regions.size() + 1;
        const std::size_t psychologists = options_.size / 2 / kFilesPerPsychologist / staff_.regions.size() + 2;
        done(node_.instance.works.write<void>(access::Actor::program("system"), [&](Work& work) -> Done {
            for (const auto& region : staff_.regions) {
                auto& of_region = staff_.workers[region];
                for (std::size_t i = of_region.size(); i < workers; ++i) of_region.push_back(TRY(colleague(work, "worker", region, i)));
                workers_ += of_region.size();
                auto& here = region_staff_[region];
                here.supervisor = staff_.supervisors.at(region);
                here.clerk = TRY(colleague(work, "registry", region, 0));
                for (std::size_t i = 0; i < psychologists; ++i) here.psychologists.push_back(TRY(colleague(work, "psychologist", region, i)));
            }
            return {};
        }));
    }

    /// An account like one of the demo's, in a region.
    static Result<access::Actor> colleague(Work& work, const std::string& like, const std::string& region, std::size_t number) {
        const auto id = access::AccountId::make(work.now);
        const std::string name = like + "." + std::to_string(number + 1) + ", " + region;
        work.db.run("INSERT INTO accounts (id, username, name, role, language, region, member, password_hash, created_at)"
                    " SELECT $1, $2, $3, role, language, $4, member, password_hash, $5 FROM accounts WHERE username = $6",
                    id, colleague_username(like, region, number), name, region, work.now, like);
        return access::get_account(work.db, id);
    }
    Done batch(store::Connection& db) {
        for (std::size_t i = 0; i < kFamiliesOfBatch && made_ < options_.size; ++i) TRY(family(db, population_.next()));
        return {};
    }

    Done family(store::Connection& db, MadeFamily made) {
        // One family after the other, as records are written: ids begin with the time, and so lie in the order of writing.
        const Instant at = kFirstRecord.plus_seconds(static_cast<std::int64_t>(families_) * 60);
        Work work(db, staff_.coordinator, at, &*node_.instance.vault);
        // The last family may be smaller, so that the number of people is exact.
        made.members.resize(std::min(made.members.size(), options_.size - made_));
        apps::DemoFamily family;
        family.region = staff_.regions[families_ % staff_.regions.size()];
        const std::size_t turn = families_ / staff_.regions.size();
        const bool with_cases = turn % 8 < kWithCasesOfEight;
        const auto& workers = staff_.workers.at(family.region);
        family.worker = workers[given_[family.region] % workers.size()];
        const bool assigned = with_cases || turn % 5 < kAssignedOfFive;
        given_[family.region] += with_cases;
        family.supervisor = staff_.supervisors.at(family.region);
        family.arrived_on = made.arrived_on;

        const auto id = TRY(people::create_family(work, node_.people, made.stage_id));
        for (auto& person : made.members) {
            person.region = family.region;
            person.family_id = id;
            if (assigned) person.assigned_to = family.worker.id;
            family.members.push_back(TRY(people::add_person(work, node_.people, person)).id);
        }
        TRY(people::set_family_head(work, id, family.members.front()));
        made_ += family.members.size();
        ++families_;
        if (with_cases) with_cases_.push_back(std::move(family));
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
    std::map<std::string, RegionStaff> region_staff_;
    std::map<std::string, std::size_t> given_;  ///< families with case files, by region
    std::size_t made_ = 0, families_ = 0, workers_ = 0;
};

}  // namespace

std::string colleague_username(const std::string& like, const std::string& region, std::size_t number) {
    std::string username = like + "." + region + "." + std::to_string(number + 1);
    for (char& c : username) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return "bench." + username;
}

apps::NameStock name_stock() { return apps::NameStock::load(stock_file()); }

World node_world(const WorldOptions& options) {
    const WorldPlan plan{.group = std::to_string(options.size) + "-", .code = "uz", .name = "Uzbekistan", .kind = "node",
                         .contents = std::string(kVersion) + " " + text_of(stock_file()), .schema = apps::node_schema()};
    return World(options, plan, [&](const apps::Config& config) {
        done(exchange::make_region({{config.code, config.name, config.public_url, config.file.parent_path()}}));
        apps::Node node(config);
        Maker(node, options).make();
    });
}

}  // namespace homeward::bench
