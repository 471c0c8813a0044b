#include "statistics/returns/formats/hxl_csv.h"

#include <algorithm>
#include <array>

#include "statistics/returns/formats/observations.h"
#include "tabular/row_writer.h"

namespace homeward::statistics {
namespace {

struct Column {
    const char* heading;
    const char* tag;
};

/// What every line says of itself.
constexpr std::array<Column, 7> head{{{"state", "#country+code+iso2"}, {"year", "#date+year"}, {"reference_date", "#date+reference"},
                                      {"indicator", "#indicator+code"}, {"version", "#indicator+version"},
                                      {"population", "#meta+population"}, {"floor", "#meta+floor"}}};

/// Sexes as the dictionary has them; it has no word for one that is not known.
struct Sex {
    const char* category;  ///< empty for the total
    Column column;
};
constexpr std::array<Sex, 4> sexes{{{"female", {"female", "#affected+f"}}, {"male", {"male", "#affected+m"}},
                                    {"unknown", {"sex_unknown", "#affected+sex_unknown"}}, {"", {"total", "#affected+total"}}}};

std::string tag_of(const std::string& classification) {
    if (classification == "region") return "#adm1+code";
    if (classification == "operation") return "#activity+operation+code";
    return "#meta+" + classification;
}

/// All sexes of one group of people.
struct Line {
    Observation of;
    std::array<const Observation*, sexes.size()> by_sex{};
};

std::size_t column_of(const Observation& one) {
    const std::string sex = one.at("sex").value_or("");
    return static_cast<std::size_t>(std::ranges::find(sexes, sex, &Sex::category) - sexes.begin());
}

std::vector<Line> lines_of(const std::vector<Observation>& all) {
    std::vector<Line> lines;
    std::map<std::tuple<std::string, int, std::map<std::string, std::string>>, std::size_t> place;
    for (const auto& one : all) {
        const std::size_t column = column_of(one);
        if (column == sexes.size()) continue;  // a sex of a later form, which its total counts
        Observation group = one;
        group.categories.erase("sex");
        const auto [found, fresh] = place.try_emplace({group.definition.indicator, group.definition.version, group.categories}, lines.size());
        if (fresh) lines.push_back({std::move(group), {}});
        lines[found->second].by_sex[column] = &one;
    }
    return lines;
}

void write_head(tabular::RowWriter& out, const std::vector<std::string>& classifications) {
    for (const auto& column : head) out.text(column.heading);
    for (const auto& one : classifications) out.text(one);
    for (const auto& sex : sexes) out.text(sex.column.heading);
    out.text("hidden");
    out.end_row();
    for (const auto& column : head) out.text(column.tag);
    for (const auto& one : classifications) out.text(tag_of(one));
    for (const auto& sex : sexes) out.text(sex.column.tag);
    out.text("#meta+hidden");
    out.end_row();
}

void write_line(tabular::RowWriter& out, const Release& release, const Line& line, const std::vector<std::string>& classifications) {
    out.text(release.state);
    out.number(std::int64_t{release.year});
    out.date(release.reference_date);
    out.text(line.of.definition.indicator);
    out.number(std::int64_t{line.of.definition.version});
    out.text(line.of.population);
    out.number(std::int64_t{release.rules.floor_for(line.of.definition.indicator)});
    for (const auto& one : classifications) out.text(line.of.at(one).value_or("total"));
    std::string hidden;
    for (std::size_t s = 0; s < sexes.size(); ++s) {
        const auto* figure = line.by_sex[s];
        if (figure && figure->persons) out.number(*figure->persons); else out.empty();
        if (figure && !figure->persons) hidden += (hidden.empty() ? "" : " ") + std::string(sexes[s].column.heading);
    }
    out.text(hidden);
    out.end_row();
}

}  // namespace

std::string hxl_csv(const Release& release) {
    std::string csv;
    // Programs that read the tags look for them byte by byte.
    const auto out = tabular::csv_writer(csv, {',', false});
    const auto all = observations_of(release);
    auto classifications = classifications_of(release.tables);
    std::erase(classifications, "sex");
    write_head(*out, classifications);
    for (const auto& line : lines_of(all)) write_line(*out, release, line, classifications);
    out->finish();
    return csv;
}

}  // namespace homeward::statistics
