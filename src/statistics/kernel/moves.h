#pragma once
// Ways through the tables that were found before. Two of them together are often the next one.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// Every witness there ever was, also of patterns that were given up, as whole differences from the true counts. Sums and
/// differences of such are whole again, and no linear program is needed to find them.
class Moves {
public:
    explicit Moves(const CellSystem& system);

    void note(const Witness& witness);
    /// A witness of this pattern in which the cell differs by at least `up`, or by at most `-down`; one that a knower cannot rule out.
    /// From one way, or from two of which one undoes what the other does to a shown cell. Nothing when these do not yield one.
    std::optional<Witness> find(const Pattern& hidden, int cell, std::int64_t up, std::int64_t down, int knower) const;

private:
    using Sparse = std::vector<std::pair<int, std::int64_t>>;
    struct Move {
        Sparse atoms, cells;
    };
    struct Question {
        const Pattern& hidden;
        int cell;
        std::int64_t up, down;
        int knower;
    };
    static std::int64_t at(const Sparse& sparse, int index);
    static Sparse less(const Sparse& from, std::int64_t times, const Sparse& what);
    std::optional<Witness> whole(const Question& question, const Move& move, std::int64_t times) const;
    std::optional<Witness> either_way(const Question& question, const Move& move) const;

    const CellSystem* system_;
    std::vector<Move> moves_;
    std::vector<std::vector<int>> with_cell_;
};

}  // namespace homeward::statistics
