#include "statistics/ledger/published.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "statistics/definitions/movements.h"
#include "statistics/kernel/seen.h"
#include "statistics/ledger/member_audit.h"

namespace homeward::statistics {
namespace {

constexpr double tolerance = 1e-6;

/// States that figures tie together, and each other State alone.
std::vector<std::set<std::string>> tied_states(const std::vector<PublishedRelease>& releases, const std::vector<RegionalFigure>& figures) {
    std::vector<std::set<std::string>> groups;
    const auto join = [&](std::set<std::string> states) {
        std::vector<std::set<std::string>> apart;
        for (auto& group : groups) {
            const bool meets = std::ranges::any_of(group, [&](const auto& state) { return states.contains(state); });
            if (meets) states.merge(group);
            else apart.push_back(std::move(group));
        }
        apart.push_back(std::move(states));
        groups = std::move(apart);
    };
    for (const auto& release : releases) join({release.release.state});
    for (const auto& figure : figures) join({figure.states.begin(), figure.states.end()});
    return groups;
}

/// What the definitions of all years say, where they say the same.
Movements public_movements(const std::vector<const PublishedRelease*>& releases) {
    Movements all;
    std::map<std::string, int> version_of;
    std::set<std::string> redefined;
    for (const PublishedRelease* one : releases) {
        for (const auto& table : one->release.tables) {
            const auto [known, fresh] = version_of.try_emplace(table.definition.indicator, table.definition.version);
            if (!fresh && known->second != table.definition.version) redefined.insert("outcome." + table.definition.indicator);
        }
        const auto catalogue = catalogue_of(one->release.year);
        if (!catalogue) continue;
        Movements own = movements_of(*catalogue);
        all.classifications.merge(own.classifications);
        all.stocks.merge(own.stocks);
        all.parts.merge(own.parts);
    }
    for (const auto& key : redefined) all.classifications.erase(key);
    return all;
}

SeenRelease seen(const Release& release) {
    SeenRelease result{release.state, release.reference_date, release.rules, {}};
    for (const auto& table : release.tables) {
        result.tables.push_back({table.key, table.definition, table.population, table.dimensions, {}});
        for (const auto& cell : table.cells) result.tables.back().cells.push_back(cell.persons);
    }
    return result;
}

OpenedCell named(const SeenSystem& made, const std::vector<const PublishedRelease*>& releases, const Exposure& exposure) {
    OpenedCell opened;
    opened.low = std::max<std::int64_t>(made.system.least_of(exposure.cell), static_cast<std::int64_t>(std::ceil(exposure.low - tolerance)));
    opened.high = static_cast<std::int64_t>(std::floor(exposure.high + tolerance));
    for (std::size_t label = 0; label < made.read.size(); ++label) {
        if (made.system.cell_of[label] != exposure.cell) continue;
        const ReadCell& read = made.read[label];
        const ReleasedTable& table = releases[read.release]->release.tables[read.table];
        if (!table.cells[read.cell].hidden()) continue;
        opened.state = releases[read.release]->release.state;
        opened.release_id = releases[read.release]->id;
        opened.table = table.key;
        opened.cell = cell_name(table.dimensions, read.cell);
        break;
    }
    return opened;
}

/// Nothing of a member's own is hidden from it. What it hides is taken from one population among many, so that nobody can tell here
/// whether another's count that it works out is small: each counts.
void show_own(SeenSystem& made, const std::vector<const PublishedRelease*>& releases, const std::string& member) {
    std::ranges::fill(made.floor, std::numeric_limits<std::int64_t>::max());
    std::vector<int> own = made.parts[member];
    for (std::size_t label = 0; label < made.read.size(); ++label) {
        if (releases[made.read[label].release]->release.state == member) own.push_back(made.system.cell_of[label]);
    }
    for (const int cell : own) {
        if (cell < 0) continue;
        made.hidden[static_cast<std::size_t>(cell)] = 0;
        made.system.cells[static_cast<std::size_t>(cell)].sensitive = false;
    }
}

/// member   in whose eyes; empty: everybody's
Result<std::vector<OpenedCell>> opened_among(const std::vector<const PublishedRelease*>& releases, const std::vector<SeenFigure>& figures,
                                             const std::string& member, const GoOn& go_on) {
    std::vector<SeenRelease> all;
    for (const PublishedRelease* one : releases) all.push_back(seen(one->release));
    auto made = seen_system(all, figures, public_movements(releases));
    if (!made && made.error().key == "statistics.no_population") {
        return invalid("ledger.no_population", {}, {{"state", releases.back()->release.state}});
    }
    if (!made) return made.error();
    if (!member.empty()) show_own(*made, releases, member);
    std::vector<OpenedCell> cells;
    for (const auto& exposure : TRY(opened(*made, go_on))) cells.push_back(named(*made, releases, exposure));
    return cells;
}

Result<std::vector<OpenedCell>> audit_in_the_eyes_of(const std::string& member, const std::vector<PublishedRelease>& releases,
                                                     const std::vector<RegionalFigure>& figures, const GoOn& go_on) {
    std::vector<OpenedCell> opened;
    for (const auto& states : tied_states(releases, figures)) {
        std::vector<const PublishedRelease*> theirs;
        std::vector<SeenFigure> between;
        for (const auto& release : releases) if (states.contains(release.release.state)) theirs.push_back(&release);
        for (const auto& figure : figures) {
            if (std::ranges::any_of(figure.states, [&](const auto& state) { return states.contains(state); })) between.push_back({figure.population, figure.reference_date, figure.categories, figure.states, figure.value});
        }
        if (theirs.empty()) continue;
        for (auto& cell : TRY(opened_among(theirs, between, member, go_on))) opened.push_back(std::move(cell));
    }
    return opened;
}

}  // namespace

Result<std::vector<OpenedCell>> audit_published(const std::vector<PublishedRelease>& releases, const std::vector<RegionalFigure>& figures,
                                                const GoOn& go_on) {
    return audit_in_the_eyes_of("", releases, figures, go_on);
}

Result<std::vector<OpenedCell>> audit_as_member(const std::string& member, const std::vector<PublishedRelease>& releases,
                                                const std::vector<RegionalFigure>& figures, const GoOn& go_on) {
    return audit_in_the_eyes_of(member, releases, figures, go_on);
}

}  // namespace homeward::statistics
