#include "statistics/returns/make_safe.h"

namespace homeward::statistics {
namespace {

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

}  // namespace

Result<MadeSafe> make_safe(const ReleaseProblem& problem, const GoOn& go_on, const std::function<bool()>& ended) {
    auto made = protect_release(problem, go_on);
    if (made) return MadeSafe{{problem.tables, std::move(made->safe), {}}, std::move(made->certificate), std::move(made->told)};
    const std::string& why = made.error().key;
    if (why != "statistics.cannot_protect" && (why != "statistics.ended" || ended())) return made.error();
    MadeSafe coarser{headline_of(problem.tables), {}, {}};
    ReleaseProblem smaller = problem;
    smaller.tables = coarser.tables.counts;
    auto headline = TRY(protect_release(smaller, {}));
    coarser.tables.safe = std::move(headline.safe);
    coarser.certificate = std::move(headline.certificate);
    coarser.told = std::move(headline.told);
    return coarser;
}

}  // namespace homeward::statistics
