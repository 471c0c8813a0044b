#pragma once
// One linear program that is solved again and again with other bounds and costs. The only door to the solver.

#include <memory>
#include <vector>

namespace homeward::statistics {

constexpr double unbounded = 1e30;

enum class Solved { optimal, infeasible, gave_up };

/// Minimises cost over columns within their bounds, rows equal to their right sides. Each solution starts
/// from the last one. Columns and rows are numbered from 0 in the order they were added.
class LinearProgram {
public:
    struct Entry {
        int row;
        double factor;
    };

    explicit LinearProgram(std::vector<double> right_sides);
    ~LinearProgram();
    LinearProgram(const LinearProgram&) = delete;
    LinearProgram& operator=(const LinearProgram&) = delete;

    /// Before the first `minimise`.
    int add_column(double low, double high, double cost, const std::vector<Entry>& entries);

    int columns() const;
    void set_bounds(int column, double low, double high);
    void set_cost(int column, double cost);

    /// gave_up: the solver's own limits; the answer is then unknown.
    Solved minimise();
    bool costs_changed() const;      ///< since the last `minimise`
    double cost() const;             ///< of the last optimal solution
    double value(int column) const;  ///< in the last optimal solution
    long solutions() const;          ///< how often `minimise` ran

    /// Where a solution stands, so that a search can come back to it: the next `minimise` starts from there.
    using Place = std::vector<unsigned char>;
    Place place() const;
    void return_to(const Place& place);

private:
    struct Solver;
    std::unique_ptr<Solver> solver_;
};

}  // namespace homeward::statistics
