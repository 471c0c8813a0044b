#pragma once
// Who cares for a child, and a clock on residential care.

#include <optional>
#include <vector>

#include "casework/children/child.h"

namespace homeward::casework::children {

struct CareTag;
struct CareReviewTag;
using CareId = Id<CareTag>;
using CareReviewId = Id<CareReviewTag>;

/// kind        parent, kinship, foster, guardianship, residential, kafala, independent
/// carer       what the carer is to the child: mother, grandmother, not_related, staff, self…
/// decided_on  by an authority; nothing where none has decided yet
/// words       name, contact, authority, reason
/// source      CPIMS+ (Primero) care arrangements; UN Guidelines for the Alternative Care of Children (2010), paragraph 29;
///             Convention on the Rights of the Child, article 20, names kafala
struct NewCare {
    std::string kind, carer;
    Date from_on;
    std::optional<Date> decided_on;
    Words words;
};

/// outcome  stays, family_sought, move_planned
/// words    found
struct CareReview {
    CareReviewId id;
    Date done_on;
    std::string outcome;
    Words words;
    access::AccountId by;
};

struct Care : NewCare {
    CareId id;
    CaseId case_id;
    std::optional<Date> to_on;     ///< nothing: it stands
    std::string ended_for;         ///< reunified, planned, carer_cannot, child_asked, unsafe, of_age, other
    access::AccountId recorded_by;
    int version = 1;
    std::vector<CareReview> reviews;
};

/// How long a stay in residential care has lasted, and by when it must be looked at again.
struct CareClock {
    int days = 0;
    Date review_due;
    bool overdue = false;
};

/// Writes down who cares for the child from a day on. The arrangement that stood ends that day.
///
/// ended_for  why the one that stood ended; empty where none stood. `ended` among the words says it in words
/// errors     those of require_child_to_write; invalid `child.code`, `child.in_future`, `child.word_missing`,
///            `care.before_standing`, `care.ended_for` when the reason is missing or there is nothing to end
Result<CareId> begin_care(access::Work& work, CaseId id, const NewCare& care, const std::string& ended_for);
/// Corrects the arrangement that stands.
/// errors     those; conflict `care.ended`, `edit.changed_meanwhile`
Done change_care(access::Work& work, CareId id, int version, const NewCare& care);
/// Notes that a stay in residential care was looked at again.
/// errors     those; conflict `care.not_residential`
Done review_care(access::Work& work, CareId id, Date done_on, const std::string& outcome, const Words& words);

/// The one that stands first, then the newest. Asks no permission.
Result<std::vector<Care>> care_of(access::Work& work, const CaseFile& file);
/// Months between two looks at residential care: the State's setting, 3 where it made none.
int review_months(store::Connection& db);
/// The same day in SQL, of a row `a` of care_arrangements: `clock_of` and every list must name one day.
std::string review_due_sql(store::Connection& db);
/// Nothing for an arrangement that has ended, or is not residential.
std::optional<CareClock> clock_of(access::Work& work, const Care& care);

}  // namespace homeward::casework::children
