#pragma once
// A visit as it is noted on a phone: in taps and a few words, with the next one in the same breath.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "casework/visit.h"

namespace homeward::casework {

/// What a member of staff says of a visit that took place. No answer is needed but the day.
struct VisitNote {
    std::string request_id;               ///< UUID of the page's own making; the same again counts once
    std::optional<VisitId> visit_id;      ///< the planned one that it was; a visit that nobody planned has none
    Date done_on;
    VisitKind kind = VisitKind::home;
    VisitPurpose purpose = VisitPurpose::service;
    std::vector<std::string> met;         ///< codes of `met_codes()`
    std::optional<Wellbeing> wellbeing;
    std::optional<PlanFit> plan_fit;
    std::optional<Support> support;
    std::string note;
    std::optional<Date> next_on;          ///< plans the next visit
    VisitKind next_kind = VisitKind::home;
};

/// Who may be met: returnee, child, caregiver, relative, teacher, other, nobody.
const std::vector<std::string_view>& met_codes();

/// In how many days to come again, for each answer that brings the next visit nearer. The nearest of those that apply counts.
struct NextVisitRule {
    int usual = 30;          ///< where all goes well
    int first_months = 14;   ///< in the first 90 days after the file was opened
    int mixed = 14;
    int hard = 7;
    int change = 14;         ///< the plan should change
    int something_new = 14;
    int soon = 3;            ///< help is needed soon
    int nobody = 7;          ///< nobody was met
};
inline constexpr int kFirstMonthsDays = 90;

/// The day that the rule proposes; a member of staff may choose another.
///
/// opened_on  when the case file was opened
/// returns    a day after `note.done_on`
/// source     intervals are this programme's own; that they follow the family's state, not the calendar alone, is step 5 of
///            the Inter-Agency Guidelines for Case Management (2014)
Date next_visit(const VisitNote& note, Date opened_on, const NextVisitRule& rule = {});

/// What was noted: the visit, and the next one where one was planned.
struct NotedVisit {
    VisitId visit_id;
    std::optional<VisitId> next_visit_id;
};

/// Notes a visit, planned or not, and plans the next one. Sent twice, it is noted once and answered alike.
///
/// errors    not_found; forbidden without record_visit; conflict `case.closed`, `visit.done_already`, `visit.request_used`;
///           invalid `visit.in_the_future`, `visit.in_the_past` (the next), `visit.met_unknown`, `case.text_long`, `visit.request`
Result<NotedVisit> note_visit(access::Work& work, people::Register& people, CaseId id, const VisitNote& note);

enum class VisitReason { family_asked, nobody_home, staff_away, road, plan_changed, other };

/// Puts a planned visit off, or earlier.
/// version   that the page showed
/// errors    not_found; forbidden; conflict `visit.done_already`, `edit.changed_meanwhile`; invalid `visit.in_the_past`,
///           `visit.same_day`, `visit.why_needed` for `other` without words
Done move_visit(access::Work& work, VisitId id, int version, Date to, VisitReason reason, const std::string& why);
/// Says that a planned visit will not take place. It leaves the list of visits; what was planned and why it fell out stays.
Done cancel_visit(access::Work& work, VisitId id, int version, VisitReason reason, const std::string& why);

/// What became of a planned visit: put off, or cancelled.
struct VisitChange {
    std::string id;
    Date from;
    std::optional<Date> to;  ///< nothing: it was cancelled
    VisitReason reason = VisitReason::other;
    std::string why;
    access::AccountId by;
    Instant at;
};
/// The newest first, at most 50.
Result<std::vector<VisitChange>> visit_changes(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework
