// Clp (EPL-2.0). GLPK solves these programs as fast, but is GPL-3 and allows one problem per thread.
#include "statistics/kernel/linear_program.h"

#include <algorithm>

#include <ClpSimplex.hpp>

namespace homeward::statistics {

struct LinearProgram::Solver {
    ClpSimplex clp;
    std::vector<double> right_sides, factors, low, high, cost;
    std::vector<int> rows;
    std::vector<CoinBigIndex> starts{0};
    bool loaded = false;
    bool costs_changed = true;
    bool moved = false;  // to another basis, whose factors are not at hand
    long solutions = 0;

    void load() {
        if (loaded) return;
        clp.setLogLevel(0);
        clp.setMaximumIterations(200'000);
        // Perturbed bounds leave traces of a millionth in the answers, and answers here should be whole.
        clp.setPerturbation(100);
        clp.loadProblem(static_cast<int>(low.size()), static_cast<int>(right_sides.size()), starts.data(), rows.data(),
                        factors.data(), low.data(), high.data(), cost.data(), right_sides.data(), right_sides.data());
        loaded = true;
    }
};

LinearProgram::LinearProgram(std::vector<double> right_sides) : solver_(std::make_unique<Solver>()) {
    solver_->right_sides = std::move(right_sides);
}

LinearProgram::~LinearProgram() = default;

int LinearProgram::add_column(double low, double high, double cost, const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
        solver_->rows.push_back(entry.row);
        solver_->factors.push_back(entry.factor);
    }
    solver_->starts.push_back(static_cast<CoinBigIndex>(solver_->rows.size()));
    solver_->low.push_back(low);
    solver_->high.push_back(high);
    solver_->cost.push_back(cost);
    return columns() - 1;
}

int LinearProgram::columns() const { return static_cast<int>(solver_->low.size()); }

void LinearProgram::set_bounds(int column, double low, double high) {
    solver_->load();
    solver_->clp.setColumnBounds(column, low, high);
}

void LinearProgram::set_cost(int column, double cost) {
    solver_->load();
    if (solver_->clp.objective()[column] == cost) return;
    solver_->clp.setObjectiveCoefficient(column, cost);
    solver_->costs_changed = true;
}

Solved LinearProgram::minimise() {
    solver_->load();
    ++solver_->solutions;
    ClpSimplex& clp = solver_->clp;
    // After new bounds alone the last basis still has the right signs for the dual method. 3: keep the
    // factors of the last basis.
    const int keep = solver_->moved ? 1 : 3;
    if (solver_->costs_changed) clp.primal(0, keep); else clp.dual(0, keep);
    solver_->costs_changed = solver_->moved = false;
    // A basis that went numerically stale is thrown away once before its answer counts.
    if (clp.status() != 0 && clp.status() != 1) {
        clp.allSlackBasis();
        clp.primal();
    }
    if (clp.status() == 0) return Solved::optimal;
    return clp.status() == 1 ? Solved::infeasible : Solved::gave_up;
}

bool LinearProgram::costs_changed() const { return solver_->costs_changed; }

double LinearProgram::cost() const { return solver_->clp.objectiveValue(); }
double LinearProgram::value(int column) const { return solver_->clp.primalColumnSolution()[column]; }
LinearProgram::Place LinearProgram::place() const {
    const ClpSimplex& clp = solver_->clp;
    const unsigned char* status = clp.statusArray();
    return {status, status + clp.numberColumns() + clp.numberRows()};
}

void LinearProgram::return_to(const Place& place) {
    std::ranges::copy(place, solver_->clp.statusArray());
    solver_->moved = true;
}

long LinearProgram::solutions() const { return solver_->solutions; }

}  // namespace homeward::statistics
