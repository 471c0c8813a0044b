#pragma once
// What a report says by itself. One file a section, each with a line in report_sections.cpp.
//
// A released report is read by everybody. So a section names only what everybody may read, asked of the audiences; the
// rest it counts, or leaves out.

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "printing/document.h"
#include "store/connection.h"

namespace homeward::council {

/// What a section draws on.
///
/// language   en, ru
/// today      of the drawing; a year that is not over is drawn up to it
/// states     member States of the region: kg, kz, …
struct Drawing {
    store::Connection& db;
    int year = 0;
    std::string language;
    Date today;
    std::vector<std::string> states;

    Date from() const { return {year, 1, 1}; }
    Date until() const { return std::min(Date{year, 12, 31}, today); }
    /// The words of the report's language.
    std::string say(const char* english, const char* in_russian) const { return language == "ru" ? in_russian : english; }
    std::string name(const std::string& code) const;
    std::string day(Date date) const;
    /// `Council's register of sessions, as it stood on 14 May 2024`.
    std::string register_of(const char* english, const char* in_russian) const;
};

/// figures   label and value: the summary of the report shows them
struct Drawn {
    std::vector<printing::Block> blocks;
    std::vector<std::pair<std::string, std::string>> figures;
};

struct ReportSectionKind {
    const char* key;
    const char* title_en;
    const char* title_ru;
    Drawn (*draw)(const Drawing&);  ///< null for the summary, which is made of the others' figures
};
/// In the order of a new report.
std::span<const ReportSectionKind> report_section_kinds();
const ReportSectionKind* find_report_section(std::string_view key);

Drawn draw_sessions(const Drawing&);
Drawn draw_decisions(const Drawing&);
Drawn draw_actions(const Drawing&);
Drawn draw_practices(const Drawing&);
Drawn draw_trainings(const Drawing&);
Drawn draw_claims(const Drawing&);
Drawn draw_tables(const Drawing&);
Drawn draw_members(const Drawing&);
Drawn draw_notices(const Drawing&);

/// Rows that a list of a report shows at most; a sentence says how many more there are.
constexpr std::size_t kReportRows = 200;
/// The words that a reader without an account holds, for visible_sql.
constexpr const char* kEverybody = "[\"all\"]";
/// Puts a list in, unless it is empty; says so where it was cut at kReportRows.
void put_list(const Drawing& drawing, Drawn& drawn, printing::Table list);
/// The chart without the series that say 0 throughout; the first stays.
printing::Chart without_empty_series(printing::Chart chart);
/// A sentence under a chart or table that says what was counted.
printing::Paragraph definition(const Drawing& drawing, const std::string& text);

}  // namespace homeward::council
