#include "statistics/kernel/release_system.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "statistics/kernel/base_population.h"
#include "statistics/kernel/layout.h"
#include "statistics/kernel/part_links.h"

namespace homeward::statistics {
namespace {

/// What a cell counts, whenever: indicator, version, population, categories by key.
using Meaning = std::tuple<std::string, int, std::string, std::vector<std::pair<std::string, std::string>>>;

Meaning meaning_of(const Table& table, const std::string& population, std::size_t cell) {
    std::vector<std::pair<std::string, std::string>> categories;
    const std::vector<int> at = indices_of(table.dimensions, cell);
    for (std::size_t d = 0; d < at.size(); ++d) {
        if (is_total(table.dimensions, d, at[d])) continue;
        categories.emplace_back(table.dimensions[d].key, table.dimensions[d].categories[static_cast<std::size_t>(at[d])]);
    }
    std::ranges::sort(categories);
    return {table.definition.indicator, table.definition.version, population, std::move(categories)};
}

/// The same people under two labels of one release are one cell; of two releases they are not, for nobody sees that they are the same.
std::uint64_t of_release(std::uint64_t people, std::size_t release) {
    std::uint64_t mixed = people ^ (0x9e3779b97f4a7c15ULL * (release + 1));
    mixed = (mixed ^ (mixed >> 31)) * 0xbf58476d1ce4e5b9ULL;
    return mixed ^ (mixed >> 27);
}

class Assembler {
public:
    Assembler(const ReleaseProblem& problem, Insight insight) : problem_(problem), insight_(insight) {}

    Result<ReleaseSystem> build() {
        TRY(collect());
        raw_ = TRY(raw_system_of(out_.tables, problem_.rules));
        mark();
        if (insight_.again) link_hidden_before();
        TRY(find_everybody());
        if (out_.headline >= 0) out_.headline = out_.system.cell_of[static_cast<std::size_t>(out_.headline)];
        if (insight_.left) tell_who_left();
        note_small_changes();
        note_arrivals();
        note_earlier();
        out_.system.cell_of.resize(raw_.labels.size());
        return std::move(out_);
    }

private:
    struct Source {
        std::size_t release;         // 0 is this one
        const Table* table;          // as it came
        const std::vector<char>* shown;
        const EarlierTable* earlier;
        bool unseen;  // of this release

        /// The least that a hidden cell can have, where others knew it otherwise than of this release.
        std::optional<std::int64_t> least() const {
            if (unseen || (earlier && earlier->unseen)) return 0;
            if (!earlier || !earlier->rules) return std::nullopt;
            return earlier->rules->shows_zeros_of(table->definition.indicator) ? 1 : 0;
        }
    };
    struct From {
        const EarlierTable* earlier = nullptr;
        bool unseen = false;
    };

    Done collect() {
        for (const auto& table : problem_.tables.tables) TRY(add(table, problem_.reference_date, {}));
        for (const auto& earlier : problem_.earlier) {
            if (earlier.shown.size() != earlier.table.counts.size()) return invalid("statistics.table_shape", earlier.table.key);
            TRY(add(earlier.table, earlier.reference_date, {.earlier = &earlier}));
        }
        for (const auto& table : problem_.unseen.tables) TRY(add(table, problem_.reference_date, {.unseen = true}));
        return check(out_.tables);
    }

    Done add(const Table& table, Date date, From from) {
        std::size_t number = 0;
        const EarlierTable* earlier = from.earlier;
        if (earlier) {
            const auto known = std::ranges::find(releases_, earlier->release);
            number = static_cast<std::size_t>(known - releases_.begin()) + 1;
            if (known == releases_.end()) releases_.push_back(earlier->release);
        }
        sources_.push_back({number, &table, earlier ? &earlier->shown : nullptr, earlier, from.unseen});
        dates_.push_back(date);
        Table copy = table;
        if (earlier) copy.key = earlier->release + "/" + table.key;
        copy.population += "@" + std::to_string(number);
        for (auto& people : copy.people) people = of_release(people, number);
        out_.tables.tables.push_back(std::move(copy));
        return {};
    }

    /// visit(label, source, table number, cell)
    template <class Visit>
    void each_label(Visit visit) const {
        std::size_t label = 0;
        for (std::size_t t = 0; t < sources_.size(); ++t) {
            for (std::size_t cell = 0; cell < sources_[t].table->counts.size(); ++cell, ++label) visit(label, sources_[t], t, cell);
        }
    }

    void mark() {
        each_label([&](std::size_t label, const Source& source, std::size_t, std::size_t cell) {
            SystemCell& at = raw_.labels[label];
            at.least = source.least().value_or(at.least);
            out_.earlier.push_back(source.unseen ? 3 : !source.shown ? 0 : (*source.shown)[cell] ? 1 : 2);
            if (source.unseen) {
                at.withheld = true;
                at.stays = false;
                return;
            }
            if (!source.shown) {
                if (at.stays && (out_.headline < 0 || at.value > raw_.labels[static_cast<std::size_t>(out_.headline)].value)) out_.headline = static_cast<int>(label);
                return;
            }
            at.stays = (*source.shown)[cell] != 0;
            at.withheld = !at.stays;
            if (at.stays) at.sensitive = false;
        });
    }

    /// Who was hidden before and is the same people now: shown now, they would be known for then.
    void link_hidden_before() {
        std::map<std::pair<std::uint64_t, std::int64_t>, std::size_t> label_of;
        const auto each = [&](char kind, auto use) {
            each_label([&](std::size_t label, const Source& source, std::size_t, std::size_t cell) {
                const std::int64_t value = raw_.labels[label].value;
                if (out_.earlier[label] == kind && value > 0 && !raw_.apart[label] && !source.table->people.empty()) use(std::pair(source.table->people[cell], value), label);
            });
        };
        const auto link = [&](std::size_t first, std::size_t label) {
            if (raw_.labels[first].atoms != raw_.labels[label].atoms) raw_.links.push_back({raw_.labels[first].atoms, raw_.labels[label].atoms});
        };
        each(2, [&](const auto& people, std::size_t label) {
            const auto [first, fresh] = label_of.try_emplace(people, label);
            if (!fresh) link(first->second, label);
        });
        each(0, [&](const auto& people, std::size_t label) {
            const auto first = label_of.find(people);
            if (first == label_of.end()) return;
            link(first->second, label);
            hidden_before_.emplace_back(label, first->second);
        });
    }

    std::vector<Stand> stands() const {
        std::map<std::size_t, std::map<int, Stand>> by_release;
        for (std::size_t t = 0; t < sources_.size(); ++t) {
            const int people = raw_.layout.population_of(t);
            const std::size_t release = sources_[t].release == 0 ? releases_.size() + 1 : sources_[t].release;
            by_release[release].try_emplace(people, Stand{release, sources_[t].table->population, dates_[t], people});
        }
        std::vector<Stand> stands;
        for (const auto& [release, populations] : by_release) for (const auto& [people, stand] : populations) stands.push_back(stand);
        return stands;
    }

    std::vector<Knower> knowers() const {
        std::vector<Knower> knowers;
        for (const auto& household : problem_.households) {
            Knower knower{"household", {}, false};
            for (const auto& member : household.members) place(member, knower);
            if (!knower.least.empty()) knowers.push_back(std::move(knower));
        }
        return knowers;
    }

    void place(const Household::Member& member, Knower& knower) const {
        for (std::size_t t = 0; t < sources_.size(); ++t) {
            const std::string& release = sources_[t].release == 0 ? std::string() : releases_[sources_[t].release - 1];
            if (release != member.release || (sources_[t].shown == nullptr) != member.release.empty() || sources_[t].table->population != member.population) continue;
            const People& people = raw_.layout.people(raw_.layout.population_of(t));
            std::vector<int> categories;
            for (const auto& dimension : people.classifications) {
                const auto own = member.categories.find(dimension.key);
                const bool known = own != member.categories.end() && own->second >= 0 && own->second < static_cast<int>(dimension.categories.size());
                categories.push_back(known ? own->second : -1);
            }
            for (const auto& placed : people.crossings) {
                const auto groups = people.groups(placed, categories);
                if (groups.size() == 1 && !placed.crossing.classifications.empty()) knower.least.emplace_back(groups[0], 1);
            }
            return;
        }
    }

    /// Persons for every group. Where the truth itself contradicts growth, as after a correction or an erasure, people of that group
    /// may have left; nowhere else.
    Done find_everybody() {
        if (settle([](std::size_t, std::size_t) { return false; })) return {};
        if (!settle([](std::size_t, std::size_t) { return true; })) return invalid("statistics.no_population");
        std::vector<char> left(times_.leavers.size(), 0);
        for (std::size_t group = 0; group < left.size(); ++group) {
            for (const int atom : times_.leavers[group].atoms) {
                const int number = out_.system.atom_of[static_cast<std::size_t>(atom)];
                left[group] = left[group] || (number >= 0 && out_.system.persons[static_cast<std::size_t>(number)] > 0);
            }
        }
        return settle([&](std::size_t group, std::size_t) { return left[group] != 0; }) ? Done() : invalid("statistics.no_population");
    }

    bool settle(const std::function<bool(std::size_t, std::size_t)>& may_leave) {
        Layout layout = raw_.layout;
        auto times = link_in_time(layout, stands(), problem_.movements, may_leave);
        if (!times) return false;
        times_ = std::move(*times);
        std::vector<SystemCell> labels = raw_.labels;
        std::vector<Link> links = raw_.links;
        links.insert(links.end(), times_.links.begin(), times_.links.end());
        for (auto& link : link_parts(layout, stands(), problem_.movements)) links.push_back(std::move(link));
        const auto unseen = [&](std::vector<int> atoms) { labels.push_back({std::move(atoms), 1, false, false, 1, true, 0}); };
        for (const auto& arrivals : times_.arrivals) unseen(arrivals.atoms);
        for (const auto& group : times_.leavers) for (const int atom : group.atoms) unseen({atom});
        out_.system = simplified(layout.atoms(), {}, labels, links, problem_.rules.zeros_shown, knowers());
        std::vector<int> when(static_cast<std::size_t>(layout.atoms()), -1);
        note_times(layout, stands(), times_, links, 0, when);
        out_.system.when = merged_times(out_.system, when);
        return fill();
    }

    bool fill() {
        CellSystem& system = out_.system;
        std::vector<char> known(system.cells.size(), 0);
        for (std::size_t label = 0; label < raw_.labels.size(); ++label) {
            if (system.cell_of[label] >= 0) known[static_cast<std::size_t>(system.cell_of[label])] = 1;
        }
        std::vector<double> cost(static_cast<std::size_t>(system.atoms), 0);
        for (const auto& group : times_.leavers) {
            for (const int atom : group.atoms) {
                const int number = system.atom_of[static_cast<std::size_t>(atom)];
                if (number >= 0) cost[static_cast<std::size_t>(number)] = 1;
            }
        }
        const BasePopulation base = base_population(system, known, cost);
        if (!base.atoms) return false;
        system.persons = *base.atoms;
        for (auto& cell : system.cells) {
            cell.value = 0;
            for (const int atom : cell.atoms) cell.value += system.persons[static_cast<std::size_t>(atom)];
        }
        return true;
    }

    /// Who knows how the register was corrected, knows how many left.
    void tell_who_left() {
        for (const auto& group : times_.leavers) {
            for (const int atom : group.atoms) {
                const int number = out_.system.atom_of[static_cast<std::size_t>(atom)];
                for (auto& cell : out_.system.cells) {
                    if (!cell.withheld || cell.atoms.size() != 1 || cell.atoms[0] != number) continue;
                    cell.withheld = false;
                    cell.stays = true;
                }
            }
        }
    }

    void guard(int cell, std::int64_t width, ProtectedRelease::Told told) {
        SystemCell& at = out_.system.cells[static_cast<std::size_t>(cell)];
        at.sensitive = true;
        at.width = std::max(at.width, width);
        told.width = at.width;
        out_.bounds.push_back({cell, -1, std::move(told)});
    }

    void note_small_changes() {
        std::map<Meaning, std::int64_t> last_shown;
        each_label([&](std::size_t label, const Source& source, std::size_t, std::size_t cell) {
            if (out_.earlier[label] == 1) last_shown[meaning_of(*source.table, source.table->population, cell)] = source.table->counts[cell];
        });
        each_label([&](std::size_t label, const Source& source, std::size_t, std::size_t cell) {
            const int at = out_.system.cell_of[label];
            if (out_.earlier[label] != 0 || at < 0 || at == out_.headline) return;
            const auto last = last_shown.find(meaning_of(*source.table, source.table->population, cell));
            if (last == last_shown.end()) return;
            const std::int64_t change = std::abs(source.table->counts[cell] - last->second);
            const std::string& indicator = source.table->definition.indicator;
            if (change == 0 || change >= problem_.rules.floor_for(indicator)) return;
            if (out_.system.cells[static_cast<std::size_t>(at)].sensitive) return;
            out_.small_changes.push_back(at);
            guard(at, problem_.rules.width_for(indicator), {"", source.table->key, cell_name(source.table->dimensions, cell), 0});
        });
    }

    /// Small numbers of arrivals, unless they are all who arrived: the total is announced.
    void note_arrivals() {
        std::vector<char> announced(out_.system.cells.size(), 0);
        const std::size_t first = raw_.labels.size();
        for (std::size_t a = 0; a < times_.arrivals.size(); ++a) {
            const int cell = out_.system.cell_of[first + a];
            if (cell >= 0 && times_.arrivals[a].all) announced[static_cast<std::size_t>(cell)] = 1;
        }
        for (std::size_t a = 0; a < times_.arrivals.size(); ++a) {
            const int cell = out_.system.cell_of[first + a];
            if (cell < 0 || announced[static_cast<std::size_t>(cell)]) continue;
            SystemCell& at = out_.system.cells[static_cast<std::size_t>(cell)];
            if (!at.withheld || at.sensitive || at.value <= 0 || at.value >= problem_.rules.floor) continue;
            guard(cell, problem_.rules.width_for(""), {"", "", times_.arrivals[a].cell, 0});
        }
    }

    void note_earlier() {
        each_label([&](std::size_t label, const Source& source, std::size_t, std::size_t cell) {
            const int at = out_.system.cell_of[label];
            if (out_.earlier[label] != 2 || at < 0 || !out_.system.cells[static_cast<std::size_t>(at)].sensitive) return;
            out_.bounds.push_back({at, static_cast<int>(label), {releases_[source.release - 1], source.table->key,
                                   cell_name(source.table->dimensions, cell), out_.system.cells[static_cast<std::size_t>(at)].width}});
        });
        std::map<std::size_t, std::size_t> before(hidden_before_.begin(), hidden_before_.end());
        each_label([&](std::size_t label, const Source& source, std::size_t, std::size_t cell) {
            const int at = out_.system.cell_of[label];
            const auto same = before.find(label);
            if (same == before.end() || at < 0 || !out_.system.cells[static_cast<std::size_t>(at)].sensitive) return;
            out_.bounds.push_back({at, static_cast<int>(same->second), {"", source.table->key, cell_name(source.table->dimensions, cell),
                                   out_.system.cells[static_cast<std::size_t>(at)].width}});
        });
    }

    const ReleaseProblem& problem_;
    Insight insight_;
    ReleaseSystem out_;
    RawSystem raw_;
    TimeLinks times_;
    std::vector<Source> sources_;
    std::vector<Date> dates_;
    std::vector<std::string> releases_;  // earlier ones, as they came
    std::vector<std::pair<std::size_t, std::size_t>> hidden_before_;  // label of this release, of an earlier one
};

}  // namespace

Result<ReleaseSystem> release_system(const ReleaseProblem& problem, Insight insight) { return Assembler(problem, insight).build(); }

}  // namespace homeward::statistics
