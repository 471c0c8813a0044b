#include "statistics/reports/cube.h"

#include <algorithm>
#include <stdexcept>

#include "base/json.h"
#include "statistics/returns/return_bodies.h"

namespace homeward::statistics {
namespace {

/// cells   the rows one after the other: categories, count, sum
struct StoredCube {
    std::string unit;
    Instant taken_at;
    Dimensions dimensions;
    std::vector<std::int64_t> cells;
};
BOOST_DESCRIBE_STRUCT(StoredCube, (), (unit, taken_at, dimensions, cells))

}  // namespace

int Cube::find(const std::string& dimension) const {
    const auto found = std::ranges::find(dimensions, dimension, &Dimension::key);
    return found == dimensions.end() ? -1 : static_cast<int>(found - dimensions.begin());
}

CubeMaker::CubeMaker(std::string unit, Instant taken_at, Dimensions dimensions) : cube_{std::move(unit), taken_at, std::move(dimensions), {}} {
    for (const auto& dimension : cube_.dimensions) {
        auto& index = index_.emplace_back();
        for (const auto& category : dimension.categories) index.emplace(category, static_cast<int>(index.size()));
    }
}

int CubeMaker::category(std::size_t dimension, std::string_view key) const {
    const auto& index = index_.at(dimension);
    const auto found = index.find(key);
    return found == index.end() ? static_cast<int>(index.size()) - 1 : found->second;
}

void CubeMaker::add(const std::vector<int>& at, std::int64_t sum) {
    Tally& tally = tally_[at];
    ++tally.count;
    tally.sum += sum;
}

Cube CubeMaker::finished() {
    for (const auto& [at, tally] : tally_) cube_.rows.push_back({at, tally.count, tally.sum});
    return std::move(cube_);
}

Table tabulate(const Cube& cube, const std::vector<std::string>& keys) {
    Table table;
    table.definition = {cube.unit, 1};
    table.population = cube.unit;
    std::vector<std::size_t> from;
    for (const auto& key : keys) {
        from.push_back(static_cast<std::size_t>(cube.find(key)));
        table.dimensions.push_back(cube.dimensions.at(from.back()));
        table.key += (table.key.empty() ? "" : ".") + key;
    }
    if (table.key.empty()) table.key = "all";
    table.counts.assign(cell_count(table.dimensions), 0);
    table.people.assign(table.counts.size(), 0);
    std::vector<int> at(keys.size());
    for (std::size_t row = 0; row < cube.rows.size(); ++row) {
        for (std::size_t d = 0; d < from.size(); ++d) at[d] = cube.rows[row].at[from[d]];
        const std::size_t cell = cell_at(table.dimensions, at);
        table.counts[cell] += cube.rows[row].count;
        table.people[cell] += fingerprint_of(row);
    }
    add_totals(table);
    return table;
}

std::string write_cube(const Cube& cube) {
    StoredCube stored{cube.unit, cube.taken_at, cube.dimensions, {}};
    for (const auto& row : cube.rows) {
        stored.cells.insert(stored.cells.end(), row.at.begin(), row.at.end());
        stored.cells.insert(stored.cells.end(), {row.count, row.sum});
    }
    return json::write(stored);
}

Cube read_cube(std::string_view text) {
    auto stored = json::read<StoredCube>(text);
    if (!stored) throw std::runtime_error("a stored cube does not read: " + stored.error().key);
    Cube cube{std::move(stored->unit), stored->taken_at, std::move(stored->dimensions), {}};
    const std::size_t width = cube.dimensions.size() + 2;
    for (std::size_t i = 0; i + width <= stored->cells.size(); i += width) {
        CubeRow row;
        for (std::size_t d = 0; d < cube.dimensions.size(); ++d) row.at.push_back(static_cast<int>(stored->cells[i + d]));
        row.count = stored->cells[i + width - 2];
        row.sum = stored->cells[i + width - 1];
        cube.rows.push_back(std::move(row));
    }
    return cube;
}

}  // namespace homeward::statistics
