#include "statistics/kernel/time_links.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace homeward::statistics {
namespace {

constexpr std::size_t most_ways = 20'000;

using Keys = std::vector<std::string>;
using At = std::vector<int>;  // per key a category

/// The classifications that two stands of a population share, as each of them knows them.
struct Shared {
    Keys keys;                             // ascending
    std::vector<int> then, now;            // their numbers in either population
    std::vector<const Dimension*> before, after;
};

/// All combinations of the categories of some dimensions.
std::vector<At> combinations(const std::vector<const Dimension*>& dimensions) {
    std::vector<At> all{{}};
    for (const Dimension* dimension : dimensions) {
        std::vector<At> longer;
        for (const At& at : all) {
            for (int category = 0; category < static_cast<int>(dimension->categories.size()); ++category) {
                longer.push_back(at);
                longer.back().push_back(category);
            }
        }
        all = std::move(longer);
    }
    return all;
}

At in_population(const People& people, const std::vector<int>& numbers, const At& at) {
    At categories(people.classifications.size(), -1);
    for (std::size_t k = 0; k < at.size(); ++k) categories[static_cast<std::size_t>(numbers[k])] = at[k];
    return categories;
}

/// One crossing of then and now.
struct Ways {
    Shared shared;
    std::vector<At> before, after;
    std::map<std::pair<std::size_t, std::size_t>, int> stayed;  // (before, after) -> atom
    std::vector<int> came;                                     // by after
};

class Pair {
public:
    Pair(Layout& layout, const Stand& then, const Stand& now, std::size_t number_of_now, const Movements& movements, TimeLinks& out,
         const std::function<bool(std::size_t, std::size_t)>& may_leave)
        : layout_(layout), then_(layout.people(then.people)), now_(layout.people(now.people)), number_of_now_(number_of_now),
          movements_(movements), years_(years_between(then.date, now.date)), out_(out), may_leave_(may_leave) {}

    Done link() {
        for (const Keys& keys : largest_shared()) {
            ways_.push_back(Ways{shared(keys), {}, {}, {}, {}});
            TRY(fill(ways_.back()));
            tie(ways_.back());
            if (ways_.size() > 1) tie_to_others();
        }
        note_arrivals();
        return {};
    }

private:
    bool held(const Dimension& dimension) const { return movements_.of(dimension.key).moves != Movement::Moves::freely; }
    bool fixed(const std::string& key) const { return movements_.of(key).moves == Movement::Moves::never; }

    Keys held_keys(const People& people, const Crossing& crossing) const {
        Keys keys;
        for (const int c : crossing.classifications) {
            const Dimension& dimension = people.classifications[static_cast<std::size_t>(c)];
            if (held(dimension)) keys.push_back(dimension.key);
        }
        std::ranges::sort(keys);
        return keys;
    }

    std::vector<Keys> largest_shared() const {
        std::vector<Keys> all;
        for (const auto& before : then_.crossings) {
            for (const auto& after : now_.crossings) {
                Keys both;
                std::ranges::set_intersection(held_keys(then_, before.crossing), held_keys(now_, after.crossing), std::back_inserter(both));
                all.push_back(std::move(both));
            }
        }
        std::ranges::sort(all, {}, [](const Keys& keys) { return std::pair(-static_cast<long>(keys.size()), keys); });
        std::vector<Keys> kept;
        for (auto& keys : all) {
            if (std::ranges::none_of(kept, [&](const Keys& larger) { return std::ranges::includes(larger, keys); })) kept.push_back(std::move(keys));
        }
        return kept;
    }

    Shared shared(const Keys& keys) const {
        Shared shared{keys, {}, {}, {}, {}};
        const auto note = [&](const People& people, std::vector<int>& numbers, std::vector<const Dimension*>& dimensions) {
            for (const auto& key : keys) {
                const auto found = std::ranges::find(people.classifications, key, &Dimension::key);
                numbers.push_back(static_cast<int>(found - people.classifications.begin()));
                dimensions.push_back(&*found);
            }
        };
        note(then_, shared.then, shared.before);
        note(now_, shared.now, shared.after);
        return shared;
    }

    bool reachable(const Shared& shared, const At& from, const At& to) const {
        for (std::size_t k = 0; k < shared.keys.size(); ++k) {
            const auto& before = shared.before[k]->categories[static_cast<std::size_t>(from[k])];
            const auto& after = shared.after[k]->categories[static_cast<std::size_t>(to[k])];
            if (!can_move(movements_.of(shared.keys[k]), before, after, years_)) return false;
        }
        return true;
    }

    Done fill(Ways& ways) {
        ways.before = combinations(ways.shared.before);
        ways.after = combinations(ways.shared.after);
        for (std::size_t from = 0; from < ways.before.size(); ++from) {
            for (std::size_t to = 0; to < ways.after.size(); ++to) {
                if (!reachable(ways.shared, ways.before[from], ways.after[to])) continue;
                if (ways.stayed.size() == most_ways) return too_many(ways.shared.keys);
                ways.stayed.emplace(std::pair(from, to), layout_.new_atom());
            }
        }
        for (std::size_t to = 0; to < ways.after.size(); ++to) ways.came.push_back(layout_.new_atom());
        return {};
    }

    static Error too_many(const Keys& keys) {
        std::string names;
        for (const auto& key : keys) names += (names.empty() ? "" : ", ") + key;
        return invalid("statistics.crossing_too_large", {}, {{"dimensions", names}});
    }

    bool outgrows(const Shared& shared, const At& from) const {
        for (std::size_t k = 0; k < shared.keys.size(); ++k) {
            const auto& before = shared.before[k]->categories[static_cast<std::size_t>(from[k])];
            if (can_outgrow(movements_.of(shared.keys[k]), before, shared.after[k]->categories, years_)) return true;
        }
        return false;
    }

    /// Who was there stayed or left; who is there stayed or came.
    void tie(const Ways& ways) {
        std::vector<Link> of_before, of_after;
        std::map<At, std::size_t> group_of;
        for (const At& at : ways.before) of_before.push_back({{}, then_.groups(in_population(then_, ways.shared.then, at))});
        for (const At& at : ways.after) of_after.push_back({{}, now_.groups(in_population(now_, ways.shared.now, at))});
        for (const auto& [way, atom] : ways.stayed) {
            of_before[way.first].left.push_back(atom);
            of_after[way.second].left.push_back(atom);
        }
        for (std::size_t to = 0; to < ways.after.size(); ++to) of_after[to].left.push_back(ways.came[to]);
        for (std::size_t from = 0; from < ways.before.size(); ++from) {
            if (outgrows(ways.shared, ways.before[from])) of_before[from].left.push_back(layout_.new_atom());
            const auto [group, fresh] = group_of.try_emplace(fixed_part(ways.shared, ways.before[from]), out_.leavers.size());
            if (fresh) out_.leavers.push_back({number_of_now_, {}});
            if (!may_leave_(group->second, number_of_now_)) continue;
            of_before[from].left.push_back(layout_.new_atom());
            out_.leavers[group->second].atoms.push_back(of_before[from].left.back());
        }
        for (auto* links : {&of_before, &of_after}) {
            for (auto& link : *links) {
                std::ranges::sort(link.left);
                out_.links.push_back(std::move(link));
            }
        }
    }

    At fixed_part(const Shared& shared, const At& at) const {
        At part;
        for (std::size_t k = 0; k < at.size(); ++k) if (fixed(shared.keys[k])) part.push_back(at[k]);
        return part;
    }

    /// Two crossings of then and now count the same people: who moved how, by what they share, is one number.
    void tie_to_others() {
        const Ways& last = ways_.back();
        std::size_t best = 0;
        Keys common;
        for (std::size_t w = 0; w + 1 < ways_.size(); ++w) {
            Keys both;
            std::ranges::set_intersection(ways_[w].shared.keys, last.shared.keys, std::back_inserter(both));
            if (both.size() > common.size()) { common = std::move(both); best = w; }
        }
        // What never changes is tied by then and now already.
        if (std::ranges::all_of(common, [&](const auto& key) { return fixed(key); })) return;
        std::map<std::pair<At, At>, Link> links;
        const auto put = [&](const Ways& ways, auto side) {
            for (const auto& [way, atom] : ways.stayed) {
                (links[{part(ways.shared, ways.before[way.first], common), part(ways.shared, ways.after[way.second], common)}].*side).push_back(atom);
            }
        };
        put(last, &Link::left);
        put(ways_[best], &Link::right);
        for (auto& [key, link] : links) out_.links.push_back(std::move(link));
    }

    static At part(const Shared& shared, const At& at, const Keys& keys) {
        At result;
        for (std::size_t k = 0; k < at.size(); ++k) if (std::ranges::binary_search(keys, shared.keys[k])) result.push_back(at[k]);
        return result;
    }

    /// Whoever is new in a part of all ages may have been there before and grown into it.
    bool part_of_all_ages() const {
        return std::ranges::any_of(now_.classifications, [&](const Dimension& dimension) {
            const Movement& movement = movements_.of(dimension.key);
            return movement.moves == Movement::Moves::with_age && std::ranges::any_of(movement.from_age, [&](const auto& band) {
                return std::ranges::find(dimension.categories, band.first) == dimension.categories.end();
            });
        });
    }

    void note_arrivals() {
        if (ways_.empty() || part_of_all_ages()) return;
        const auto fixed_keys = [&](const Ways& ways) { return std::ranges::count_if(ways.shared.keys, [&](const auto& key) { return fixed(key); }); };
        const Ways& most = *std::ranges::max_element(ways_, {}, fixed_keys);
        Dimensions dimensions;
        std::vector<std::size_t> place;
        for (std::size_t k = 0; k < most.shared.keys.size(); ++k) {
            if (!fixed(most.shared.keys[k])) continue;
            dimensions.push_back(*most.shared.after[k]);
            place.push_back(k);
        }
        for (std::size_t cell = 0; cell < cell_count(dimensions); ++cell) {
            const std::vector<int> wanted = indices_of(dimensions, cell);
            Arrivals arrivals{number_of_now_, cell_name(dimensions, cell), true, {}};
            for (std::size_t d = 0; d < wanted.size(); ++d) arrivals.all = arrivals.all && is_total(dimensions, d, wanted[d]);
            for (std::size_t to = 0; to < most.after.size(); ++to) {
                bool in = true;
                for (std::size_t d = 0; d < wanted.size(); ++d) in = in && (is_total(dimensions, d, wanted[d]) || most.after[to][place[d]] == wanted[d]);
                if (in) arrivals.atoms.push_back(most.came[to]);
            }
            out_.arrivals.push_back(std::move(arrivals));
        }
    }

    Layout& layout_;
    const People& then_;
    const People& now_;
    std::size_t number_of_now_;
    const Movements& movements_;
    YearsBetween years_;
    TimeLinks& out_;
    const std::function<bool(std::size_t, std::size_t)>& may_leave_;
    std::vector<Ways> ways_;
};

}  // namespace

Result<TimeLinks> link_in_time(Layout& layout, const std::vector<Stand>& stands, const Movements& movements,
                               const std::function<bool(std::size_t group, std::size_t stand)>& may_leave) {
    std::vector<std::size_t> order(stands.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::size_t s) { return std::tuple(stands[s].population, stands[s].date, s); });
    TimeLinks links;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const Stand& then = stands[order[i - 1]];
        const Stand& now = stands[order[i]];
        if (then.population != now.population || !movements.stocks.contains(now.population)) continue;
        const int first = layout.atoms();
        TRY(Pair(layout, then, now, order[i], movements, links, may_leave).link());
        links.between.push_back({first, layout.atoms(), order[i]});
    }
    return links;
}

int note_times(const Layout& layout, const std::vector<Stand>& stands, const TimeLinks& between, const std::vector<Link>& links, int first,
               std::vector<int>& times) {
    std::map<std::size_t, int> time_of;  // by release
    for (const Stand& stand : stands) time_of.emplace(stand.release, 0);
    for (auto& [release, time] : time_of) time = (first += 2) - 1;
    const auto at = [&](int atom) -> int& { return times[static_cast<std::size_t>(atom)]; };
    for (const Stand& stand : stands) {
        const People& people = layout.people(stand.people);
        const std::vector<int> everybody(people.classifications.size(), -1);
        for (const auto& placed : people.crossings) for (const int atom : people.groups(placed, everybody)) at(atom) = time_of[stand.release];
    }
    for (const auto& way : between.between) for (int atom = way.first; atom < way.last; ++atom) at(atom) = time_of[stands[way.stand].release] - 1;
    for (const Link& link : links) {
        for (const int atom : link.left) if (at(atom) < 0 && !link.right.empty()) at(atom) = at(link.right.front());
    }
    return first;
}

}  // namespace homeward::statistics
