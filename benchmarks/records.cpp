// One record at a time. Reading leaves a line in the log, so both are synced transactions, as the probe is.

#include <atomic>

#include "base/json.h"
#include "bench.h"
#include "probe.h"
#include "world.h"

namespace homeward::bench {
namespace {

constexpr double kTargetMs = 15;
constexpr int kProbes = 400;

void add_probe(Bench& bench, std::vector<double>& probes, const std::string& when) {
    const auto more = fsync_probe(bench.config.database.parent_path(), bench.options.quick ? 20 : kProbes);
    probes.insert(probes.end(), more.begin(), more.end());
    bench.add(with_samples({.name = "fsync probe, " + when}, more));
}

/// People whom the world does not have, names mixed anew; each comes once.
class Newcomers {
public:
    explicit Newcomers(const Options& options) : stock_(name_stock()) {
        Population population(stock_, options.seed + 2);
        while (bodies_.size() < 4'000) {
            for (const auto& person : population.next().members) bodies_.push_back(body_of(person, 1'000'000 + bodies_.size()));
        }
    }
    const std::string& next() { return bodies_[next_++ % bodies_.size()]; }

private:
    static std::string body_of(const people::NewPerson& person, std::size_t passport) {
        boost::json::array names;
        for (const auto& name : person.names) names.push_back({{"family", name.family}, {"given", name.given}, {"patronymic", name.patronymic}});
        boost::json::object body{{"names", names},
                                 {"sex", people::to_string(person.sex)},
                                 {"born_on", person.born_on->str()},
                                 {"details", {{"birth_place", "Syria"}, {"phone", "+998 00 000-00-00"}, {"note", "Came with her aunt; speaks Russian."}}},
                                 {"documents", boost::json::array{{{"kind", "passport"}, {"number", "UZX" + std::to_string(passport)}, {"state", "held"}}}},
                                 {"entry_route", "operation"},
                                 {"stage_id", person.stage_id},
                                 {"arrived_on", person.arrived_on->str()},
                                 {"region", "UZ-FA"}};
        return json::write(body);
    }

    apps::NameStock stock_;
    std::vector<std::string> bodies_;
    std::atomic<std::size_t> next_ = 0;
};

}  // namespace

void measure_records(Bench& bench) {
    std::vector<double> probes;
    add_probe(bench, probes, "before");
    bench.with_one_and_eight({.name = "open one person", .target = kTargetMs}, bench.amount(500), [&](std::mt19937_64& random) {
        return request("GET", "/api/persons/" + bench.ids[random() % bench.ids.size()], bench.coordinator);
    });
    add_probe(bench, probes, "between");
    std::ranges::sort(probes);
    Newcomers newcomers(bench.options);
    bench.with_one_and_eight({.name = "create one person", .target = kTargetMs + quantile(probes, 0.95)}, bench.amount(300), [&](std::mt19937_64&) {
        return request("POST", "/api/persons", bench.coordinator, newcomers.next());
    }, 201);
    add_probe(bench, probes, "after");
}

}  // namespace homeward::bench
