#include "statistics/ledger/joint_audit.h"

#include <algorithm>
#include <set>

namespace homeward::statistics {
namespace {

using Opened = std::vector<OpenedCell>;

Result<Opened> audit_all(const Published& out, const PublishedAudit& audit, const GoOn& go_on) {
    std::vector<RegionalFigure> figures = out.figures;
    figures.insert(figures.end(), out.withdrawn_figures.begin(), out.withdrawn_figures.end());
    auto opened = audit(out.releases, figures, go_on);
    if (opened || out.withdrawn_figures.empty() || opened.error().key != "ledger.no_population") return opened;
    return audit(out.releases, out.figures, go_on);
}

std::tuple<std::string, std::string, std::string> name_of(const OpenedCell& cell) { return {cell.release_id, cell.table, cell.cell}; }

/// Those that were not open before.
Opened fresh(Opened opened, const Opened& before) {
    std::set<std::tuple<std::string, std::string, std::string>> old;
    for (const auto& cell : before) old.insert(name_of(cell));
    std::erase_if(opened, [&](const OpenedCell& cell) { return old.contains(name_of(cell)); });
    return opened;
}

Error opens(const Published& with, const Opened& opened) {
    const OpenedCell& first = opened.front();
    const auto release = std::ranges::find(with.releases, first.release_id, &PublishedRelease::id);
    const std::string year = release == with.releases.end() ? "" : std::to_string(release->release.year);
    return conflict("ledger.opens_cell", {{"state", first.state}, {"year", year}, {"table", first.table}, {"cell", first.cell},
                                          {"cells", std::to_string(opened.size())}});
}

}  // namespace

Done check_beside(const Published& out, const Newcomer& newcomer, const PublishedAudit& audit, const GoOn& go_on) {
    Published with = out;
    if (newcomer.release) with.releases.push_back(*newcomer.release);
    if (newcomer.figure) with.figures.push_back(*newcomer.figure);
    Opened opened = TRY(audit_all(with, audit, go_on));
    if (opened.empty()) return {};
    opened = fresh(std::move(opened), TRY(audit_all(out, audit, go_on)));
    if (opened.empty()) return {};
    return opens(with, opened);
}

}  // namespace homeward::statistics
