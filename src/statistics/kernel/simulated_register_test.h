#pragma once
// A register that lives: people arrive, grow older, get documents, are corrected and erased. For tests.

#include <algorithm>
#include <random>

#include "statistics/kernel/history.h"
#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics::testing {

struct Someone {
    std::uint64_t key = 0;
    int operation = 0;
    int sex = 0;
    int born = 2000;
    int household = 0;
    bool documents = false;
    bool housed = false;
    bool gone = false;
};

struct LivingRegister {
    std::mt19937 random;
    std::vector<Someone> people;
    int operations = 3;

    explicit LivingRegister(unsigned seed) : random(seed) {}
    int below(int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }

    void arrive(int operation, int persons, int year) {
        for (int i = 0; i < persons; ++i) {
            const int household = people.empty() || below(3) == 0 ? static_cast<int>(people.size()) : people.back().household;
            people.push_back({random() | 1U, operation, below(10) < 7 ? 0 : 1, year - below(below(3) == 0 ? 60 : 18), household, below(2) == 0, below(2) == 0, false});
        }
    }
    void live() {
        for (auto& one : people) {
            if (!one.documents && below(3) == 0) one.documents = true;
            if (below(5) == 0) one.housed = !one.housed;
        }
    }
    void correct(int persons) {
        for (int i = 0; i < persons && !people.empty(); ++i) {
            Someone& one = people[static_cast<std::size_t>(below(static_cast<int>(people.size())))];
            if (below(2) == 0) one.gone = true;
            else one.sex = 1 - one.sex;
        }
    }
};

inline int band_of(int age) { return age < 7 ? 0 : age < 12 ? 1 : age < 18 ? 2 : age < 30 ? 3 : age < 50 ? 4 : 5; }

inline Dimension operations_of(const LivingRegister& people) {
    Dimension dimension{"operation", {}};
    for (int o = 0; o < people.operations; ++o) dimension.categories.push_back("op" + std::to_string(o));
    return dimension;
}

/// What a person is in a classification.
inline int category_of(const Someone& one, const std::string& key, int year) {
    if (key == "operation") return one.operation;
    if (key == "sex") return one.sex;
    if (key == "age_band") return band_of(year - one.born);
    if (key == "outcome.documents_restored") return one.documents ? 0 : 1;
    return one.housed ? 0 : 1;
}

inline Table living_table(const LivingRegister& people, const std::string& key, const std::vector<std::string>& by, int year) {
    Table table{key, {key, 1}, "returnees", {}, {}, {}};
    for (const auto& d : by) {
        if (d == "operation") table.dimensions.push_back(operations_of(people));
        else if (d == "sex") table.dimensions.push_back({"sex", {"female", "male"}});
        else if (d == "age_band") table.dimensions.push_back({"age_band", {"0_6", "7_11", "12_17", "18_29", "30_49", "50_plus"}});
        else table.dimensions.push_back({d, {"reached", "not_reached"}});
    }
    table.counts.assign(cell_count(table.dimensions), 0);
    table.people.assign(table.counts.size(), 0);
    for (const auto& one : people.people) {
        if (one.gone) continue;
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            const std::vector<int> at = indices_of(table.dimensions, cell);
            bool in = true;
            for (std::size_t d = 0; d < at.size(); ++d) in = in && (is_total(table.dimensions, d, at[d]) || at[d] == category_of(one, by[d], year));
            table.counts[cell] += in;
            if (in) table.people[cell] += one.key * 0x9e3779b97f4a7c15ULL;
        }
    }
    return table;
}

/// The year's return of the register.
inline TableSet living_return(const LivingRegister& people, int year) {
    return {{living_table(people, "returnees", {"operation", "sex", "age_band"}, year),
             living_table(people, "documents_restored", {"sex", "age_band", "outcome.documents_restored"}, year),
             living_table(people, "housing", {"sex", "age_band", "outcome.housing"}, year)}};
}

inline Movements living_movements() {
    Movements movements;
    movements.stocks = {"returnees"};
    movements.classifications["operation"].moves = Movement::Moves::never;
    movements.classifications["sex"].moves = Movement::Moves::never;
    auto& age = movements.classifications["age_band"];
    age.moves = Movement::Moves::with_age;
    age.from_age = {{"0_6", 0}, {"7_11", 7}, {"12_17", 12}, {"18_29", 18}, {"30_49", 30}, {"50_plus", 50}};
    auto& documents = movements.classifications["outcome.documents_restored"];
    documents.moves = Movement::Moves::once;
    documents.open = {"not_reached"};
    return movements;
}

/// A release joins what is out.
inline void put_out(std::vector<EarlierTable>& out, const std::string& release, Date date, const TableSet& counts, const SafeTableSet& safe) {
    for (std::size_t t = 0; t < counts.tables.size(); ++t) {
        std::vector<char> shown;
        for (const auto& cell : safe.tables[t].cells) shown.push_back(cell.persons.has_value());
        out.push_back({release, date, counts.tables[t], std::move(shown)});
    }
}

}  // namespace homeward::statistics::testing
