#include "statistics/kernel/households.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

constexpr int nowhere = -1;

void add_members(Household& to, const Household& from, const std::string& release) {
    for (const auto& member : from.members) {
        if (member.release.empty()) to.members.push_back({member.population, member.categories, release});
    }
}

}  // namespace

std::vector<Household> with_their_past(const std::vector<Household>& now, const std::vector<EarlierHouseholds>& past) {
    // Where a household stands now and in each earlier release, by its index there.
    std::map<std::uint64_t, std::vector<int>> standing;
    const auto note = [&](const std::vector<Household>& households, std::size_t place) {
        for (std::size_t i = 0; i < households.size(); ++i) {
            for (const std::uint64_t key : households[i].keys) {
                standing.try_emplace(key, std::vector<int>(past.size() + 1, nowhere)).first->second[place] = static_cast<int>(i);
            }
        }
    };
    note(now, 0);
    for (std::size_t p = 0; p < past.size(); ++p) note(past[p].households, p + 1);

    std::map<std::vector<int>, std::vector<std::uint64_t>> alike;
    for (const auto& [key, places] : standing) alike[places].push_back(key);
    std::vector<Household> households;
    for (auto& [places, keys] : alike) {
        Household& household = households.emplace_back();
        household.keys = std::move(keys);
        if (places[0] != nowhere) add_members(household, now[static_cast<std::size_t>(places[0])], {});
        for (std::size_t p = 0; p < past.size(); ++p) {
            if (places[p + 1] != nowhere) add_members(household, past[p].households[static_cast<std::size_t>(places[p + 1])], past[p].release);
        }
        if (household.members.empty()) households.pop_back();
    }
    std::ranges::copy_if(now, std::back_inserter(households), [](const Household& household) { return household.keys.empty(); });
    return households;
}

}  // namespace homeward::statistics
