// The two searches that hold the register's promises, alone on one core and without a server.

#include <ctime>
#include <numeric>

#include "bench.h"
#include "identity/duplicate_index.h"
#include "identity/name_index.h"
#include "identity/register_fixture.h"

namespace homeward::bench {
namespace {

using identity::Slot;

/// Processor time of this thread: other programs do not count.
double cpu_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void measure_name_index(Bench& bench, const std::vector<identity::Description>& people) {
    std::vector<std::vector<std::string>> names;
    for (const auto& person : people) names.push_back(whole_names(person));
    const auto size = static_cast<Slot>(people.size());

    identity::NameIndex index;
    double began = cpu_ms();
    index.reserve(size);
    for (Slot slot = 0; slot < size; ++slot) index.add(slot, names[slot]);
    bench.add({.name = "name index: build, CPU", .value = cpu_ms() - began, .unit = "ms", .target = 800});

    std::vector<Slot> order(size);
    std::iota(order.rbegin(), order.rend(), 0u);
    std::vector<double> took;
    for (Slot i = 0; i < 200; ++i) {
        const auto& name = people[i * 997 % size].names[0];
        for (const std::string& text : {name.family, name.given + ' ' + name.family, name.family.substr(0, 6), name.given + "zzqw"}) {
            began = cpu_ms();
            index.search(index.query(text), order, 50);
            took.push_back(cpu_ms() - began);
        }
    }
    bench.add(with_samples({.name = "name index: search, CPU", .target = 5}, std::move(took)));
}

void measure_duplicates(Bench& bench, const std::vector<identity::Description>& people) {
    identity::DuplicateIndex index;
    for (Slot slot = 0; slot < people.size(); ++slot) index.add(slot, people[slot]);
    const std::size_t rows = people.size() / 10;
    std::size_t found = 0;
    const double began = cpu_ms();
    for (std::size_t row = 0; row < rows; ++row) {
        identity::Description written = people[row * 7];
        written.names.erase(written.names.begin());  // the list has the Latin name only
        for (const Slot slot : index.candidates(written)) {
            found += slot == row * 7 && compare(written, people[slot], {}).likelihood != identity::Likelihood::different;
        }
    }
    if (found != rows) throw std::runtime_error("the search for duplicates misses some");
    bench.add({.name = "duplicates: 10% of the register, CPU", .value = cpu_ms() - began, .unit = "ms", .target = 3000});
}

}  // namespace

void measure_identity(Bench& bench) {
    const auto people = identity::made_up_people(static_cast<int>(bench.options.people));
    measure_name_index(bench, people);
    measure_duplicates(bench, people);
}

}  // namespace homeward::bench
