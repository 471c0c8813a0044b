#include "statistics/kernel/elimination.h"

namespace homeward::statistics {
namespace {

constexpr std::uint64_t prime = (std::uint64_t{1} << 61) - 1;

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    const std::uint64_t folded = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61);
    return folded >= prime ? folded - prime : folded;
}

std::uint64_t minus(std::uint64_t a, std::uint64_t b) { return a >= b ? a - b : a + prime - b; }

std::uint64_t inverse(std::uint64_t a) {
    std::uint64_t result = 1;
    for (std::uint64_t power = prime - 2; power > 0; power >>= 1) {
        if (power & 1) result = times(result, a);
        a = times(a, a);
    }
    return result;
}

}  // namespace

Row sum_of(const std::vector<int>& columns) { return difference_of(columns, {}); }

Row difference_of(const std::vector<int>& columns, const std::vector<int>& less) {
    Row row;
    for (const int column : columns) row.emplace_back(column, 1);
    for (const int column : less) row.emplace_back(column, -1);
    return row;
}

std::vector<std::pair<int, std::uint64_t>> Span::reduced(const Row& row) {
    for (const auto& [column, factor] : row) {
        auto& at = work_[static_cast<std::size_t>(column)];
        at = factor >= 0 ? minus(at, minus(0, static_cast<std::uint64_t>(factor))) : minus(at, static_cast<std::uint64_t>(-factor));
    }
    std::vector<std::pair<int, std::uint64_t>> left;
    for (std::size_t column = 0; column < work_.size(); ++column) {
        const std::uint64_t factor = std::exchange(work_[column], 0);
        if (factor == 0) continue;
        if (pivot_row_[column] < 0) {
            left.emplace_back(static_cast<int>(column), factor);
            continue;
        }
        for (const auto& [other, share] : rows_[static_cast<std::size_t>(pivot_row_[column])]) {
            auto& at = work_[static_cast<std::size_t>(other)];
            if (static_cast<std::size_t>(other) != column) at = minus(at, times(factor, share));
        }
    }
    return left;
}

bool Span::add(const Row& row) {
    auto left = reduced(row);
    if (left.empty()) return false;
    const std::uint64_t scale = inverse(left.front().second);
    for (auto& [column, factor] : left) factor = times(factor, scale);
    pivot_row_[static_cast<std::size_t>(left.front().first)] = static_cast<int>(rows_.size());
    rows_.push_back(std::move(left));
    return true;
}

bool Span::contains(const Row& row) { return reduced(row).empty(); }

}  // namespace homeward::statistics
