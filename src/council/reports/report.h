#pragma once
// The Council's annual report: it draws itself from what the Council did in a year; the secretariat writes around that,
// and releases it. What was released never changes: a correction is the next edition.

#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "council/reports/report_sections.h"
#include "exchange/membership.h"

namespace homeward::council {

struct ReportTag;
using ReportId = Id<ReportTag>;

/// before, after   paragraphs that the secretariat writes around what is drawn
struct ReportSection {
    std::string key;
    bool left_out = false;
    std::string before;
    std::string after;
    Drawn drawn;
    Instant drawn_at;
};

/// version   counts the edits of the draft
struct Report {
    ReportId id;
    int year = 0;
    std::string language;
    int edition = 1;
    std::string title;
    std::string correction;  ///< what it corrects; empty for the first edition
    bool example = false;
    int version = 1;
    Instant made_at;
    std::optional<Instant> released_at;
    std::vector<ReportSection> sections;  ///< in their order

    bool released() const { return released_at.has_value(); }
};

/// What an editor sends back.
struct ReportEdit {
    struct Section {
        std::string key;
        bool left_out = false;
        std::string before, after;
    };
    int version = 0;
    std::string title;
    std::vector<Section> sections;  ///< every section once, in the new order
};

/// Draws the first edition of a year.
///
/// language  en, ru
/// example   with invented content, which the report says of itself
/// errors    forbidden without edit_council; invalid `report.year` before 2019 or after this year, `report.language`;
///           conflict `report.draft_exists`, `report.correct_instead` when one was released
Result<ReportId> draft_report(access::Work& work, const exchange::Membership& members, int year, const std::string& language, bool example = false);
/// errors    forbidden; not_found `report.not_found`; conflict `report.released`, `report.changed`;
///           invalid `report.sections`, and those of council/text_rules.h and council/person_data.h
Done save_report(access::Work& work, ReportId id, const ReportEdit& edit);
/// Draws sections anew; all of them when none is named. What was written around them stays.
/// errors    as above; invalid `report.sections`
Done refresh_report(access::Work& work, const exchange::Membership& members, ReportId id, int version, const std::vector<std::string>& keys);
/// Throws away a draft. errors  as above
Done discard_report(access::Work& work, ReportId id, int version);
/// Freezes it, and lets everybody read it.
/// errors    as above; conflict `report.empty` when every section is left out
Done release_report(access::Work& work, ReportId id, int version);
/// Begins the next edition of a released report, with its texts; its sections are drawn anew.
/// reason    printed on the new edition
/// errors    forbidden; not_found; conflict `report.not_released`, `report.draft_exists`, `report.corrected_already`; invalid as above
Result<ReportId> correct_report(access::Work& work, const exchange::Membership& members, ReportId id, const std::string& reason);

/// errors    not_found `report.not_found`, also for one that the actor may not see
Result<Report> see_report(access::Work& work, ReportId id);
/// Those that the actor may see, without their sections: by year downwards, then language, then edition downwards.
std::vector<Report> list_reports(access::Work& work);
/// The newest released edition of the same year and language, when it is another.
std::optional<ReportId> find_correction(store::Connection& db, const Report& report);

/// The report as a document: as it was released, or as the draft stands.
printing::Document document_of(store::Connection& db, const Report& report);
/// The blocks of one section without its heading; the summary is made of the figures of all sections that are kept.
std::vector<printing::Block> blocks_of(const Report& report, const ReportSection& section);
/// The day that stands on paper: of its release, or today's.
Instant paper_instant(const access::Work& work, const Report& report);

}  // namespace homeward::council
