#include "casework/children/report_store.h"

namespace homeward::casework::children {
namespace {

using access::AccountId;
using access::Work;

constexpr const char* kColumns = "SELECT id, case_id, kind, state, review_on, words_sealed, written_by, written_at, finished_at, decided_at, version FROM interest_reports";

Report report_of(const store::Row& row, const vault::PersonKey& key) {
    Report report;
    report.id = row.get<ReportId>(0);
    report.case_id = row.get<CaseId>(1);
    report.kind = row.text(2);
    report.state = row.text(3);
    report.review_on = row.get<std::optional<Date>>(4);
    report.words = open_words(key, kReportTable, report.id.str(), row.blob(5));
    report.written_by = row.get<AccountId>(6);
    report.written_at = row.get<Instant>(7);
    report.finished_at = row.get<std::optional<Instant>>(8);
    report.decided_at = row.get<std::optional<Instant>>(9);
    report.version = row.get<int>(10);
    return report;
}

void read_seats(Work& work, const vault::PersonKey& key, Report& report) {
    for (const auto row : work.db.query("SELECT account_id, confirmed_at, opinion, reason_sealed, answered_at FROM panel_seats WHERE report_id = $1", report.id)) {
        Seat seat{row.get<AccountId>(0), row.get<std::optional<Instant>>(1), std::string(row.text(2)), {}, row.get<std::optional<Instant>>(4)};
        if (!row.blob(3).empty()) seat.reason = key.open({"panel_seats", "reason_sealed", report.id.str() + seat.account_id.str()}, row.blob(3));
        report.seats.push_back(std::move(seat));
    }
}

}  // namespace

history::Fields fields_of(const Report& report) {
    return fields_of(report.words, {{"kind", report.kind}, {"state", report.state}, {"review_on", text_of(report.review_on)}});
}

Result<Seated> load_report(Work& work, ReportId id) {
    const auto case_id = work.db.query("SELECT case_id FROM interest_reports WHERE id = $1", id).value<CaseId>();
    if (!case_id) return not_found("interests.not_found");
    CaseFile file = TRY(get_case(work.db, *case_id));
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    auto query = work.db.query(std::string(kColumns) + " WHERE id = $1", id);
    query.next();
    Report report = report_of(query.row(), key);
    read_seats(work, key, report);
    return Seated{std::move(report), std::move(file)};
}

Done save_report(Work& work, const CaseFile& file, const Report& before, const Report& after, const char* action) {
    work.db.run("UPDATE interest_reports SET state = $2, review_on = $3, words_sealed = $4, finished_at = $5, decided_at = $6, version = version + 1 WHERE id = $1",
                after.id, after.state, after.review_on, TRY(seal_words(work, file.person_id, kReportTable, after.id.str(), after.words)), after.finished_at,
                after.decided_at);
    work.record({action, "interest_report", after.id.str(), file.person_id.str(), {{"kind", after.kind}, {"state", after.state}}});
    return history::note(work, file.person_id.uuid, {"interest_report", after.id.str()}, fields_of(before), fields_of(after));
}

Result<std::vector<Report>> reports_of(Work& work, const Child& child) {
    const auto key = TRY(work.vault().key_of(work.db, child.file.person_id.uuid));
    std::vector<Report> reports;
    for (const auto row : work.db.query(std::string(kColumns) + " WHERE case_id = $1 ORDER BY id DESC", child.file.id)) reports.push_back(report_of(row, key));
    for (auto& report : reports) {
        read_seats(work, key, report);
        if (report.kind != "panel" || may_read_panel(work, child, report.written_by)) continue;
        report.words.clear();
        for (auto& seat : report.seats) seat.reason.clear();
    }
    return reports;
}

}  // namespace homeward::casework::children
