#pragma once
// What holds for every practice. No I/O, but for the members of the region.

#include "council/practices/practice.h"
#include "exchange/membership.h"

namespace homeward::council {

/// What may be saved: known codes, sensible years and amounts, a title in English or Russian, nobody's personal data.
/// errors    invalid `practice.kind`, `practice.state`, `practice.topics`, `practice.years`, `practice.evidence`,
///           `practice.cost`, `practice.currency`, `practice.readers`, `practice.pictures`, `practice.languages`,
///           `council.text_missing`, `council.text_long`, `council.person_data_…`; `field` says where: texts/0/context
Done check_practice(const PracticeContent& practice, const exchange::Membership& members, Date today);

/// What may be submitted: in English or in Russian, every field of the template says something.
/// errors    conflict `practice.incomplete`, params `language`, `fields`
Done check_complete(const PracticeContent& practice);

/// One changed field: its language (empty for what has none), name, and both texts.
struct PracticeChange {
    std::string language, field, before, after;
};
std::vector<PracticeChange> changes_between(const PracticeContent& before, const PracticeContent& after);

/// Whether an editorial correction is small: of both texts, at most 200 characters differ in one place.
bool is_small_correction(std::string_view before, std::string_view after);

}  // namespace homeward::council
