#include "statistics/returns/formats/release_files.h"

#include "base/json.h"
#include "statistics/returns/formats/dhis2_json.h"
#include "statistics/returns/formats/hxl_csv.h"
#include "statistics/returns/formats/release_paper.h"
#include "statistics/returns/formats/sdmx_csv.h"
#include "statistics/returns/return_csv.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(ReleaseFormat, csv, xlsx, pdf, hxl, sdmx, dhis2, dhis2_metadata)

Result<ReleaseFormat> release_format(std::string_view word) {
    if (word.empty()) return ReleaseFormat::csv;
    const auto format = json::enum_from<ReleaseFormat>(word);
    if (!format) return invalid("release.no_such_format", "format");
    return *format;
}

namespace {

ReleaseFile written(const Release& release, ReleaseFormat format, const std::string& name, const std::string& language) {
    switch (format) {
        case ReleaseFormat::csv: return {name + ".csv", "text/csv; charset=utf-8", tables_csv(release)};
        case ReleaseFormat::xlsx:
            return {name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", release_xlsx(release, language)};
        case ReleaseFormat::pdf: return {name + ".pdf", "application/pdf", release_pdf(release, language)};
        case ReleaseFormat::hxl: return {name + ".hxl.csv", "text/csv; charset=utf-8", hxl_csv(release)};
        case ReleaseFormat::sdmx: return {name + ".sdmx.csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", sdmx_csv(release)};
        case ReleaseFormat::dhis2: return {name + ".dhis2.json", "application/json", dhis2_values(release)};
        case ReleaseFormat::dhis2_metadata: return {name + ".dhis2-metadata.json", "application/json", dhis2_metadata(release)};
    }
    throw std::logic_error("a format without a writer");
}

}  // namespace

Result<ReleaseFile> release_file(const PassedRelease& passed, ReleaseFormat format, const FileAsked& asked) {
    if (asked.table.empty()) return written(*passed, format, asked.name, asked.language);
    Release one = *passed;
    std::erase_if(one.tables, [&](const auto& table) { return table.key != asked.table; });
    if (one.tables.empty()) return not_found("release.no_such_table");
    return written(one, format, asked.name + "-" + asked.table, asked.language);
}

}  // namespace homeward::statistics
