#pragma once
// A report: what somebody asks to see, and the table that has passed the small-count rule.

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/works.h"
#include "statistics/kernel/safe_table.h"
#include "statistics/reports/counting.h"
#include "statistics/reports/cube.h"
#include "store/migrate.h"

namespace homeward::statistics {

/// Dimensions that one report may cross, filters counted.
constexpr std::size_t most_crossed = 3;
/// Cells of the whole crossing, margins included; and up to how many a question is counted by region though nobody asked for it.
constexpr std::size_t most_report_cells = 1600;
constexpr std::size_t most_cells_widened = most_report_cells;

struct ReportFilter {
    std::string dimension;
    std::string category;
};
/// unit      what is counted
/// rows      a dimension of the unit
/// columns   another; empty for one column of counts
/// filters   at most one category of each further dimension
struct ReportSpec {
    std::string unit;
    std::string rows;
    std::optional<std::string> columns;
    std::vector<ReportFilter> filters;
};

/// A table that may leave. Nothing but ReportDesk makes one, out of the pattern that protection found; whatever goes out,
/// to the page or into a file, takes this and nothing else.
class PassedReport {
public:
    const ReportSpec& spec() const { return spec_; }
    Instant taken_at() const { return taken_at_; }
    const Dimension& rows() const { return rows_; }
    const std::optional<Dimension>& columns() const { return columns_; }
    /// Row by row, the total last in each direction; empty where hidden.
    const std::vector<std::optional<std::int64_t>>& cells() const { return cells_; }
    std::size_t width() const { return columns_ ? columns_->categories.size() + 1 : 1; }
    std::size_t height() const { return rows_.categories.size() + 1; }
    const std::optional<std::int64_t>& at(std::size_t row, std::size_t column) const { return cells_.at(row * width() + column); }
    int hidden() const;
    /// SHA-256, hexadecimal, of the table written as CSV with codes: the same figures have the same sum in every file.
    std::string checksum() const;

private:
    friend class ReportDesk;
    PassedReport() = default;
    ReportSpec spec_;
    Instant taken_at_;
    Dimension rows_;
    std::optional<Dimension> columns_;
    std::vector<std::optional<std::int64_t>> cells_;
};

/// How a group fares, months after the plan began.
/// people   who were asked; empty when hidden, and then there is no mean
/// mean     of the total score, 0 to 1, to the nearest twentieth
struct CurvePoint {
    int month = 0;
    std::optional<std::int64_t> people;
    std::optional<double> mean;
};
struct Curve {
    Instant taken_at;
    std::vector<CurvePoint> points;
};

/// Where reports are made. Every table of a month is protected together with those given out before it in the month,
/// whoever asked: a figure once shown stays shown, and no sum of tables opens a hidden one.
class ReportDesk {
public:
    ReportDesk(access::Works& works, CubeSource source, Rules rules = {}, Patience patience = {})
        : works_(works), source_(std::move(source)), rules_(std::move(rules)), turns_(patience) {}

    /// Reads and writes in several transactions: not to be called from a job.
    ///
    /// why       `run`, or the format of a file: the line of the log says it
    /// ticket    as `Turns::take` has it
    /// errors    forbidden; invalid `report.unit`, `report.dimension`, `report.twice`, `report.category`,
    ///           `report.too_many_dimensions`, `report.too_large`, `report.region_fixed` (a supervisor's table has one region);
    ///           conflict `report.cannot_protect`: beside the tables of this month no pattern keeps every small count hidden;
    ///           conflict `report.busy`, `report.too_long`, `report.ended`
    Result<PassedReport> run(const access::Actor& actor, const ReportSpec& spec, const std::string& why = "run", const std::string& ticket = {});
    /// region    one region's; all where empty. A supervisor's own, whatever it says.
    /// errors    forbidden; invalid `report.category`; conflict as `run`
    Result<Curve> curve(const access::Actor& actor, const std::string& region);
    /// What can be asked about a unit: its dimensions as they are this month.
    Result<Cube> cube(const access::Actor& actor, const std::string& unit);
    /// The crossings of this month that are out, and answer at once.
    Result<std::vector<std::vector<std::string>>> given_out(const access::Actor& actor, const Cube& cube);
    const Rules& rules() const { return rules_; }
    Turns& turns() { return turns_; }

private:
    struct Passed;  ///< a whole crossing with its pattern
    Result<Cube> cube_of(const access::Actor& actor, const std::string& unit);
    Result<Passed> pass(const access::Actor& actor, const Cube& cube, const std::vector<std::string>& keys, const std::string& ticket);
    /// What is out already holds these dimensions; empty otherwise.
    Result<std::optional<Passed>> out_already(const access::Actor& actor, const Cube& cube, const std::vector<std::string>& keys);

    access::Works& works_;
    CubeSource source_;
    Rules rules_;
    Turns turns_;
};

/// The units that can be counted, in the order of the page.
const std::vector<std::string>& report_units();

/// What a question crosses, in the order of the cube, with what the reach adds; the checks of `ReportDesk::run`.
/// spec     gains the filter on the region of an actor who sees one region
Result<std::vector<std::string>> crossed_by(const access::Actor& actor, const Cube& cube, ReportSpec& spec);

}  // namespace homeward::statistics
