#include "statistics/kernel/adviser.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "statistics/kernel/coarsen.h"

namespace homeward::statistics {
namespace {

struct Line {          // an equation: a total and its parts
    int total;
    std::vector<int> parts;
};

struct Estimated {
    std::int64_t value = 0;
    std::int64_t least = 0;  // what it has at least when it is hidden
    std::int64_t width = 0;  // what must stay open of it; of one that protects, the most that it protects
    bool sensitive = false;
    bool hidden = false;
    bool stays = false;
    std::vector<int> lines;
};

/// Hides as somebody would by hand: a hidden count needs company in each sum that it is part of, and enough room there to move.
/// What can be worked out over several sums together is left to `protect`; so this is an estimate.
class Estimate {
public:
    Estimate(const TableSet& set, const Rules& rules) : rules_(rules) {
        for (const auto& table : set.tables) note(table);
        for (int line = 0; line < static_cast<int>(lines_.size()); ++line) waiting_.push_back(line);
        queued_.assign(lines_.size(), 1);
        while (!waiting_.empty()) {
            const int line = waiting_.back();
            waiting_.pop_back();
            queued_[static_cast<std::size_t>(line)] = 0;
            settle(lines_[static_cast<std::size_t>(line)]);
        }
    }

    Cost of(std::size_t table) const {
        Cost cost;
        for (const int cell : cells_of_table_[table]) add(cost, cell);
        return cost;
    }

    Cost whole() const {
        Cost cost;
        for (int cell = 0; cell < static_cast<int>(cells_.size()); ++cell) add(cost, cell);
        return cost;
    }

private:
    Estimated& at(int cell) { return cells_[static_cast<std::size_t>(cell)]; }
    const Estimated& at(int cell) const { return cells_[static_cast<std::size_t>(cell)]; }
    /// Not a zero that everybody sees.
    bool may_be_hidden(int cell) const { return at(cell).value >= at(cell).least; }
    bool may_hide(int cell) const { return may_be_hidden(cell) && !at(cell).stays; }

    void add(Cost& cost, int cell) const {
        if (!may_be_hidden(cell)) return;
        ++cost.cells;
        cost.by_rule += at(cell).sensitive;
        cost.to_protect += at(cell).hidden && !at(cell).sensitive;
    }

    void note(const Table& table) {
        std::vector<int> numbers;
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) numbers.push_back(number_of(table, cell));
        each_equation(table.dimensions, [&](std::size_t total, const std::vector<std::size_t>& parts) {
            Line line{numbers[total], {}};
            for (const std::size_t part : parts) if (may_be_hidden(numbers[part])) line.parts.push_back(numbers[part]);
            const int number = static_cast<int>(lines_.size());
            if (may_be_hidden(line.total)) at(line.total).lines.push_back(number);
            for (const int part : line.parts) at(part).lines.push_back(number);
            lines_.push_back(std::move(line));
        });
        cells_of_table_.push_back(std::move(numbers));
    }

    /// Where zeros are hidden, those of a group in which nobody is are mostly told by another table.
    bool shows_zero(const Table& table, std::vector<int> indices) const {
        if (rules_.shows_zeros_of(table.definition.indicator)) return true;
        if (!rules_.zeros_shown || indices.empty()) return false;
        indices.back() = static_cast<int>(table.dimensions.back().categories.size());
        return table.counts[cell_at(table.dimensions, indices)] == 0;
    }

    /// One number for the cells of a population that have the same categories.
    int number_of(const Table& table, std::size_t cell) {
        const std::vector<int> indices = indices_of(table.dimensions, cell);
        std::vector<std::pair<std::string, int>> categories;
        for (std::size_t d = 0; d < indices.size(); ++d) {
            if (!is_total(table.dimensions, d, indices[d])) categories.emplace_back(table.dimensions[d].key, indices[d]);
        }
        std::ranges::sort(categories);
        const bool whole = categories.empty();
        const auto [found, fresh] = numbers_.try_emplace({table.population, std::move(categories)}, static_cast<int>(cells_.size()));
        if (fresh) cells_.emplace_back();
        Estimated& one = at(found->second);
        one.value = table.counts[cell];
        const int floor = rules_.floor_for(table.definition.indicator);
        one.least = std::max<std::int64_t>(one.least, shows_zero(table, indices) ? 1 : 0);
        if (one.value >= one.least && one.value < floor) {
            one.sensitive = one.hidden = true;
            one.width = std::max<std::int64_t>(one.width, rules_.width_for(table.definition.indicator));
        }
        one.stays = one.stays || (whole && !one.sensitive);
        return found->second;
    }

    /// How far a cell can move within one sum, when only the hidden cells of that sum move with it.
    std::int64_t room(const Line& line, int cell) const {
        constexpr std::int64_t far = 1'000'000;
        std::int64_t others_down = 0, down = at(cell).value - at(cell).least;
        int company = 0;
        for (const int part : line.parts) {
            if (part == cell || !at(part).hidden) continue;
            ++company;
            others_down += at(part).value - at(part).least;
        }
        const bool open_total = line.total != cell && at(line.total).hidden;
        if (company == 0 && !open_total) return 0;
        if (line.total == cell) return far;  // its parts can grow without limit
        return (company > 0 ? down : std::min(down, at(line.total).value - at(line.total).least)) + (open_total ? far : others_down);
    }

    void settle(const Line& line) {
        const auto hidden_ones = [&] {
            std::vector<int> hidden;
            if (at(line.total).hidden) hidden.push_back(line.total);
            for (const int part : line.parts) if (at(part).hidden) hidden.push_back(part);
            return hidden;
        };
        for (bool again = true; again;) {
            again = false;
            for (const int cell : hidden_ones()) {
                if (room(line, cell) >= at(cell).width) continue;
                const int company = cheapest(line, at(cell).width);
                if (company < 0) continue;  // nothing left to hide here; `protect` will say so
                hide(company, at(cell).width);
                again = true;
            }
        }
    }

    /// What costs least to hide of a sum. A cell whose other sums have company for it already asks for nothing more.
    int cheapest(const Line& line, std::int64_t width) const {
        int best = -1;
        double best_loss = 0;
        const auto consider = [&](int cell) {
            if (at(cell).hidden || !may_hide(cell)) return;
            double loss = 1 + std::log2(1.0 + static_cast<double>(at(cell).value)) / 4;
            for (const int other : at(cell).lines) {
                const Line& sum = lines_[static_cast<std::size_t>(other)];
                if (&sum != &line && room(sum, cell) < width) loss += 1;
            }
            if (best < 0 || loss < best_loss) { best = cell; best_loss = loss; }
        };
        for (const int part : line.parts) consider(part);
        consider(line.total);
        return best;
    }

    void hide(int cell, std::int64_t width) {
        at(cell).hidden = true;
        at(cell).width = std::max(at(cell).width, width);
        for (const int line : at(cell).lines) {
            if (std::exchange(queued_[static_cast<std::size_t>(line)], 1) == 0) waiting_.push_back(line);
        }
    }

    const Rules& rules_;
    std::map<std::pair<std::string, std::vector<std::pair<std::string, int>>>, int> numbers_;
    std::vector<Estimated> cells_;
    std::vector<Line> lines_;
    std::vector<std::vector<int>> cells_of_table_;
    std::vector<int> waiting_;
    std::vector<char> queued_;
};

Done check_shapes(const TableSet& set) {
    for (const auto& table : set.tables) {
        TRY(check_dimensions(table.key, table.dimensions));
        if (table.counts.size() != cell_count(table.dimensions)) return invalid("statistics.table_shape", table.key);
    }
    return {};
}

/// Neighbours two by two; of an odd number the last three together.
CoarserTable neighbours_merged(const Dimension& dimension) {
    CoarserTable coarser{dimension.key, {}, {}};
    for (std::size_t c = 0; c < dimension.categories.size(); ++c) {
        const bool lonely = c + 1 == dimension.categories.size();
        if (c % 2 == 0 && !(lonely && c > 0)) coarser.categories.emplace_back();
        coarser.categories.back().push_back(dimension.categories[c]);
    }
    return coarser;
}

/// Populations of other ages have fewer or further categories: each goes where its name goes, or stays.
Table merged_by_name(const Table& table, const std::string& classification, const std::map<std::string, std::string>& name_of) {
    const auto dimension = std::ranges::find(table.dimensions, classification, &Dimension::key);
    if (dimension == table.dimensions.end()) return table;
    std::vector<int> into;
    std::vector<std::string> names;
    for (const auto& category : dimension->categories) {
        const auto renamed = name_of.find(category);
        const std::string& name = renamed == name_of.end() ? category : renamed->second;
        auto at = std::ranges::find(names, name);
        into.push_back(static_cast<int>(at - names.begin()));
        if (at == names.end()) names.push_back(name);
    }
    return with_merged(table, classification, into, names);
}

/// The set with one table coarser; a merged classification is merged wherever it stands, so that there is one only.
TableSet replaced(TableSet set, std::size_t proposed, const CoarserTable& coarser) {
    if (coarser.categories.empty()) {
        set.tables[proposed] = without(set.tables[proposed], coarser.classification);
        return set;
    }
    std::map<std::string, std::string> name_of;
    for (const auto& group : coarser.categories) {
        for (const auto& category : group) name_of[category] = group.size() == 1 ? category : group.front() + "+" + group.back();
    }
    for (auto& table : set.tables) table = merged_by_name(table, coarser.classification, name_of);
    return set;
}

}  // namespace

Table with_merged(const Table& table, const std::string& classification, const std::vector<int>& into, const std::vector<std::string>& names) {
    Table merged{table.key, table.definition, table.population, table.dimensions, {}, {}};
    const auto found = std::ranges::find(merged.dimensions, classification, &Dimension::key);
    if (found == merged.dimensions.end()) return table;
    const auto d = static_cast<std::size_t>(found - merged.dimensions.begin());
    found->categories = names;
    merged.counts.assign(cell_count(merged.dimensions), 0);
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
        std::vector<int> at = indices_of(table.dimensions, cell);
        at[d] = is_total(table.dimensions, d, at[d]) ? static_cast<int>(names.size()) : into[static_cast<std::size_t>(at[d])];
        merged.counts[cell_at(merged.dimensions, at)] += table.counts[cell];
    }
    return merged;
}

Result<std::vector<Cost>> costs_of(const TableSet& set, const Rules& rules) {
    TRY(check_shapes(set));
    const Estimate estimate(set, rules);
    std::vector<Cost> costs;
    for (std::size_t table = 0; table < set.tables.size(); ++table) costs.push_back(estimate.of(table));
    return costs;
}

Result<Advice> advise(const TableSet& set, std::size_t proposed, const Rules& rules, const std::vector<std::string>& ordered) {
    TRY(check_shapes(set));
    const Estimate estimate(set, rules);
    Advice advice{estimate.of(proposed), estimate.whole(), {}};
    for (const auto& dimension : set.tables.at(proposed).dimensions) {
        advice.coarser.push_back({dimension.key, {}, {}});
        if (dimension.categories.size() > 2 && std::ranges::count(ordered, dimension.key) > 0) advice.coarser.push_back(neighbours_merged(dimension));
    }
    for (auto& coarser : advice.coarser) coarser.cost = Estimate(replaced(set, proposed, coarser), rules).of(proposed);
    std::ranges::sort(advice.coarser, {}, [](const CoarserTable& one) { return std::tuple(one.cost.share_hidden(), one.categories.size(), one.classification); });
    return advice;
}

}  // namespace homeward::statistics
