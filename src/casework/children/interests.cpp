#include "casework/children/interests.h"

#include "casework/children/report_store.h"
#include "people/relation.h"

namespace homeward::casework::children {
namespace {

using access::Permission;
using access::Work;

constexpr std::string_view kKinds[] = {"short", "comprehensive", "panel", "review"};
constexpr WordRule kDraftWords[] = {{"wish"}, {"maturity"}, {"ties"}, {"safety"}, {"continuity"}, {"options"}, {"recommendation"}, {"participants"}};
constexpr WordRule kShortWords[] = {{"wish", true}, {"maturity", true}, {"ties", true}, {"safety", true}, {"continuity", true}, {"options"},
                                    {"recommendation", true}, {"participants"}};
constexpr WordRule kWholeWords[] = {{"wish", true}, {"maturity", true}, {"ties", true}, {"safety", true}, {"continuity", true}, {"options", true},
                                    {"recommendation", true}, {"participants", true}};

constexpr std::string_view kMeasures[] = {"safe_place", "medical_care", "person_kept_away", "guardian_named", "other"};
constexpr WordRule kMeasureWords[] = {{"what", true}, {"told"}};

bool is_short(const std::string& kind) { return kind == "short" || kind == "review"; }

/// A draft in the version that the actor saw, of a child whose page they may change.
Result<Seated> open_draft(Work& work, ReportId id, int version) {
    Seated found = TRY(load_report(work, id));
    TRY(require_child_to_write(work, found.file.id));
    if (found.report.state != "draft") return conflict("interests.finished");
    if (found.report.version != version) return conflict("edit.changed_meanwhile");
    return found;
}

void note_writer(Work& work, ReportId id) {
    work.db.run("INSERT INTO report_writers (report_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, work.actor.id);
}

}  // namespace

Result<ReportId> begin_report(Work& work, CaseId id, const NewReport& given) {
    const Child child = TRY(require_child_to_write(work, id));
    TRY(check_code(kKinds, given.kind, "kind"));
    Report report;
    report.kind = given.kind;
    report.state = "draft";
    report.review_on = given.review_on;
    report.words = TRY(tidied(given.words, kDraftWords));
    report.id = ReportId::make(work.now);
    work.db.run("INSERT INTO interest_reports (id, case_id, kind, state, review_on, words_sealed, written_by, written_at, version)"
                " VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, 1)",
                report.id, id, report.kind, report.review_on, TRY(seal_words(work, child.file.person_id, kReportTable, report.id.str(), report.words)),
                work.actor.id, work.now);
    note_writer(work, report.id);
    work.record({"interests.begun", "interest_report", report.id.str(), child.file.person_id.str(), {{"kind", report.kind}}});
    TRY(history::note(work, child.file.person_id.uuid, {"interest_report", report.id.str()}, {}, fields_of(report)));
    return report.id;
}

Done change_report(Work& work, ReportId id, int version, const NewReport& given) {
    const auto [before, file] = TRY(open_draft(work, id, version));
    Report after = before;
    after.review_on = given.review_on;
    after.words = TRY(tidied(given.words, kDraftWords));
    TRY(save_report(work, file, before, after, "interests.changed"));
    note_writer(work, id);
    return {};
}

Done finish_report(Work& work, ReportId id, int version, const std::vector<access::AccountId>& members) {
    const auto [before, file] = TRY(open_draft(work, id, version));
    TRY(is_short(before.kind) ? tidied(before.words, kShortWords) : tidied(before.words, kWholeWords));
    if (!before.review_on || *before.review_on <= work.today()) return invalid("interests.review_missing", "review_on");
    Report after = before;
    after.state = before.kind == "panel" ? "before_panel" : "done";
    after.finished_at = work.now;
    TRY(save_report(work, file, before, after, "interests.finished"));
    return before.kind == "panel" ? name_panel(work, id, members) : Done();
}

Result<MeasureId> take_measure(Work& work, CaseId id, const NewMeasure& given) {
    const Child child = TRY(require_child(work, id));
    if (child.of_age) return conflict("child.of_age");
    if (!may_take_measure(work, child)) return forbidden("access.not_allowed");
    TRY(check_code(kMeasures, given.measure, "measure"));
    TRY(check_past(work, given.taken_on, "taken_on"));
    const Words words = TRY(tidied(given.words, kMeasureWords));
    const auto made = MeasureId::make(work.now);
    const auto& person = child.file.person_id;
    work.db.run("INSERT INTO protection_measures (id, case_id, measure, taken_on, words_sealed, taken_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", made, id,
                given.measure, given.taken_on, TRY(seal_words(work, person, "protection_measures", made.str(), words)), work.actor.id, work.now);
    work.record({"protection.taken", "protection_measure", made.str(), person.str(), {{"measure", given.measure}}});
    TRY(history::note(work, person.uuid, {"protection_measure", made.str()}, {}, fields_of(words, {{"measure", given.measure}, {"taken_on", given.taken_on.str()}})));
    return made;
}

Result<std::vector<Measure>> measures_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Measure> measures;
    for (const auto row : work.db.query("SELECT id, measure, taken_on, words_sealed, taken_by, noted_at FROM protection_measures WHERE case_id = $1 ORDER BY id DESC", file.id)) {
        Measure measure;
        measure.id = row.get<MeasureId>(0);
        measure.measure = row.text(1);
        measure.taken_on = row.get<Date>(2);
        measure.words = open_words(key, "protection_measures", measure.id.str(), row.blob(3));
        measure.by = row.get<access::AccountId>(4);
        measure.noted_at = row.get<Instant>(5);
        measures.push_back(std::move(measure));
    }
    return measures;
}

bool may_take_measure(Work& work, const Child& child) {
    if (child.of_age) return false;
    const auto relation = people::relation_of(work.db, child.file.person_id);
    return relation && (may(work.actor, Permission::write_child, *relation) || may(work.actor, Permission::log_incident, *relation));
}

}  // namespace homeward::casework::children
