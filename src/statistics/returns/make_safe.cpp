#include "statistics/returns/make_safe.h"

#include <optional>

namespace homeward::statistics {
namespace {

// Households that are given up one cell after the other; each try takes as long as the first.
constexpr int kMostTries = 4;
constexpr int kMostTriesOfTheTotal = 100;
// Coarser sets that are tried before the total alone is taken.
constexpr std::size_t kMostCoarser = 10;
// Of those so many may end for want of time, so that whoever waits has an answer soon.
constexpr int kMostEnded = 3;

/// The cell that an error of `protect_release` names, of an earlier release where it says which.
struct Named {
    std::string release;
    const Table* table;
    std::size_t cell;
};
std::optional<Named> named_by(const Error& error, const ReleaseProblem& problem) {
    const auto name = error.params.find("cell"), of = error.params.find("release");
    const std::string release = of == error.params.end() ? std::string() : of->second;
    std::optional<Named> named;
    const auto look_in = [&](const Table& table) {
        if (named || name == error.params.end() || table.key != error.field) return;
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) if (cell_name(table.dimensions, cell) == name->second) named = Named{release, &table, cell};
    };
    if (release.empty()) for (const auto& table : problem.tables.tables) look_in(table);
    for (const auto& earlier : problem.earlier) if (!release.empty() && earlier.release == release) look_in(earlier.table);
    return named;
}

bool stands_in(const Household::Member& member, const Named& named) {
    if (member.population != named.table->population || member.release != named.release) return false;
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
    const auto named = named_by(error, problem);
    if (!named) return false;
    const auto knows = [&](const Household& household) {
        return std::ranges::any_of(household.members, [&](const auto& member) { return stands_in(member, *named); });
    };
    const auto gone = std::erase_if(problem.households, knows);
    if (gone > 0) told.push_back({named->release, named->table->key, cell_name(named->table->dimensions, named->cell), 0, true});
    return gone > 0;
}

Result<MadeSafe> protect_all_it_can(ReleaseProblem problem, const GoOn& go_on, int most_tries = kMostTries) {
    std::vector<ProtectedRelease::Told> told;
    for (int tries = 1;; ++tries) {
        auto made = protect_release(problem, go_on);
        if (made) {
            told.insert(told.end(), made->told.begin(), made->told.end());
            return MadeSafe{{std::move(problem.tables), std::move(made->safe), {}}, std::move(problem.households), std::move(made->certificate),
                            std::move(told), std::move(problem.unseen), {}};
        }
        const bool again = made.error().key == "statistics.cannot_protect" && tries < most_tries && !problem.earlier.empty();
        if (!again || !give_up_households(problem, made.error(), told)) return made.error();
    }
}

/// Whether a coarser set may do where this went wrong.
bool asks_for_less(const Error& error, const Waiting& waiting) {
    return error.key == "statistics.cannot_protect" || (error.key == "statistics.ended" && !waiting.ended());
}

Result<MadeSafe> headline_alone(const ReleaseProblem& problem, const Waiting& waiting) {
    if (waiting.last) waiting.last();
    CoarserSet headline = headline_of(problem.tables);
    ReleaseProblem smaller = problem;
    smaller.tables = std::move(headline.tables);
    MadeSafe made = TRY(protect_all_it_can(std::move(smaller), waiting.go_on, kMostTriesOfTheTotal));
    made.tables.given_up = std::move(headline.given_up);
    made.unseen = {};
    return made;
}

Result<MadeSafe> made_coarser(const ReleaseProblem& problem, const std::string& named, const Waiting& waiting) {
    std::vector<CoarserSet> sets = coarser_near(problem.tables, named);
    if (sets.size() > kMostCoarser) sets.resize(kMostCoarser);
    int ended = 0;
    for (auto& coarser : sets) {
        if (ended == kMostEnded) break;
        if (waiting.next) waiting.next();
        ReleaseProblem smaller = problem;
        smaller.unseen = left_out(problem.tables, coarser.tables);
        smaller.tables = std::move(coarser.tables);
        auto made = protect_all_it_can(std::move(smaller), waiting.go_on);
        if (!made && !asks_for_less(made.error(), waiting)) return made.error();
        ended += !made && made.error().key == "statistics.ended";
        if (!made || !tells_more_than_totals(made->tables.safe)) continue;
        made->tables.given_up = std::move(coarser.given_up);
        return made;
    }
    return headline_alone(problem, waiting);
}

}  // namespace

Result<MadeSafe> make_safe(const ReleaseProblem& problem, const Waiting& waiting) {
    auto made = protect_all_it_can(problem, waiting.go_on);
    if (made || !asks_for_less(made.error(), waiting)) return made;
    const bool names_a_table = made.error().key == "statistics.cannot_protect";
    MadeSafe coarser = TRY(made_coarser(problem, names_a_table ? key_before(made.error().field) : std::string(), waiting));
    coarser.coarser_because = made.error();
    return coarser;
}

}  // namespace homeward::statistics
