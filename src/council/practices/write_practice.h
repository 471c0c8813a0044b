#pragma once
// Writing a practice, and its way to its readers.

#include "council/practices/practice.h"
#include "council/practices/practice_store.h"
#include "exchange/membership.h"

namespace homeward::council {

constexpr int kReviewMonths = 24;  ///< after publication somebody looks whether it still holds

/// Begins a draft. A focal point writes for the own State alone; experts and the secretariat for any.
/// errors    forbidden without write_practice, `practice.not_your_state`; those of check_practice
Result<PracticeId> write_practice(access::Work& work, const exchange::Membership& members, const PracticeContent& content);
/// Saves a draft over the version that was seen.
/// errors    not_found `practice.not_found`; forbidden `practice.not_yours`, `practice.not_your_state`; conflict
///           `practice.stage` unless a draft, `edit.changed_meanwhile`; those of check_practice
Done save_practice(access::Work& work, const exchange::Membership& members, PracticeId id, int seen, const PracticeContent& content);
/// Asks its State to clear it. errors  as above, and those of check_complete
Done submit_practice(access::Work& work, PracticeId id, int seen);

/// The State lets it go to review.
/// errors    not_found; conflict `practice.stage`; forbidden `practice.own_work` to its author and whoever submitted it,
///           `practice.not_your_state`
Done clear_practice(access::Work& work, PracticeId id);
/// Back to draft: by its State while it waits for clearance, by the secretariat while it is in review or reviewed.
/// errors    as clear_practice; invalid `council.text_missing` without a reason
Done return_practice(access::Work& work, PracticeId id, const std::string& reason);

/// Publishes what all three reviews recommend. The edition published before is superseded.
/// errors    not_found; forbidden; conflict `practice.stage`, `practice.not_recommended`, `practice.pictures_consent`
///           while consent to publishing its pictures is not recorded
Done publish_practice(access::Work& work, PracticeId id);
/// A draft of the next edition, with the text of the published one.
/// errors    not_found; forbidden `practice.not_yours`; conflict `practice.stage`, `practice.edition_at_work`
Result<PracticeId> begin_edition(access::Work& work, PracticeId id);
/// The secretariat corrects a slip in a published text, and says what.
///
/// field     of kPracticeFields
/// errors    not_found; forbidden; conflict `practice.stage`, `edit.changed_meanwhile`; invalid `practice.field`,
///           `practice.correction_large`, `council.text_missing`, `council.person_data_…`, those of check_practice
Done correct_practice(access::Work& work, const exchange::Membership& members, PracticeId id, int seen, const std::string& language,
                      const std::string& field, const std::string& text, const std::string& note);
/// It was looked at again and still holds, until another day: after today and within five years.
/// errors    not_found; forbidden; conflict `practice.stage`; invalid `practice.review_date`, `council.text_missing`, `council.person_data_…`
Done renew_practice(access::Work& work, PracticeId id, Date review_due_on, const std::string& note);
/// It no longer holds. It stays readable at its address. errors  as renew_practice
Done retire_practice(access::Work& work, PracticeId id, const std::string& reason);

/// Marks an invented text as one. Programs alone do this, for a demonstration.
void mark_example(access::Work& work, PracticeId id);

}  // namespace homeward::council
