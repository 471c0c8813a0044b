// What may be asked.
#include <algorithm>
#include <set>

#include "statistics/reports/report.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Reach;

Done known(const Cube& cube, const std::string& dimension, const std::string& field) {
    if (cube.find(dimension) < 0) return invalid("report.dimension", field, {{"dimension", dimension}});
    return {};
}

/// A supervisor's report has the supervisor's region and no other.
Done narrow_to(const std::string& region, ReportSpec& spec) {
    if (spec.rows == "region") return invalid("report.region_fixed", "rows");
    if (spec.columns == "region") return invalid("report.region_fixed", "columns");
    for (const auto& filter : spec.filters) {
        if (filter.dimension != "region") continue;
        if (filter.category != region) return invalid("report.region_fixed", "filters");
        return {};
    }
    spec.filters.push_back({"region", region});
    return {};
}

}  // namespace

const std::vector<std::string>& report_units() {
    static const std::vector<std::string> units{"people", "document_requests", "needs", "services", "incidents", "complaints", "outcomes"};
    return units;
}

Result<std::vector<std::string>> crossed_by(const access::Actor& actor, const Cube& cube, ReportSpec& spec) {
    const Reach reach = TRY(access::require(actor, Permission::build_reports));
    if (reach != Reach::all) TRY(narrow_to(actor.region, spec));
    std::set<std::string> asked;
    const auto take = [&](const std::string& dimension, const char* field) -> Done {
        TRY(known(cube, dimension, field));
        if (!asked.insert(dimension).second) return invalid("report.twice", field, {{"dimension", dimension}});
        return {};
    };
    TRY(take(spec.rows, "rows"));
    if (spec.columns) TRY(take(*spec.columns, "columns"));
    for (const auto& filter : spec.filters) {
        TRY(take(filter.dimension, "filters"));
        const auto& categories = cube.dimensions[static_cast<std::size_t>(cube.find(filter.dimension))].categories;
        if (std::ranges::find(categories, filter.category) == categories.end()) return invalid("report.category", "filters", {{"dimension", filter.dimension}});
    }
    if (asked.size() > most_crossed) return invalid("report.too_many_dimensions", {}, {{"most", std::to_string(most_crossed)}});
    std::vector<std::string> keys;
    std::size_t cells = 1;
    for (const auto& dimension : cube.dimensions) {
        if (!asked.contains(dimension.key)) continue;
        keys.push_back(dimension.key);
        cells *= dimension.categories.size() + 1;
    }
    if (cells > most_report_cells) return invalid("report.too_large", {}, {{"cells", std::to_string(cells)}, {"most", std::to_string(most_report_cells)}});
    return keys;
}

}  // namespace homeward::statistics
