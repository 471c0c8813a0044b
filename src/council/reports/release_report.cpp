#include <algorithm>

#include "access/permission.h"
#include "base/text.h"
#include "council/reports/block_json.h"
#include "council/reports/report_store.h"
#include "search/index.h"

namespace homeward::council {

namespace {

using access::Work;

/// Words of a document, for the search.
struct Reader {
    std::string& out;
    void add(const std::string& text) const { out += text + "\n"; }
    void operator()(const printing::Heading& b) const { add(b.text); }
    void operator()(const printing::Paragraph& b) const { add(b.text); }
    void operator()(const printing::Facts& b) const { for (const auto& [label, value] : b.items) add(label + " " + value); }
    void operator()(const printing::Table& b) const {
        add(b.caption);
        for (const auto& row : b.rows) for (const auto& cell : row) add(cell);
    }
    void operator()(const printing::Chart& b) const { add(b.title); }
    template <class Other> void operator()(const Other&) const {}
};

void make_findable(Work& work, const Report& report, const printing::Document& document) {
    std::string body;
    for (const auto& block : document.blocks) std::visit(Reader{body}, block);
    search::put(work.db, {"report", report.id.str(), report.title, body, {"all"}, "", "", Date::of(work.now)});
    // The editions before stay to be read, but the search leads to the one that holds.
    for (const auto row : work.db.query("SELECT id FROM reports WHERE year = $1 AND language = $2 AND edition < $3", report.year, report.language, report.edition)) {
        search::remove(work.db, "report", row.text(0));
    }
}

}  // namespace

Done release_report(Work& work, ReportId id, int version) {
    TRY(require(work.actor, access::Permission::edit_council));
    Report report = TRY(see_report(work, id));
    if (report.released()) return conflict("report.released");
    if (report.version != version) return conflict("report.changed");
    if (std::ranges::all_of(report.sections, &ReportSection::left_out)) return conflict("report.empty");
    report.released_at = work.now;
    const auto document = document_of(work.db, report);
    const std::string kept = write_document(document);
    work.db.run("UPDATE reports SET state = 'released', released_by = $2, released_at = $3, document = $4 WHERE id = $1", id, work.actor.log_name(), work.now, kept);
    tell_report_readers(work, report);
    make_findable(work, report, document);
    // The hash stands in the log, so that nobody can change what was released unseen.
    work.record({"report.released", "report", id.str(), {}, {{"edition", std::to_string(report.edition)}, {"sha256", to_hex(sha256(kept))}}});
    return {};
}

}  // namespace homeward::council
