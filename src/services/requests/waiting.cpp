#include "services/requests/waiting.h"

#include <algorithm>
#include <map>

#include "access/permission.h"
#include "casework/catalogue.h"

namespace homeward::services {
namespace {

using access::Permission;

struct Spans {
    std::vector<double> approval, place, delivery, all;
    int orders = 0, open = 0;
};

std::optional<double> median(std::vector<double> days) {
    if (days.size() < static_cast<std::size_t>(kFewest)) return std::nullopt;
    std::ranges::sort(days);
    const std::size_t middle = days.size() / 2;
    return days.size() % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2;
}

std::optional<int> unless_few(int count) { return count > 0 && count < kFewest ? std::nullopt : std::optional(count); }

void add(Spans& spans, const store::Row& row) {
    const auto day = [&](int i) { return row.get<std::optional<Date>>(i); };
    const auto asked = row.get<Date>(3);
    const auto decided = day(4), placed = day(5), delivered = day(6);
    const auto between = [](Date from, Date to) { return static_cast<double>(std::max<std::int64_t>(0, to.days() - from.days())); };
    ++spans.orders;
    if (!delivered) ++spans.open;
    if (decided) spans.approval.push_back(between(asked, *decided));
    if (placed) spans.place.push_back(between(decided.value_or(asked), *placed));
    if (placed && delivered) spans.delivery.push_back(between(*placed, *delivered));
    if (delivered) spans.all.push_back(between(asked, *delivered));
}

}  // namespace

Result<std::vector<Waiting>> waiting_times(access::Work& work, bool by_provider) {
    const bool everywhere = reach_of(work.actor, Permission::read_bottlenecks) == access::Reach::all;
    if (!everywhere) TRY(access::require(work.actor, Permission::read_workload));
    std::map<std::tuple<std::ptrdiff_t, std::string, std::string>, Spans> groups;
    std::map<std::tuple<std::ptrdiff_t, std::string, std::string>, std::string> services;
    const auto& catalogue = casework::catalogue();
    for (const auto row : work.db.query("SELECT w.service, w.provider_id, p.name, w.asked_on, w.decided_on, w.placed_on, w.delivered_on FROM service_waiting w"
                                        " JOIN providers p ON p.id = w.provider_id WHERE w.asked_on >= $1 AND ($2 OR w.region = $3)",
                                        work.today().plus_days(-365), everywhere, work.actor.region)) {
        const auto place = std::ranges::find(catalogue, row.text(0)) - catalogue.begin();
        const std::tuple key(place, by_provider ? std::string(row.text(2)) : "", by_provider ? std::string(row.text(1)) : "");
        services[key] = row.text(0);
        add(groups[key], row);
    }
    std::vector<Waiting> waiting;
    for (const auto& [key, spans] : groups) {
        // Of a group too small to count, nothing is given at all.
        const bool few = spans.orders < kFewest;
        const auto days = [&](const std::vector<double>& of) { return few ? std::nullopt : median(of); };
        waiting.push_back({services.at(key), std::get<2>(key), std::get<1>(key), unless_few(spans.orders), few ? std::nullopt : unless_few(spans.open),
                           days(spans.approval), days(spans.place), days(spans.delivery), days(spans.all)});
    }
    return waiting;
}

}  // namespace homeward::services
