#pragma once
// What reports are counted from: how many people, or things that happened, share each combination of categories.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "access/work.h"
#include "base/instant.h"
#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// at       a category in each dimension of the cube
/// count    how many there are, at least 1
/// sum      of a score over them, in thousandths; 0 where the cube has no score
struct CubeRow {
    std::vector<int> at;
    std::int64_t count = 0;
    std::int64_t sum = 0;
};

/// The facts of one unit at one moment, without a name, a number or an order that would tell who is who.
///
/// unit     what is counted: `people`, `document_requests`, `needs`, `services`, `incidents`, `complaints`, `outcomes`
/// rows     each combination once, ascending
struct Cube {
    std::string unit;
    Instant taken_at;
    Dimensions dimensions;
    std::vector<CubeRow> rows;

    /// Index of a dimension; -1 when the cube has none of that key.
    int find(const std::string& dimension) const;
};

/// Fills a cube one fact after the other.
class CubeMaker {
public:
    CubeMaker(std::string unit, Instant taken_at, Dimensions dimensions);
    /// Index of a category; the last one when the dimension does not list it: last stands what is unknown or other.
    int category(std::size_t dimension, std::string_view key) const;
    void add(const std::vector<int>& at, std::int64_t sum = 0);
    Cube finished();

private:
    struct Tally {
        std::int64_t count = 0, sum = 0;
    };
    Cube cube_;
    std::vector<std::map<std::string, int, std::less<>>> index_;
    std::map<std::vector<int>, Tally> tally_;
};

/// Gathers the facts of a unit from the nameless views of the areas.
/// errors    invalid `report.unit`
using CubeSource = std::function<Result<Cube>(access::Work&, const std::string& unit)>;

/// A cube crossed by some of its dimensions, which stand in the order of the cube; with its margins and with the
/// fingerprints of who is in each cell, so that the same people under two labels are one.
/// keys      none twice, each a dimension of the cube
Table tabulate(const Cube& cube, const std::vector<std::string>& keys);

/// One line of JSON, and back. Throws std::runtime_error on what write_cube did not write.
std::string write_cube(const Cube& cube);
Cube read_cube(std::string_view text);

}  // namespace homeward::statistics
