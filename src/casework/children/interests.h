#pragma once
// A child's best interests: assessments, the panel that decides, and what is done at once without waiting for it.

#include <optional>
#include <vector>

#include "casework/children/child.h"

namespace homeward::casework::children {

struct ReportTag;
struct MeasureTag;
using ReportId = Id<ReportTag>;
using MeasureId = Id<MeasureTag>;

/// kind       short (assessment), comprehensive (assessment), panel (report for a decision), review
/// review_on  when the child's interests are looked at again; needed to finish one
/// words      wish (in the child's own words), maturity, ties, safety, continuity, options, recommendation, participants
/// source     UNHCR Best Interests Procedure Guidelines (2021); Committee on the Rights of the Child, General Comment 14 (2013)
struct NewReport {
    std::string kind;
    std::optional<Date> review_on;
    Words words;
};

/// One member's place on the panel of a report.
struct Seat {
    access::AccountId account_id;
    std::optional<Instant> confirmed_at;  ///< that what is read stays in the room
    std::string opinion;                  ///< agree, dissent; empty as long as none was given
    std::string reason;
    std::optional<Instant> answered_at;
};

/// state  draft; done (an assessment or a review); before_panel; agreed, not_agreed (by the panel)
struct Report : NewReport {
    ReportId id;
    CaseId case_id;
    std::string state;
    access::AccountId written_by;
    Instant written_at;
    std::optional<Instant> finished_at, decided_at;
    int version = 1;
    std::vector<Seat> seats;
};

constexpr std::size_t kSmallestPanel = 2;  ///< members besides the writer

/// Begins one; it may be saved half done.
/// errors    those of require_child_to_write; invalid `child.code`, `child.word_unknown`, `case.text_long`
Result<ReportId> begin_report(access::Work& work, CaseId id, const NewReport& report);
/// errors    those; not_found `interests.not_found`; conflict `interests.finished`, `edit.changed_meanwhile`
Done change_report(access::Work& work, ReportId id, int version, const NewReport& report);
/// Finishes it. A panel's report goes before the panel named here; any other is then done.
/// errors    those; invalid `child.word_missing` with the question left open, `interests.review_missing`; those of name_panel
Done finish_report(access::Work& work, ReportId id, int version, const std::vector<access::AccountId>& members);

/// Names who sits on the panel of a report that is before it: places of others that were not answered fall vacant.
/// errors    conflict `panel.not_open`; invalid `panel.least` (param `least`), `panel.not_nameable` for a writer, somebody
///           without the right to sit here, or somebody named twice
Done name_panel(access::Work& work, ReportId id, const std::vector<access::AccountId>& members);
/// Who may be named for persons of a region, without those who wrote in the report.
std::vector<access::Actor> panel_candidates(access::Work& work, const std::string& region, ReportId id);
/// A member confirms that what is read stays in the room; only then it can be read.
/// errors    not_found `panel.not_seated`; forbidden; conflict `child.of_age`, `panel.not_open`
Done confirm_seat(access::Work& work, ReportId id);
/// A member agrees with what is recommended, or dissents and says why. The last answer decides: more than half must agree.
/// errors    those; conflict `panel.confirm_first`, `panel.answered`; invalid `child.code`, `panel.reason_missing`
Done answer_panel(access::Work& work, ReportId id, const std::string& opinion, const std::string& reason);
/// The report as one of its members sees it; its words are empty until they have confirmed.
/// errors    not_found `panel.not_seated`; forbidden; conflict `child.of_age`
struct Seated {
    Report report;
    CaseFile file;
};
Result<Seated> read_as_member(access::Work& work, ReportId id);

/// The newest first, with the words of those alone that the actor may read.
Result<std::vector<Report>> reports_of(access::Work& work, const Child& child);

/// What was done at once to keep a child from harm. No panel, no report and no decision is waited for.
///
/// measure  safe_place, medical_care, person_kept_away, guardian_named, other
/// words    what, told (who was told)
struct NewMeasure {
    std::string measure;
    Date taken_on;
    Words words;
};
struct Measure : NewMeasure {
    MeasureId id;
    access::AccountId by;
    Instant noted_at;
};
/// errors    not_found; forbidden unless the actor may change this child's page or log an incident of it; conflict
///           `child.of_age`; invalid. A closed file does not stand in the way.
/// source    UNHCR BIP Guidelines (2021): a procedure that is under way never delays urgent protection
Result<MeasureId> take_measure(access::Work& work, CaseId id, const NewMeasure& measure);
Result<std::vector<Measure>> measures_of(access::Work& work, const CaseFile& file);
/// Whether the actor may record one; for what the page offers.
bool may_take_measure(access::Work& work, const Child& child);

}  // namespace homeward::casework::children
