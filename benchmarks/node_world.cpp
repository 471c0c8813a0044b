#include "world.h"

#include <fstream>
#include <sstream>

#include "admin/demo_node.h"
#include "exchange/membership.h"
#include "instance/done.h"
#include "people/add_person.h"
#include "people/create_person.h"

namespace homeward::bench {
namespace {

namespace fs = std::filesystem;
using access::Work;
using apps::done;

constexpr std::string_view kVersion = "4";       ///< raise it when the people change
constexpr std::size_t kFamiliesOfBatch = 2'000;  ///< in one transaction
constexpr std::size_t kFamiliesOfStaff = 2'500;  ///< as many workers as for so many families: an account's password takes 60 ms

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
            staff_ = apps::make_staff(node_, demo_, std::min(options_.size / 4, kFamiliesOfStaff));
            providers_ = apps::make_providers(node_, demo_, staff_);
        }
        {
            const Part part(std::to_string(options_.size) + " people");
            while (made_ < options_.size) {
                done(node_.instance.works.write<void>(access::Actor::program("system"), [&](Work& work) { return batch(work.db); }));
            }
        }
        const Part part("case files of one family in " + std::to_string(kFamiliesPerCaseFamily));
        apps::make_cases(node_, demo_, with_cases_, providers_, random_);
    }

private:
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

}  // namespace

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
