#pragma once
// The days of one member of staff: whom to see, where to be, what is due.

#include "access/work.h"
#include "base/icalendar.h"
#include "casework/ids.h"
#include "people/register.h"

namespace homeward::desk {

/// Something that has a day.
///
/// kind    visit, conference, contact (of a child with family), session (a psychologist's), review_plan, review_residential,
///         review_interests, sit_on_panel, deliver
/// place   home, office, phone, school of a visit; letters, calls, visits of a contact; else empty
/// detail  code of a service; casework::kPromised of a panel whose member has promised to keep quiet about it; else empty
struct Entry {
    std::string kind;
    Date on;
    people::PersonId person_id;
    casework::CaseId case_id;
    std::string subject_id;
    std::string place, detail;
    bool done = false;
};

constexpr int kMostEntries = 1000;
constexpr int kMostDays = 100;

/// Whether a task or an entry is a panel's whose member has not yet promised to keep quiet about it: it is shown without a name.
bool names_nobody(std::string_view kind, std::string_view detail);

/// What the account has in its days, earliest first; at most kMostEntries. Panels of which it may not know the name yet, too.
std::vector<Entry> entries_of(store::Connection& db, access::AccountId account, Date from, Date to);

/// Makes the account's secret address, or a new one in place of the old.
/// returns   the secret, which is kept nowhere
/// errors    forbidden for whoever has no days here
Result<std::string> renew_feed(access::Work& work);
std::optional<Instant> feed_since(access::Work& work);
/// errors    not_found `calendar.no_feed`
Done end_feed(access::Work& work);

/// The calendar under a secret: of each entry what it is, the file's code and the kind of place. Never a name.
/// errors    not_found `calendar.no_feed`, also when the account has been disabled or sees no files any more
Result<std::string> feed_of(store::Connection& db, const people::Register& people, std::string_view secret, Instant now);

}  // namespace homeward::desk
