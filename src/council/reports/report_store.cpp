#include "council/reports/report_store.h"

#include "council/audience.h"
#include "council/reports/block_json.h"

namespace homeward::council {

namespace {

using access::Work;

constexpr const char* kColumns = "r.id, r.year, r.language, r.edition, r.title, r.correction, r.example, r.version, r.made_at, r.released_at";

Report report_in(const store::Row& row) {
    return {row.get<ReportId>(0), row.get<int>(1), row.get<std::string>(2), row.get<int>(3), row.get<std::string>(4), row.get<std::string>(5),
            row.get<bool>(6), row.get<int>(7), row.get<Instant>(8), row.get<std::optional<Instant>>(9), {}};
}

void write_sections(Work& work, const Report& report) {
    work.db.run("DELETE FROM report_sections WHERE report_id = $1", report.id);
    int position = 0;
    for (const auto& section : report.sections) {
        work.db.run("INSERT INTO report_sections (report_id, key, position, left_out, before, after, drawn, drawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    report.id, section.key, position++, section.left_out, section.before, section.after, write_drawn(section.drawn), section.drawn_at);
    }
}

}  // namespace

Result<Report> get_report(store::Connection& db, ReportId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM reports r WHERE r.id = $1", id);
    if (!query.next()) return not_found("report.not_found");
    Report report = report_in(query.row());
    for (const auto row : db.query("SELECT key, left_out, before, after, drawn, drawn_at FROM report_sections WHERE report_id = $1 ORDER BY position", id)) {
        report.sections.push_back({row.get<std::string>(0), row.get<bool>(1), row.get<std::string>(2), row.get<std::string>(3), read_drawn(row.text(4)),
                                   row.get<Instant>(5)});
    }
    return report;
}

Result<Report> see_report(Work& work, ReportId id) {
    TRY(require_to_see(work, "report", id.str(), "report.not_found"));
    return get_report(work.db, id);
}

std::vector<Report> list_reports(Work& work) {
    static const std::string sql = std::string("SELECT ") + kColumns + " FROM reports r WHERE " + visible_sql("report", "r.id", "$1") +
                                   " ORDER BY r.year DESC, r.language, r.edition DESC";
    std::vector<Report> reports;
    for (const auto row : work.db.query(sql, json_words(work.actor))) reports.push_back(report_in(row));
    return reports;
}

std::optional<ReportId> find_correction(store::Connection& db, const Report& report) {
    return db.query("SELECT id FROM reports WHERE year = $1 AND language = $2 AND edition > $3 AND state = 'released' ORDER BY edition DESC LIMIT 1", report.year,
                    report.language, report.edition).value<ReportId>();
}

void insert_report(Work& work, const Report& report) {
    work.db.run("INSERT INTO reports (id, year, language, edition, state, title, correction, example, version, made_by, made_at)"
                " VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, 1, $8, $9)",
                report.id, report.year, report.language, report.edition, report.title, report.correction, report.example, work.actor.log_name(), work.now);
    write_sections(work, report);
    tell_report_readers(work, report);
}

void save_report_content(Work& work, const Report& report) {
    work.db.run("UPDATE reports SET title = $2, version = version + 1 WHERE id = $1", report.id, report.title);
    write_sections(work, report);
}

void tell_report_readers(Work& work, const Report& report) {
    set_audience(work, "report", report.id.str(), report.released() ? Audience{"all"} : Audience{"focal_points", "secretariat"});
}

}  // namespace homeward::council
