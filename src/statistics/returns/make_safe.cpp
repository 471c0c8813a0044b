#include "statistics/returns/make_safe.h"

#include <optional>

namespace homeward::statistics {
namespace {

// Coarser sets that are tried before the total alone is taken.
constexpr std::size_t kMostCoarser = 10;
// Of those so many may end for want of time, so that whoever waits has an answer soon.
constexpr int kMostEnded = 3;

Result<MadeSafe> protect(ReleaseProblem problem, const GoOn& go_on) {
    ProtectedRelease made = TRY(protect_release(problem, go_on));
    return MadeSafe{{std::move(problem.tables), std::move(made.safe), {}}, std::move(problem.households), std::move(made.certificate),
                    std::move(made.told), std::move(problem.unseen), {}};
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
    MadeSafe made = TRY(protect(std::move(smaller), waiting.go_on));
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
        auto made = protect(std::move(smaller), waiting.go_on);
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
    auto made = protect(problem, waiting.go_on);
    if (made || !asks_for_less(made.error(), waiting)) return made;
    const bool names_a_table = made.error().key == "statistics.cannot_protect";
    MadeSafe coarser = TRY(made_coarser(problem, names_a_table ? key_before(made.error().field) : std::string(), waiting));
    coarser.coarser_because = made.error();
    return coarser;
}

}  // namespace homeward::statistics
