#pragma once
// What follows from shown sums by adding and subtracting alone.

#include <cstdint>
#include <utility>
#include <vector>

namespace homeward::statistics {

using Row = std::vector<std::pair<int, int>>;  // (column, factor), factors whole and small

/// The sum of some columns; of some less others.
Row sum_of(const std::vector<int>& columns);
Row difference_of(const std::vector<int>& columns, const std::vector<int>& less);

/// The space of all sums that some rows span, exact modulo the prime 2^61 - 1. A row that follows over the
/// fractions follows here as well; the reverse fails only if the prime divides one of the few determinants.
class Span {
public:
    explicit Span(int columns) : pivot_row_(static_cast<std::size_t>(columns), -1), work_(static_cast<std::size_t>(columns), 0) {}

    /// True when the row was new.
    bool add(const Row& row);
    bool contains(const Row& row);

private:
    std::vector<std::pair<int, std::uint64_t>> reduced(const Row& row);

    std::vector<std::vector<std::pair<int, std::uint64_t>>> rows_;  // leading factor 1, by column
    std::vector<int> pivot_row_;                                    // by leading column
    std::vector<std::uint64_t> work_;
};

}  // namespace homeward::statistics
