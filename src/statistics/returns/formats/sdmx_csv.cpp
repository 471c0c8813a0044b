#include "statistics/returns/formats/sdmx_csv.h"

#include <algorithm>
#include <array>

#include "statistics/returns/formats/observations.h"
#include "tabular/row_writer.h"

namespace homeward::statistics {
namespace {

constexpr const char* total = "_T";
constexpr const char* unknown = "_U";

/// Those that every structure has, whether this release uses them or not; others follow as they come.
const std::vector<std::string> always{"operation", "sex", "age_band", "region", "outcome"};

std::vector<std::string> dimensions_of(const Release& release) {
    auto dimensions = always;
    for (const auto& one : classifications_of(release.tables)) {
        if (std::ranges::find(dimensions, one) == dimensions.end()) dimensions.push_back(one);
    }
    return dimensions;
}

/// An SDMX identifier: capitals, digits, `_`.
std::string id_of(const std::string& classification) {
    if (classification == "age_band") return "AGE";
    std::string id;
    for (const char c : classification) {
        if (c >= 'a' && c <= 'z') id += static_cast<char>(c - 'a' + 'A');
        else id += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    }
    return id;
}

/// `0_6` is `Y0T6`, `50_plus` is `Y_GE50`, as CL_AGE writes them.
std::string age_code(const std::string& band) {
    const auto bar = band.find('_');
    if (bar == std::string::npos) return band;
    const std::string from = band.substr(0, bar), to = band.substr(bar + 1);
    return to == "plus" ? "Y_GE" + from : "Y" + from + "T" + to;
}

/// A code holds letters, digits and `_ @ $ -` alone.
std::string plain_code(std::string code) {
    for (char& c : code) {
        const bool sound = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '@' || c == '$' || c == '-';
        if (!sound) c = '_';
    }
    return code;
}

std::string code_of(const std::string& classification, const std::string& category) {
    if (category == "unknown") return unknown;
    if (classification == "sex" && category == "female") return "F";
    if (classification == "sex" && category == "male") return "M";
    return plain_code(classification == "age_band" ? age_code(category) : category);
}

void write_head(tabular::RowWriter& out, const std::vector<std::string>& dimensions) {
    for (const char* column : {"STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR"}) out.text(column);
    for (const auto& dimension : dimensions) out.text(id_of(dimension));
    for (const char* column : {"TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "POPULATION", "DEFINITION_VERSION", "REFERENCE_DATE"}) out.text(column);
    out.end_row();
}

void write_observation(tabular::RowWriter& out, const Release& release, const Observation& one, const std::vector<std::string>& dimensions) {
    out.text("dataflow");
    out.text("HOMEWARD:ANNUAL_RETURN(1.0.0)");
    out.text("I");
    out.text("A");
    out.text(release.state);
    out.text(plain_code(one.definition.indicator));
    for (const auto& dimension : dimensions) {
        const auto category = one.at(dimension);
        out.text(category ? code_of(dimension, *category) : total);
    }
    out.number(std::int64_t{release.year});
    if (one.persons) out.number(*one.persons); else out.empty();
    out.text(one.persons ? "A" : "Q");
    out.text(one.persons ? "F" : "C");
    out.text(plain_code(one.population));
    out.number(std::int64_t{one.definition.version});
    out.date(release.reference_date);
    out.end_row();
}

}  // namespace

std::string sdmx_csv(const Release& release) {
    std::string csv;
    // The form asks for STRUCTURE at the very beginning: no byte order mark.
    const auto out = tabular::csv_writer(csv, {',', false});
    const auto dimensions = dimensions_of(release);
    write_head(*out, dimensions);
    for (const auto& one : observations_of(release)) write_observation(*out, release, one, dimensions);
    out->finish();
    return csv;
}

}  // namespace homeward::statistics
