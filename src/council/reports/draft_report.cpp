#include <algorithm>

#include "access/permission.h"
#include "council/audience.h"
#include "council/person_data.h"
#include "council/reports/report_store.h"
#include "council/text_rules.h"

namespace homeward::council {

namespace {

using access::Permission;
using access::Work;

constexpr int kFirstYear = 2019;  // of the first operations
constexpr std::size_t kLongestText = 20'000;

Drawing drawing_of(Work& work, const exchange::Membership& members, const Report& report) {
    Drawing drawing{work.db, report.year, report.language, work.today(), {}};
    for (const auto& member : members.members()) {
        if (member.id != "council") drawing.states.push_back(member.id);
    }
    return drawing;
}

void draw(Work& work, const Drawing& drawing, ReportSection& section) {
    const auto* kind = find_report_section(section.key);
    section.drawn = kind->draw ? kind->draw(drawing) : Drawn{};
    section.drawn_at = work.now;
}

bool has_draft(Work& work, int year, const std::string& language) {
    return work.db.query("SELECT 1 FROM reports WHERE year = $1 AND language = $2 AND state = 'draft'", year, language).next();
}

/// A draft as its editor saw it.
Result<Report> draft_to_edit(Work& work, ReportId id, int version) {
    TRY(require(work.actor, Permission::edit_council));
    Report report = TRY(see_report(work, id));
    if (report.released()) return conflict("report.released");
    if (report.version != version) return conflict("report.changed");
    return report;
}

Done check_texts(const ReportEdit& edit) {
    TRY(check_text(edit.title, 200, "title"));
    TRY(check_no_person_data(edit.title, "title"));
    for (const auto& section : edit.sections) {
        for (const auto* text : {&section.before, &section.after}) {
            const std::string field = section.key + (text == &section.before ? ".before" : ".after");
            TRY(check_optional_text(*text, kLongestText, field.c_str()));
            TRY(check_no_person_data(*text, field.c_str()));
        }
    }
    return {};
}

}  // namespace

Result<ReportId> draft_report(Work& work, const exchange::Membership& members, int year, const std::string& language, bool example) {
    TRY(require(work.actor, Permission::edit_council));
    if (year < kFirstYear || year > work.today().year) return invalid("report.year", "year");
    if (language != "en" && language != "ru") return invalid("report.language", "language");
    if (has_draft(work, year, language)) return conflict("report.draft_exists");
    if (work.db.query("SELECT 1 FROM reports WHERE year = $1 AND language = $2", year, language).next()) return conflict("report.correct_instead");
    Report report;
    report.id = ReportId::make(work.now);
    report.year = year;
    report.language = language;
    report.example = example;
    const Drawing drawing = drawing_of(work, members, report);
    report.title = drawing.say("Annual report ", "Годовой отчёт за ") + std::to_string(year) + drawing.say("", " год");
    for (const auto& kind : report_section_kinds()) {
        report.sections.push_back({kind.key, false, "", "", {}, {}});
        draw(work, drawing, report.sections.back());
    }
    insert_report(work, report);
    work.record({"report.drafted", "report", report.id.str(), {}, {{"year", std::to_string(year)}, {"language", language}}});
    return report.id;
}

Done save_report(Work& work, ReportId id, const ReportEdit& edit) {
    Report report = TRY(draft_to_edit(work, id, edit.version));
    if (edit.sections.size() != report.sections.size()) return invalid("report.sections", "sections");
    TRY(check_texts(edit));
    std::vector<ReportSection> sections;
    for (const auto& [key, left_out, before, after] : edit.sections) {
        const auto found = std::ranges::find(report.sections, key, &ReportSection::key);
        // Moved away ones have no key any more, so a doubled one is not found the second time.
        if (key.empty() || found == report.sections.end()) return invalid("report.sections", "sections");
        sections.push_back({key, left_out, before, after, std::move(found->drawn), found->drawn_at});
        found->key.clear();
    }
    report.title = edit.title;
    report.sections = std::move(sections);
    save_report_content(work, report);
    work.record({"report.saved", "report", id.str(), {}, {{"version", std::to_string(report.version + 1)}}});
    return {};
}

Done refresh_report(Work& work, const exchange::Membership& members, ReportId id, int version, const std::vector<std::string>& keys) {
    Report report = TRY(draft_to_edit(work, id, version));
    const Drawing drawing = drawing_of(work, members, report);
    for (const auto& key : keys) {
        if (std::ranges::find(report.sections, key, &ReportSection::key) == report.sections.end()) return invalid("report.sections", "sections");
    }
    for (auto& section : report.sections) {
        if (keys.empty() || std::ranges::find(keys, section.key) != keys.end()) draw(work, drawing, section);
    }
    save_report_content(work, report);
    work.record({"report.refreshed", "report", id.str(), {}, {{"version", std::to_string(report.version + 1)}}});
    return {};
}

Done discard_report(Work& work, ReportId id, int version) {
    TRY(draft_to_edit(work, id, version));
    work.db.run("DELETE FROM report_sections WHERE report_id = $1", id);
    work.db.run("DELETE FROM reports WHERE id = $1", id);
    // Papers that hang on it go out of sight with it.
    set_audience(work, "report", id.str(), {});
    work.record({"report.discarded", "report", id.str()});
    return {};
}

Result<ReportId> correct_report(Work& work, const exchange::Membership& members, ReportId id, const std::string& reason) {
    TRY(require(work.actor, Permission::edit_council));
    Report report = TRY(see_report(work, id));
    if (!report.released()) return conflict("report.not_released");
    if (find_correction(work.db, report)) return conflict("report.corrected_already");
    if (has_draft(work, report.year, report.language)) return conflict("report.draft_exists");
    TRY(check_text(reason, 1000, "reason"));
    TRY(check_no_person_data(reason, "reason"));
    report.id = ReportId::make(work.now);
    report.edition += 1;
    report.correction = reason;
    report.released_at.reset();
    const Drawing drawing = drawing_of(work, members, report);
    for (auto& section : report.sections) draw(work, drawing, section);
    insert_report(work, report);
    work.record({"report.correction_begun", "report", report.id.str(), {}, {{"of", id.str()}}});
    return report.id;
}

}  // namespace homeward::council
