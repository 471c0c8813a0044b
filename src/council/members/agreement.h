#pragma once
// What bodies agreed between them: who, when, what is to come of it, and until when it holds.

#include "council/audience.h"
#include "council/members/body.h"

namespace homeward::council {

struct AgreementTag;
struct DeliverableTag;
using AgreementId = Id<AgreementTag>;
using DeliverableId = Id<DeliverableTag>;

/// An agreement that ends within so many days warns.
constexpr int kExpiryWarningDays = 120;

/// state     open, done, dropped
/// evidence  what shows that it is done, or why it was dropped
struct Deliverable {
    DeliverableId id;
    std::string title;
    std::optional<Date> due_on;
    std::string state = "open";
    std::string evidence;
    int version = 1;
};

/// kind         memorandum, roadmap, plan, partnership, declaration, other
/// signed_on    as far as it is known
/// force_from   first and last day in force; empty where no source says
/// marking      clear, green, or amber: the parties, focal points and the secretariat
/// parties      codes of bodies, in their order
struct Agreement {
    AgreementId id;
    std::string kind;
    std::string title;
    PartialDate signed_on;
    std::optional<Date> force_from;
    std::optional<Date> force_to;
    std::string marking = "green";
    std::string note;
    std::string source;
    std::string source_url;
    std::vector<std::string> parties;
    std::vector<Deliverable> deliverables;
    int version = 1;
};

/// errors    forbidden without edit_council; invalid `agreement.kind`, `agreement.parties` for fewer than one, more than 40 or no
///           body, `agreement.dates`, `agreement.marking`, `council.link`, council.text_…
Result<AgreementId> add_agreement(access::Work& work, const Agreement& agreement);
/// All but its deliverables. errors  as above; not_found `agreement.not_found`; conflict `agreement.changed`
Done edit_agreement(access::Work& work, const Agreement& agreement);
Result<DeliverableId> add_deliverable(access::Work& work, AgreementId id, const std::string& title, std::optional<Date> due_on);
/// Says how it stands: the secretariat, or a focal point of a party.
/// errors    forbidden; not_found; conflict `agreement.changed`; invalid `deliverable.state`, council.text_missing without evidence or reason
Done report_deliverable(access::Work& work, AgreementId id, const Deliverable& deliverable);

/// errors    not_found `agreement.not_found`, also for what this reader may not see
Result<Agreement> get_agreement(access::Work& work, AgreementId id);

/// body     code of a party; empty for any
/// on       in force on that day; empty for any
struct AgreementQuestion {
    std::string words = {}, kind = {}, body = {};
    std::optional<Date> on = {};
    int offset = 0;
    int limit = 50;
};
/// Newest first, with one more than `limit` where there are more.
std::vector<Agreement> list_agreements(access::Work& work, const AgreementQuestion& question);
/// Those whose end, or an open deliverable of which, falls by this day.
std::vector<Agreement> ending_agreements(access::Work& work, Date by);

bool may_report(const access::Actor& actor, const Agreement& agreement);

}  // namespace homeward::council
