#include "statistics/returns/make_safe.h"

#include <optional>

namespace homeward::statistics {
namespace {

// Households that are given up one cell after the other; each try takes as long as the first.
constexpr int kMostTries = 4;

/// The total of the first table alone: one number leaves nothing to subtract.
CoarserRelease headline_of(const TableSet& set) {
    CoarserRelease release;
    Table headline = set.tables.front();
    for (const auto& dimension : set.tables.front().dimensions) {
        release.given_up.push_back({headline.key, dimension.key});
        headline = without(headline, dimension.key);
    }
    for (const auto& table : set.tables) {
        if (table.key != headline.key) release.given_up.push_back({table.key, ""});
    }
    release.counts.tables = {std::move(headline)};
    return release;
}

/// The cell that an error of `protect_release` names.
struct Named {
    const Table* table;
    std::size_t cell;
};
std::optional<Named> named_by(const Error& error, const TableSet& set) {
    const auto name = error.params.find("cell");
    for (const auto& table : set.tables) {
        if (name == error.params.end() || table.key != error.field) continue;
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) if (cell_name(table.dimensions, cell) == name->second) return Named{&table, cell};
    }
    return std::nullopt;
}

bool stands_in(const Household::Member& member, const Named& named) {
    if (member.population != named.table->population || !member.release.empty()) return false;
    const auto at = indices_of(named.table->dimensions, named.cell);
    for (std::size_t d = 0; d < at.size(); ++d) {
        const auto own = member.categories.find(named.table->dimensions[d].key);
        if (!is_total(named.table->dimensions, d, at[d]) && (own == member.categories.end() || own->second != at[d])) return false;
    }
    return true;
}

/// Beside what is out already a household may know so much of its own cell that no pattern keeps it wide for them. It is then
/// protected against everybody else, and the steward is told which.
bool give_up_households(ReleaseProblem& problem, const Error& error, std::vector<ProtectedRelease::Told>& told) {
    const auto named = named_by(error, problem.tables);
    if (!named) return false;
    const auto knows = [&](const Household& household) {
        return std::ranges::any_of(household.members, [&](const auto& member) { return stands_in(member, *named); });
    };
    const auto gone = std::erase_if(problem.households, knows);
    if (gone > 0) told.push_back({"", named->table->key, cell_name(named->table->dimensions, named->cell), 0});
    return gone > 0;
}

Result<ProtectedRelease> protect_all_it_can(ReleaseProblem& problem, std::vector<ProtectedRelease::Told>& told, const GoOn& go_on) {
    for (int tries = 1;; ++tries) {
        auto made = protect_release(problem, go_on);
        const bool again = !made && made.error().key == "statistics.cannot_protect" && tries < kMostTries && !problem.earlier.empty();
        if (!again || !give_up_households(problem, made.error(), told)) return made;
    }
}

}  // namespace

Result<MadeSafe> make_safe(const ReleaseProblem& problem, const GoOn& go_on, const std::function<bool()>& ended) {
    ReleaseProblem tried = problem;
    std::vector<ProtectedRelease::Told> told;
    auto made = protect_all_it_can(tried, told, go_on);
    if (made) {
        told.insert(told.end(), made->told.begin(), made->told.end());
        return MadeSafe{{std::move(tried.tables), std::move(made->safe), {}}, std::move(tried.households), std::move(made->certificate), std::move(told), {}};
    }
    const Error why = made.error();
    if (why.key != "statistics.cannot_protect" && (why.key != "statistics.ended" || ended())) return why;
    MadeSafe coarser{headline_of(problem.tables), problem.households, {}, {}, why};
    ReleaseProblem smaller = problem;
    smaller.tables = coarser.tables.counts;
    auto headline = TRY(protect_release(smaller, {}));
    coarser.tables.safe = std::move(headline.safe);
    coarser.certificate = std::move(headline.certificate);
    coarser.told = std::move(headline.told);
    return coarser;
}

}  // namespace homeward::statistics
