#include "statistics/kernel/seen.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "statistics/kernel/base_population.h"
#include "statistics/kernel/part_links.h"
#include "statistics/kernel/prover.h"
#include "statistics/kernel/time_links.h"

namespace homeward::statistics {
namespace {

constexpr double tolerance = 1e-6;
// Between two States, so that what is near in time is of one of them.
constexpr int apart_in_time = 20;

/// How far apart the first and the last whole number are.
std::int64_t whole_between(double low, double high) {
    return static_cast<std::int64_t>(std::floor(high + tolerance) - std::ceil(low - tolerance));
}

class Reader {
public:
    Reader(const std::vector<SeenRelease>& releases, const std::vector<SeenFigure>& figures, const Movements& movements)
        : releases_(releases), figures_(figures), movements_(movements) {}

    Result<SeenSystem> build() {
        TRY(lay_out());
        read_cells();
        for (const bool to_one : {true, false}) {
            if (TRY(find_everybody(to_one))) return std::move(out_);
        }
        return invalid("statistics.no_population");
    }

private:
    static std::string population_of(std::size_t release, const std::string& population) { return std::to_string(release) + "/" + population; }

    Done lay_out() {
        for (std::size_t r = 0; r < releases_.size(); ++r) {
            for (const auto& table : releases_[r].tables) {
                TRY(layout_.add(table.key, population_of(r, table.population), table.dimensions));
            }
        }
        TRY(layout_.place());
        std::size_t number = 0;
        for (std::size_t r = 0; r < releases_.size(); ++r) {
            const SeenRelease& release = releases_[r];
            std::map<int, Stand> stands;
            for (const auto& table : release.tables) {
                const int people = layout_.population_of(number++);
                stands.try_emplace(people, Stand{r, table.population, release.date, people});
            }
            for (auto& [people, stand] : stands) stands_of_[release.state].push_back(std::move(stand));
        }
        return {};
    }

    void read_cells() {
        std::size_t number = 0;
        for (std::size_t r = 0; r < releases_.size(); ++r) {
            const SeenRelease& release = releases_[r];
            std::optional<std::size_t> headline;
            for (std::size_t t = 0; t < release.tables.size(); ++t, ++number) {
                const SeenTable& table = release.tables[t];
                for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
                    const auto& persons = table.cells[cell];
                    SystemCell label{layout_.people(layout_.population_of(number)).groups(layout_.categories(number, cell))};
                    label.value = persons.value_or(1);
                    label.stays = persons.has_value();
                    label.withheld = label.sensitive = !label.stays;
                    label.width = release.rules.width_for(table.definition.indicator);
                    label.least = release.rules.shows_zeros_of(table.definition.indicator) ? 1 : 0;
                    const bool whole = cell + 1 == table.cells.size() && label.stays;
                    if (whole && (!headline || labels_[*headline].value < label.value)) headline = labels_.size();
                    labels_.push_back(std::move(label));
                    out_.read.push_back({r, t, cell});
                }
            }
            if (headline) headlines_.push_back(*headline);
        }
    }

    /// The groups of a State that a figure sums; nothing when the State shows no such table, or several of that day.
    std::optional<std::vector<int>> part_of(const SeenFigure& figure, const std::string& state, bool to_one) const {
        std::optional<std::vector<int>> found;
        const auto stands = stands_of_.find(state);
        if (stands == stands_of_.end()) return found;
        for (const Stand& stand : stands->second) {
            if (stand.population != figure.population || stand.date != figure.date) continue;
            // After a correction nobody says which of the two the figure sums.
            if (found && !to_one) return std::nullopt;
            const People& people = layout_.people(stand.people);
            std::vector<int> categories(people.classifications.size(), -1);
            bool known = true;
            for (const auto& [key, category] : figure.categories) {
                const auto dimension = std::ranges::find(people.classifications, key, &Dimension::key);
                known = known && dimension != people.classifications.end();
                if (!known) break;
                const auto at = std::ranges::find(dimension->categories, category);
                known = at != dimension->categories.end();
                if (!known) break;
                categories[static_cast<std::size_t>(dimension - people.classifications.begin())] = static_cast<int>(at - dimension->categories.begin());
            }
            if (!known) continue;
            auto groups = people.groups(categories);
            if (!groups.empty()) found = std::move(groups);
        }
        return found;
    }

    void add_figures(Layout& layout, std::vector<SystemCell>& labels, bool to_one) {
        untold_.clear();
        for (const SeenFigure& figure : figures_) {
            SystemCell label;
            label.value = figure.value;
            label.stays = true;
            label.least = 0;
            for (const auto& state : figure.states) {
                const auto part = part_of(figure, state, to_one);
                if (part) label.atoms.insert(label.atoms.end(), part->begin(), part->end());
                else label.atoms.push_back(untold_.emplace_back(state, layout.new_atom()).second);
            }
            std::ranges::sort(label.atoms);
            if (!label.atoms.empty()) labels.push_back(std::move(label));
        }
    }

    /// As everybody can tell: without people who left against the rule, unless what is shown cannot be so; then, between those two
    /// releases, anybody may have.
    Result<bool> find_everybody(bool to_one) {
        if (TRY(settle(to_one, {}, false))) return true;
        if (!TRY(settle(to_one, {}, true))) return false;
        std::set<std::pair<std::string, std::size_t>> between;
        for (const auto& [state, times] : times_of_) {
            for (const auto& group : times.leavers) {
                for (const int atom : group.atoms) {
                    const int number = out_.system.atom_of[static_cast<std::size_t>(atom)];
                    if (number >= 0 && out_.system.persons[static_cast<std::size_t>(number)] > 0) between.insert({state, group.stand});
                }
            }
        }
        return settle(to_one, between, false);
    }

    Result<bool> settle(bool to_one, const std::set<std::pair<std::string, std::size_t>>& between, bool anywhere) {
        Layout layout = layout_;
        std::vector<SystemCell> labels = labels_;
        std::vector<Link> links = layout.links();
        times_of_.clear();
        std::vector<std::pair<std::string, std::vector<Link>>> of_state;
        for (const auto& [state, stands] : stands_of_) {
            const auto may_leave = [&](std::size_t, std::size_t stand) { return anywhere || between.contains({state, stand}); };
            TimeLinks times = TRY(link_in_time(layout, stands, movements_, may_leave));
            std::vector<Link> own = times.links;
            for (auto& link : link_parts(layout, stands, movements_)) own.push_back(std::move(link));
            links.insert(links.end(), own.begin(), own.end());
            of_state.emplace_back(state, std::move(own));
            times_of_.emplace(state, std::move(times));
        }
        add_figures(layout, labels, to_one);
        const std::size_t told = labels.size();
        for (const auto& [state, times] : times_of_) {
            for (const auto& group : times.leavers) for (const int atom : group.atoms) labels.push_back({{atom}, 1, false, false, 1, true, 0});
        }
        const std::size_t parts = labels.size();
        for (const auto& [state, atom] : untold_) labels.push_back({{atom}, 1, false, false, 1, true, 0});
        out_.system = simplified(layout.atoms(), {}, labels, links, true);
        std::vector<int> when(static_cast<std::size_t>(layout.atoms()), -1);
        int first = 0;
        for (const auto& [state, own] : of_state) first = note_times(layout, stands_of_[state], times_of_[state], own, first, when) + apart_in_time;
        out_.system.when = merged_times(out_.system, when);
        name_parts(parts);
        return fill(labels, told);
    }

    void name_parts(std::size_t first) {
        out_.parts.clear();
        for (std::size_t part = 0; part < untold_.size(); ++part) {
            const int cell = out_.system.cell_of[first + part];
            if (cell >= 0) out_.parts[untold_[part].first].push_back(cell);
        }
    }

    bool fill(const std::vector<SystemCell>& labels, std::size_t told) {
        CellSystem& system = out_.system;
        out_.hidden.assign(system.cells.size(), 1);
        out_.announced.assign(system.cells.size(), 0);
        for (const std::size_t label : headlines_) {
            if (system.cell_of[label] >= 0) out_.announced[static_cast<std::size_t>(system.cell_of[label])] = 1;
        }
        out_.floor.assign(system.cells.size(), 0);
        for (std::size_t label = 0; label < told; ++label) {
            const int cell = system.cell_of[label];
            if (cell < 0) continue;
            SystemCell& at = system.cells[static_cast<std::size_t>(cell)];
            if (labels[label].stays) {
                out_.hidden[static_cast<std::size_t>(cell)] = 0;
                at.value = labels[label].value;
            } else {
                const ReadCell& read = out_.read[label];
                const SeenRelease& release = releases_[read.release];
                auto& floor = out_.floor[static_cast<std::size_t>(cell)];
                floor = std::max<std::int64_t>(floor, release.rules.floor_for(release.tables[read.table].definition.indicator));
            }
        }
        std::vector<char> known;
        for (const char hidden : out_.hidden) known.push_back(!hidden);
        std::vector<double> cost(static_cast<std::size_t>(system.atoms), 0);
        for (const auto& [state, times] : times_of_) {
            for (const auto& group : times.leavers) {
                for (const int atom : group.atoms) {
                    const int number = system.atom_of[static_cast<std::size_t>(atom)];
                    if (number >= 0) cost[static_cast<std::size_t>(number)] = 1;
                }
            }
        }
        BasePopulation base = base_population(system, known, cost);
        if (!base.atoms) return false;
        system.persons = std::move(*base.atoms);
        for (auto& cell : system.cells) {
            cell.value = 0;
            for (const int atom : cell.atoms) cell.value += system.persons[static_cast<std::size_t>(atom)];
        }
        return true;
    }

    const std::vector<SeenRelease>& releases_;
    const std::vector<SeenFigure>& figures_;
    const Movements& movements_;
    Layout layout_;
    std::map<std::string, std::vector<Stand>> stands_of_;  // by State, in the order of release
    std::map<std::string, TimeLinks> times_of_;
    std::vector<SystemCell> labels_;
    std::vector<std::size_t> headlines_;  // labels
    std::vector<std::pair<std::string, int>> untold_;  // of a figure: State without such a table, its atom
    SeenSystem out_;
};

}  // namespace

Result<SeenSystem> seen_system(const std::vector<SeenRelease>& releases, const std::vector<SeenFigure>& figures, const Movements& movements) {
    return Reader(releases, figures, movements).build();
}

Result<std::vector<Exposure>> opened(const SeenSystem& seen, const GoOn& go_on) {
    std::vector<Exposure> opened;
    std::optional<Prover> prover;
    for (const auto& exposure : TRY(audit(seen.system, seen.hidden, go_on)).exposed) {
        const auto floor = static_cast<double>(seen.floor[static_cast<std::size_t>(exposure.cell)]);
        if (std::ceil(exposure.low - tolerance) >= floor) continue;
        if (!prover) {
            prover.emplace(seen.system);
            for (std::size_t c = 0; c < seen.hidden.size(); ++c) if (!seen.announced[c]) prover->hide(static_cast<int>(c));
        }
        const auto [down, up] = prover->stretch(exposure.cell, seen.system.cells[static_cast<std::size_t>(exposure.cell)].width);
        if (whole_between(exposure.low, exposure.high) < whole_between(down, up)) opened.push_back(exposure);
    }
    return opened;
}

}  // namespace homeward::statistics
