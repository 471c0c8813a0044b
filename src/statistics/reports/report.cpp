#include "statistics/reports/report.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "statistics/reports/month_before.h"
#include "statistics/reports/report_files.h"

namespace homeward::statistics {
namespace {

using access::Work;

/// The month in which facts are used.
std::string period_of(Instant now) { return Date::of(now).str().substr(0, 7); }

std::optional<std::string> stored_cube(store::Connection& db, const std::string& period, const std::string& unit) {
    return db.query("SELECT content FROM report_cubes WHERE period = $1 AND unit = $2", period, unit).value<std::string>();
}

std::vector<std::string> keys_of(const std::string& crossed) {
    std::vector<std::string> keys;
    std::size_t from = 0;
    while (from <= crossed.size()) {
        const std::size_t dot = std::min(crossed.find('.', from), crossed.size());
        keys.push_back(crossed.substr(from, dot - from));
        from = dot + 1;
    }
    return keys;
}

/// A table given out in a period.
struct GivenOut {
    std::string crossed;
    std::string shown;
};

std::vector<GivenOut> tables_of(store::Connection& db, const std::string& period, const std::string& unit) {
    std::vector<GivenOut> all;
    for (const auto row : db.query("SELECT crossed, shown FROM report_tables WHERE period = $1 AND unit = $2 ORDER BY rowid", period, unit)) {
        all.push_back({std::string(row.text(0)), std::string(row.text(1))});
    }
    return all;
}

/// One letter for each cell: n shown, r by rule, p to protect another.
std::string letters_of(const SafeTable& table) {
    std::string letters;
    for (const auto& cell : table.cells) letters += cell.hidden == Hidden::no ? 'n' : cell.hidden == Hidden::by_rule ? 'r' : 'p';
    return letters;
}

std::vector<char> shown_in(const std::string& letters) {
    std::vector<char> shown;
    for (const char letter : letters) shown.push_back(letter == 'n');
    return shown;
}

/// The pattern of one more table, beside those that are out.
Result<std::string> pattern_beside(const Cube& cube, const std::vector<GivenOut>& out, const Table& table, const Rules& rules, const GoOn& go_on) {
    TableSet set;
    std::vector<std::vector<char>> shown;
    for (const auto& each : out) {
        set.tables.push_back(tabulate(cube, keys_of(each.crossed)));
        shown.push_back(shown_in(each.shown));
    }
    set.tables.push_back(table);
    const auto safe = protect_beside(set, shown, rules, go_on);
    if (safe) return letters_of(safe->tables.back());
    if (safe.error().key == "statistics.cannot_protect" || safe.error().key == "statistics.crossing_too_large") return conflict("report.cannot_protect");
    return safe.error();
}

/// What was given out in the last month in which anything was.
std::vector<TableBefore> tables_before(store::Connection& db, const std::string& period, const std::string& unit) {
    std::vector<TableBefore> before;
    const auto last = db.query("SELECT max(period) FROM report_tables WHERE unit = $1 AND period < $2", unit, period).value<std::optional<std::string>>();
    if (!last || !*last) return before;
    const auto content = stored_cube(db, **last, unit);
    if (!content) return before;
    const Cube cube = read_cube(*content);
    for (const auto& each : tables_of(db, **last, unit)) before.push_back({tabulate(cube, keys_of(each.crossed)), each.shown});
    return before;
}

/// A table given out that has these dimensions, and perhaps more: what it shows of them is out already. The same one each
/// time, so that a question has one answer all month: that of these dimensions alone, else the first that was given out.
const GivenOut* holder_of(const std::vector<std::string>& keys, const std::vector<GivenOut>& out) {
    const GivenOut* first = nullptr;
    for (const auto& each : out) {
        const auto held = keys_of(each.crossed);
        if (held == keys) return &each;
        if (!first && std::ranges::all_of(keys, [&](const auto& key) { return std::ranges::find(held, key) != held.end(); })) first = &each;
    }
    return first;
}

/// What is asked, by region where that can be protected at once: then the State's table and each region's are cuts of one, and
/// whoever asks first does not shut out who asks next.
std::vector<std::string> with_region(const Cube& cube, const std::vector<std::string>& keys) {
    std::vector<std::string> wider;
    std::size_t cells = 1;
    for (const auto& dimension : cube.dimensions) {
        if (dimension.key != "region" && std::ranges::find(keys, dimension.key) == keys.end()) continue;
        wider.push_back(dimension.key);
        cells *= dimension.categories.size() + 1;
    }
    return wider.size() > most_crossed || cells > most_cells_widened ? keys : wider;
}

constexpr double kMeanSteps = 20;  // of 0 to 1
constexpr double kScoreUnits = 1000;

}  // namespace

/// table    with its true counts
/// shown    which of its cells may be seen
struct ReportDesk::Passed {
    Table table;
    std::vector<char> shown;

    /// The cell of these categories, by dimension key; a dimension that is not named is summed.
    std::size_t at(const std::vector<std::pair<std::string, int>>& chosen) const {
        std::vector<int> indices;
        for (const auto& dimension : table.dimensions) {
            const auto found = std::ranges::find(chosen, dimension.key, &std::pair<std::string, int>::first);
            indices.push_back(found == chosen.end() ? static_cast<int>(dimension.categories.size()) : found->second);
        }
        return cell_at(table.dimensions, indices);
    }
    std::optional<std::int64_t> seen(std::size_t cell) const { return shown[cell] ? std::optional(table.counts[cell]) : std::nullopt; }
};

int PassedReport::hidden() const { return static_cast<int>(std::ranges::count_if(cells_, [](const auto& cell) { return !cell; })); }

std::string PassedReport::checksum() const { return to_hex(sha256(codes_csv(*this))); }

Result<Cube> ReportDesk::cube_of(const access::Actor& actor, const std::string& unit) {
    if (std::ranges::find(report_units(), unit) == report_units().end()) return invalid("report.unit", "unit");
    const Instant now = works_.now();
    const std::string period = period_of(now);
    const auto content = TRY(works_.read<std::string>(actor, [&](Work& work) -> Result<std::string> {
        TRY(access::require(work.actor, access::Permission::build_reports));
        if (auto stored = stored_cube(work.db, period, unit)) return *stored;
        Cube taken = TRY(source_(work, unit));
        taken.taken_at = now;  // begun at the end of a month and finished in the next, it is still of the first
        return write_cube(taken);
    }));
    // Whoever wrote it first is right: all who ask in this month count the same facts.
    return works_.write<Cube>(actor, [&](Work& work) -> Result<Cube> {
        work.db.run("INSERT OR IGNORE INTO report_cubes (period, unit, content) VALUES ($1, $2, $3)", period, unit, content);
        // Facts of older months are of no more use than to whoever takes the file away; the last ones are compared with.
        work.db.run("DELETE FROM report_cubes WHERE unit = $2 AND period < coalesce((SELECT max(period) FROM report_tables WHERE unit = $2 AND period < $1), $1)",
                    period, unit);
        return read_cube(*stored_cube(work.db, period, unit));
    });
}

Result<std::optional<ReportDesk::Passed>> ReportDesk::out_already(const access::Actor& actor, const Cube& cube, const std::vector<std::string>& keys) {
    return works_.read<std::optional<Passed>>(actor, [&](Work& work) -> Result<std::optional<Passed>> {
        const auto out = tables_of(work.db, period_of(cube.taken_at), cube.unit);
        const auto* holder = holder_of(keys, out);
        return holder ? std::optional(Passed{tabulate(cube, keys_of(holder->crossed)), shown_in(holder->shown)}) : std::nullopt;
    });
}

Result<ReportDesk::Passed> ReportDesk::pass(const access::Actor& actor, const Cube& cube, const std::vector<std::string>& keys, const std::string& ticket) {
    // What is out never changes: it need not wait for a table that is being counted.
    if (auto known = TRY(out_already(actor, cube, keys))) return *known;
    const Turn turn = TRY(turns_.take(actor, ticket));
    if (auto known = TRY(out_already(actor, cube, keys))) return *known;
    const std::string period = period_of(cube.taken_at);
    const auto out = TRY(works_.read<std::vector<GivenOut>>(actor, [&](Work& work) -> Result<std::vector<GivenOut>> { return tables_of(work.db, period, cube.unit); }));
    Error refused;
    const auto before = TRY(works_.read<std::vector<TableBefore>>(actor, [&](Work& work) -> Result<std::vector<TableBefore>> { return tables_before(work.db, period, cube.unit); }));
    const auto wider = with_region(cube, keys);
    std::vector<std::vector<std::string>> crossings{keys};
    if (wider != keys) crossings.insert(crossings.begin(), wider);
    for (const auto& crossing : crossings) {
        Passed passed{tabulate(cube, crossing), {}};
        const auto most = crossing == keys ? turn.patience().whole : turn.patience().widened;
        auto letters = pattern_beside(cube, out, passed.table, rules_, [&](int done, int of) { return turn.goes_on(Progress{done, of}, most); });
        if (!letters) {
            refused = letters.error();
            if (turn.ended_by_reader()) return conflict("report.ended");
            if (refused.key == "statistics.ended") refused = conflict("report.too_long");
            continue;
        }
        // To hide more than the pattern asks leaves every proof as it is. What this month has shown otherwise stays out, and is no secret.
        for (const auto cell : hidden_before(passed.table, before, rules_.width_for(cube.unit))) {
            if ((*letters)[cell] == 'n') (*letters)[cell] = 'p';
        }
        TRY(works_.write<bool>(actor, [&](Work& work) -> Result<bool> {
            work.db.run("INSERT INTO report_tables (period, unit, crossed, shown, made_at) VALUES ($1, $2, $3, $4, $5)", period, cube.unit, passed.table.key,
                        *letters, work.now);
            return true;
        }));
        passed.shown = shown_in(*letters);
        return passed;
    }
    return refused;
}

Result<Cube> ReportDesk::cube(const access::Actor& actor, const std::string& unit) {
    TRY(access::require(actor, access::Permission::build_reports));
    return cube_of(actor, unit);
}

Result<std::vector<std::vector<std::string>>> ReportDesk::given_out(const access::Actor& actor, const Cube& cube) {
    return works_.read<std::vector<std::vector<std::string>>>(actor, [&](Work& work) -> Result<std::vector<std::vector<std::string>>> {
        TRY(access::require(work.actor, access::Permission::build_reports));
        std::vector<std::vector<std::string>> crossings;
        for (const auto& each : tables_of(work.db, period_of(cube.taken_at), cube.unit)) crossings.push_back(keys_of(each.crossed));
        return crossings;
    });
}

Result<PassedReport> ReportDesk::run(const access::Actor& actor, const ReportSpec& asked, const std::string& why, const std::string& ticket) {
    TRY(access::require(actor, access::Permission::build_reports));
    const Cube cube = TRY(cube_of(actor, asked.unit));
    ReportSpec spec = asked;
    const auto keys = TRY(crossed_by(actor, cube, spec));
    const Passed passed = TRY(pass(actor, cube, keys, ticket));

    std::string crossing;
    for (const auto& key : keys) crossing += (crossing.empty() ? "" : ".") + key;

    PassedReport report;
    report.taken_at_ = cube.taken_at;
    report.rows_ = cube.dimensions[static_cast<std::size_t>(cube.find(spec.rows))];
    if (spec.columns) report.columns_ = cube.dimensions[static_cast<std::size_t>(cube.find(*spec.columns))];
    std::vector<std::pair<std::string, int>> fixed;
    for (const auto& filter : spec.filters) {
        const auto& categories = cube.dimensions[static_cast<std::size_t>(cube.find(filter.dimension))].categories;
        fixed.emplace_back(filter.dimension, static_cast<int>(std::ranges::find(categories, filter.category) - categories.begin()));
    }
    report.spec_ = std::move(spec);
    for (std::size_t row = 0; row < report.height(); ++row) {
        for (std::size_t column = 0; column < report.width(); ++column) {
            auto chosen = fixed;
            chosen.emplace_back(report.spec_.rows, static_cast<int>(row));
            if (report.columns_) chosen.emplace_back(*report.spec_.columns, static_cast<int>(column));
            report.cells_.push_back(passed.seen(passed.at(chosen)));
        }
    }
    TRY(works_.write<bool>(actor, [&](Work& work) -> Result<bool> {
        work.record({"report." + why, "report", crossing, {}, {{"unit", report.spec_.unit}, {"sum", report.checksum()}}});
        return true;
    }));
    return report;
}

Result<Curve> ReportDesk::curve(const access::Actor& actor, const std::string& region) {
    TRY(access::require(actor, access::Permission::build_reports));
    const Cube cube = TRY(cube_of(actor, "outcomes"));
    ReportSpec spec{"outcomes", "month", {}, {}};
    if (!region.empty() && access::reach_of(actor, access::Permission::build_reports) == access::Reach::all) spec.filters.push_back({"region", region});
    const auto keys = TRY(crossed_by(actor, cube, spec));
    const Passed passed = TRY(pass(actor, cube, keys, {}));

    const auto months = static_cast<std::size_t>(cube.find("month"));
    const auto regions = static_cast<std::size_t>(cube.find("region"));
    int wanted = -1;
    if (!spec.filters.empty()) {
        const auto& categories = cube.dimensions[regions].categories;
        wanted = static_cast<int>(std::ranges::find(categories, spec.filters.front().category) - categories.begin());
    }
    Curve curve{cube.taken_at, {}};
    for (std::size_t m = 0; m < cube.dimensions[months].categories.size(); ++m) {
        std::vector<std::pair<std::string, int>> chosen{{"month", static_cast<int>(m)}};
        if (wanted >= 0) chosen.emplace_back("region", wanted);
        CurvePoint point{std::stoi(cube.dimensions[months].categories[m]), passed.seen(passed.at(chosen)), {}};
        std::int64_t sum = 0;
        for (const auto& row : cube.rows) {
            if (row.at[months] == static_cast<int>(m) && (wanted < 0 || row.at[regions] == wanted)) sum += row.sum;
        }
        if (point.people.value_or(0) >= rules_.floor) {
            const double mean = static_cast<double>(sum) / kScoreUnits / static_cast<double>(*point.people);
            point.mean = std::round(mean * kMeanSteps) / kMeanSteps;
        }
        curve.points.push_back(point);
    }
    return curve;
}

}  // namespace homeward::statistics
