#pragma once
// How the people of some tables are cut into the smallest groups that their cells are sums of.

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/crossings.h"
#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// The groups of a crossing are numbered row-major from `first_atom`.
struct PlacedCrossing {
    Crossing crossing;
    int first_atom = 0;
};

/// One population with the crossings that its tables lie in. `tables` are the classifications of each, ascending.
struct People {
    std::vector<Dimension> classifications;
    std::vector<std::vector<int>> tables;
    std::vector<PlacedCrossing> crossings;

    /// The groups of a crossing that have these categories, by classification; -1 takes all of one.
    std::vector<int> groups(const PlacedCrossing& placed, const std::vector<int>& categories) const;
    /// The same in the first crossing that knows all classifications that are asked for; empty when none does.
    std::vector<int> groups(const std::vector<int>& categories) const;
};

/// The groups of all populations, and the sums that tie the crossings of a population together.
class Layout {
public:
    /// Notes a table; before `place`. Tables are numbered from 0 as they come.
    /// errors   `statistics.dimension_differs` {dimension}, field = table: other categories in another table of the population
    Done add(const std::string& table, const std::string& population, const Dimensions& dimensions);
    /// Numbers the groups.
    /// errors   `statistics.crossing_too_large` {dimensions}
    Done place();

    /// A group that no table shows; after `place`.
    int new_atom() { return atoms_++; }

    int atoms() const { return atoms_; }
    const std::vector<Link>& links() const { return links_; }
    int population_of(std::size_t table) const { return population_of_table_[table]; }
    const People& people(int population) const { return populations_[static_cast<std::size_t>(population)]; }
    /// By classification of its population the category of a cell, or -1 for all.
    std::vector<int> categories(std::size_t table, std::size_t cell) const;

private:
    Done place(People& people);
    void link(const People& people, const PlacedCrossing& placed);

    std::map<std::string, int> number_of_;  // of a population
    std::vector<People> populations_;
    std::vector<Dimensions> dimensions_of_table_;
    std::vector<int> population_of_table_;
    std::vector<std::vector<int>> classifications_of_table_;  // in the table's own order
    int atoms_ = 0;
    std::vector<Link> links_;
};

/// A system before it is put into its smallest form. Labels are in the order of tables and cells.
///
/// apart   by label: nobody is taken to know that it is the same people as another, for that would say which hidden counts are zeros
struct RawSystem {
    Layout layout;
    std::vector<SystemCell> labels;
    std::vector<Link> links;
    std::vector<char> apart;
};

/// errors   as `system_of`
Result<RawSystem> raw_system_of(const TableSet& set, const Rules& rules);

}  // namespace homeward::statistics
