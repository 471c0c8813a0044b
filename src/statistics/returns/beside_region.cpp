#include "statistics/returns/beside_region.h"

#include <algorithm>
#include <set>

#include "statistics/ledger/member_audit.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Work;
using Figures = std::vector<RegionalFigure>;

bool sums(const RegionalFigure& figure, const std::string& state) { return std::ranges::find(figure.states, state) != figure.states.end(); }

/// A State and all with which figures tie it, at whatever distance.
std::set<std::string> tied_to(const std::string& state, const Figures& figures) {
    std::set<std::string> tied{state};
    for (std::size_t before = 0; before != tied.size();) {
        before = tied.size();
        for (const auto& figure : figures) {
            const bool meets = std::ranges::any_of(figure.states, [&](const auto& each) { return tied.contains(each); });
            if (meets) tied.insert(figure.states.begin(), figure.states.end());
        }
    }
    return tied;
}

void keep_tied(Published& out, const std::string& state) {
    Figures all = out.figures;
    all.insert(all.end(), out.withdrawn_figures.begin(), out.withdrawn_figures.end());
    const auto tied = tied_to(state, all);
    const auto apart = [&](const RegionalFigure& figure) { return !tied.contains(figure.states.front()); };
    std::erase_if(out.figures, apart);
    std::erase_if(out.withdrawn_figures, apart);
    std::erase_if(out.releases, [&](const PublishedRelease& one) { return !tied.contains(one.release.state); });
}

/// Other States in a sum with this one.
std::set<std::string> partners_of(const Published& out, const std::string& state) {
    std::set<std::string> partners;
    for (const auto* figures : {&out.figures, &out.withdrawn_figures}) {
        for (const auto& figure : *figures) if (sums(figure, state)) partners.insert(figure.states.begin(), figure.states.end());
    }
    partners.erase(state);
    return partners;
}

Result<std::optional<Error>> opens(const BesideRegion& beside, const PublishedAudit& audit, const GoOn& go_on) {
    const auto done = check_beside(beside.out, {beside.own, std::nullopt}, audit, go_on);
    if (done) return std::optional<Error>();
    if (done.error().key != "ledger.opens_cell") return done.error();
    return std::optional(done.error());
}

/// What a member hides is not known here and may be taken otherwise with the return than without it: what it could tell before does
/// not compare, so all that it can tell is named.
PublishedAudit audit_of(const std::string& member, const std::string& own) {
    return [member, own](const auto& releases, const auto& figures, const GoOn& go_on) -> Result<std::vector<OpenedCell>> {
        if (std::ranges::find(releases, own, &PublishedRelease::id) == releases.end()) return std::vector<OpenedCell>();
        return audit_as_member(member, releases, figures, go_on);
    };
}

}  // namespace

Result<BesideRegion> beside_region(Work& work, const ReturnDesk& desk, ReturnId id) {
    const AnnualReturn annual = TRY(desk.get(work.db, id));
    BesideRegion beside{published(work.db), {id.str(), *annual.release}};
    std::erase_if(beside.out.releases, [&](const PublishedRelease& one) { return one.id == beside.own.id; });
    keep_tied(beside.out, desk.state());
    return beside;
}

void take_pattern(BesideRegion& beside, const Target& target) {
    auto& tables = beside.own.release.tables;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const auto& counts = target.problem.tables.tables.at(t).counts;
        for (std::size_t cell = 0; cell < counts.size(); ++cell) {
            tables[t].cells.at(cell).persons = target.hidden.at(t).at(cell) ? std::nullopt : std::optional(counts[cell]);
        }
    }
}

Result<std::vector<RegionalAttempt>> attack_in_region(const BesideRegion& beside, const GoOn& go_on) {
    std::vector<RegionalAttempt> attempts{{"", TRY(opens(beside, audit_published, go_on))}};
    for (const auto& member : partners_of(beside.out, beside.own.release.state)) {
        attempts.push_back({member, TRY(opens(beside, audit_of(member, beside.own.id), go_on))});
    }
    return attempts;
}

Done release_beside_region(access::Works& works, const access::Actor& actor, const ReturnDesk& desk, ReturnId id, const GoOn& go_on) {
    TRY(access::require(actor, Permission::release_return));
    const auto beside = TRY(works.read<std::optional<BesideRegion>>(actor, [&](Work& work) -> Result<std::optional<BesideRegion>> {
        // Whoever may not be released needs no audit to be told so.
        if (TRY(desk.get(work.db, id)).state() != ReturnState::ready) return std::optional<BesideRegion>();
        return std::optional(TRY(beside_region(work, desk, id)));
    }));
    if (beside) TRY(check_beside(beside->out, {beside->own, std::nullopt}, audit_published, go_on));
    return works.write<void>(actor, [&](Work& work) -> Done {
        if (beside && joint_head(work.db) != beside->out.head) return conflict("ledger.moved_on");
        return desk.release(work, id);
    });
}

}  // namespace homeward::statistics
