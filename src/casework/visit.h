#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/need.h"

namespace homeward::casework {

enum class VisitKind { home, office, phone, school };
/// source    CPIMS+ (Primero), types of follow-up
enum class VisitPurpose { after_reunification, in_care, service, assessment };
/// How it went, in three answers of three. They speak of what helps, and of nobody's conduct.
enum class Wellbeing { well, mixed, hard };
enum class PlanFit { on_track, slower, change };
enum class Support { nothing_new, something_new, soon };

/// A follow-up visit, planned or done.
struct Visit {
    VisitId id;
    Date due_on;
    std::optional<Date> done_on;
    std::optional<access::AccountId> done_by;
    std::string note;
    VisitKind kind = VisitKind::home;
    VisitPurpose purpose = VisitPurpose::service;
    std::vector<std::string> met = {};  ///< codes, see visits/visit_note.h
    std::optional<Wellbeing> wellbeing = {};
    std::optional<PlanFit> plan_fit = {};
    std::optional<Support> support = {};
    int version = 1;
};

/// Plans a visit.
/// errors    not_found, forbidden; conflict `case.closed`; invalid `visit.in_the_past` before today
/// source    Inter-Agency Guidelines for Case Management (2014), step 5
Result<VisitId> plan_visit(access::Work& work, CaseId id, Date due_on, VisitKind kind = VisitKind::home, VisitPurpose purpose = VisitPurpose::service);

/// Notes that a visit took place.
/// errors    conflict `visit.done_already`; invalid `visit.in_the_future`, `case.text_long`
Done complete_visit(access::Work& work, people::Register& people, VisitId id, Date done_on, const std::string& note);

/// The visits of a file, the latest due first.
Result<std::vector<Visit>> visits_of(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework
