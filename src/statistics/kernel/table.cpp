#include "statistics/kernel/table.h"

#include <map>
#include <optional>
#include <set>

namespace homeward::statistics {
namespace {

constexpr std::size_t most_dimensions = 8;

std::size_t extent(const Dimension& dimension) { return dimension.categories.size() + 1; }

Error wrong(std::string key, const Table& table, std::size_t cell, std::map<std::string, std::string> more = {}) {
    more["cell"] = cell_name(table.dimensions, cell);
    return invalid(std::move(key), table.key, std::move(more));
}

Done check_counts(const Table& table) {
    const std::size_t cells = cell_count(table.dimensions);
    if (table.counts.size() != cells || (!table.people.empty() && table.people.size() != cells)) {
        return invalid("statistics.table_shape", table.key);
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (table.counts[cell] < 0) return wrong("statistics.negative_count", table, cell);
    }
    return {};
}

Done check_margins(const Table& table) {
    std::optional<Error> failed;
    each_equation(table.dimensions, [&](std::size_t total, const std::vector<std::size_t>& parts) {
        std::int64_t sum = 0;
        for (const std::size_t part : parts) sum += table.counts[part];
        if (sum == table.counts[total] || failed) return;
        failed = wrong("statistics.margin", table, total,
                       {{"shown", std::to_string(table.counts[total])}, {"sum", std::to_string(sum)}});
    });
    if (failed) return *failed;
    return {};
}

}  // namespace

std::size_t cell_count(const Dimensions& dimensions) {
    std::size_t cells = 1;
    for (const auto& dimension : dimensions) cells *= extent(dimension);
    return cells;
}

std::size_t cell_at(const Dimensions& dimensions, std::span<const int> indices) {
    std::size_t cell = 0;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        cell = cell * extent(dimensions[d]) + static_cast<std::size_t>(indices[d]);
    }
    return cell;
}

std::vector<int> indices_of(const Dimensions& dimensions, std::size_t cell) {
    std::vector<int> indices(dimensions.size());
    for (std::size_t d = dimensions.size(); d-- > 0;) {
        indices[d] = static_cast<int>(cell % extent(dimensions[d]));
        cell /= extent(dimensions[d]);
    }
    return indices;
}

bool is_total(const Dimensions& dimensions, std::size_t dimension, int index) {
    return static_cast<std::size_t>(index) == dimensions[dimension].categories.size();
}

std::string cell_name(const Dimensions& dimensions, std::size_t cell) {
    const std::vector<int> at = indices_of(dimensions, cell);
    std::string name;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        if (is_total(dimensions, d, at[d])) continue;
        if (!name.empty()) name += ", ";
        name += dimensions[d].key + "=" + dimensions[d].categories[static_cast<std::size_t>(at[d])];
    }
    return name.empty() ? "total" : name;
}

std::uint64_t fingerprint_of(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

void add_totals(Table& table) {
    // Along one dimension after the other, so that each total is a sum over inner cells and totals before it.
    for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            std::vector<int> at = indices_of(table.dimensions, cell);
            if (is_total(table.dimensions, d, at[d])) continue;
            at[d] = static_cast<int>(table.dimensions[d].categories.size());
            const std::size_t total = cell_at(table.dimensions, at);
            table.counts[total] += table.counts[cell];
            if (!table.people.empty()) table.people[total] += table.people[cell];
        }
    }
}

Done check_dimensions(const std::string& table, const Dimensions& dimensions) {
    if (dimensions.size() > most_dimensions) return invalid("statistics.table_too_large", table);
    std::set<std::string> keys;
    std::size_t cells = 1;
    for (const auto& dimension : dimensions) {
        const std::set<std::string> categories(dimension.categories.begin(), dimension.categories.end());
        if (dimension.key.empty() || !keys.insert(dimension.key).second || categories.empty() ||
            categories.contains("") || categories.size() != dimension.categories.size()) {
            return invalid("statistics.table_shape", table, {{"dimension", dimension.key}});
        }
        cells *= extent(dimension);
        if (cells > most_cells) return invalid("statistics.table_too_large", table);
    }
    return {};
}

Done check(const TableSet& set) {
    std::set<std::string> keys;
    std::size_t cells = 0;
    for (const auto& table : set.tables) {
        if (table.key.empty() || !keys.insert(table.key).second) return invalid("statistics.table_key", table.key);
        TRY(check_dimensions(table.key, table.dimensions));
        cells += cell_count(table.dimensions);
        if (cells > most_cells) return invalid("statistics.table_too_large", table.key);
        TRY(check_counts(table));
        TRY(check_margins(table));
    }
    return {};
}

}  // namespace homeward::statistics
