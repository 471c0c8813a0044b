#pragma once
// What must be asked before anything about a person is shown outside the circle of those who work with them, and what
// is kept of it. Services and letters call this; the pages where consent is asked for use consents.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "people/ids.h"

namespace homeward::people::consents {

struct ConsentTag;
using ConsentId = Id<ConsentTag>;
struct DisclosureTag;
using DisclosureId = Id<DisclosureTag>;

/// What sharing is for. One consent speaks of one of them.
/// source    CPIMS+ consent fields; Inter-Agency Guidelines for Case Management (2014)
enum class Purpose {
    services,   ///< that a provider learns what it needs to deliver a service
    referral,   ///< that a case is referred to somebody
    reporting,  ///< that facts without names enter reports
    tracing,    ///< that relatives are looked for
    letters,    ///< that letters about the person go to others
};

/// Who is to receive. A body that works with this system has the id of its provider; another only its name.
struct Receiver {
    std::optional<Uuid> provider;
    std::string name;  ///< as the staff know the body; kept sealed
};

/// Why sharing is allowed now, and what must be kept back all the same.
///
/// basis     consent, vital_interest, public_interest, legal_duty
/// withheld  codes of `withholdable()`: what the person asked not to be told, `origin`, `health`, …
struct Permit {
    ConsentId consent;
    std::string basis;
    std::vector<std::string> withheld;

    bool withholds(std::string_view what) const;
};
const std::vector<std::string_view>& withholdable();

/// Asks whether this may be shared with this receiver. Leaves nothing behind; `share` does both.
///
/// Never ask this before a service is ordered or given: a refusal stops sharing, never help.
///
/// errors    conflict `consent.missing` when nobody was asked, `consent.refused`, `consent.withdrawn`,
///           `consent.expired`, `consent.of_age` when only a caregiver agreed and the person is 18 by now,
///           `consent.not_for_receiver` when it was given for others; each with param `purpose`. not_found
/// source    ICRC Handbook on Data Protection in Humanitarian Action: consent, or another basis that is written down
Result<Permit> require_sharing(access::Work& work, PersonId person, Purpose purpose, const Receiver& receiver);

/// The thing by which something was shared: `{"referral", id}`, `{"letter", id}`.
struct About {
    std::string kind;
    std::string id;
};

/// `require_sharing`, and keeps that it was shared: what, to whom, when, under which consent. When that consent is
/// withdrawn, this receiver is asked to give back or destroy what it has.
///
/// what      codes of what was shown, as `withholdable()` and further ones name them; never the content
/// errors    as `require_sharing`; invalid `consent.withheld` (param `what`) for what is to be kept back
struct Shared {
    Permit permit;
    DisclosureId disclosure;
};
Result<Shared> share(access::Work& work, PersonId person, Purpose purpose, const Receiver& receiver, const About& about,
                     const std::vector<std::string>& what);

/// Whether what was shared by this thing has been called back: its receiver may see no more of it than that.
bool called_back(store::Connection& db, const About& about);

}  // namespace homeward::people::consents
