#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "council/ids.h"

namespace homeward::council {

/// A public figure: what somebody said on a day, never a truth of ours. Where sources disagree, both stand.
struct Claim {
    ClaimId id;
    std::string figure;     ///< returned, returned_in_stage
    std::string about;      ///< State: uz; or region
    std::string part;       ///< stage of an operation as the source calls it; empty for all
    std::int64_t value = 0; ///< persons
    std::string qualifier;  ///< exact, more_than, about
    PartialDate as_of;
    std::string definition;
    std::string source;
    std::string source_url;
    std::string definition_ru = {};  ///< the definition in Russian; empty: readers of Russian get `definition`
};

/// errors    forbidden without publish_claim; invalid `claim.figure`, `claim.about`, `claim.qualifier`, `claim.value`,
///           `claim.as_of` after today, `council.link`, `council.text_missing`, `council.text_long`;
///           conflict `claim.exists` when this source has a figure for the same thing and day: it is withdrawn first
Result<ClaimId> publish_claim(access::Work& work, const Claim& claim);
/// A claim that is withdrawn stays in the database and the log, and is shown no more.
/// errors    forbidden without publish_claim; not_found `claim.not_found`
Done withdraw_claim(access::Work& work, ClaimId id);

/// Those that stand: by figure, State, part; newest date first.
std::vector<Claim> list_claims(store::Connection& db);

/// The sum of the States' figures that one source gives for one day, beside which other sources' totals stand.
struct Sum {
    std::string source;
    PartialDate as_of;
    std::vector<Claim> parts;
    std::int64_t value = 0;
};
/// The sum over the source that speaks of most States, in one definition; of several the newest. Nothing while no
/// source speaks of two.
std::optional<Sum> sum_of(const std::vector<Claim>& claims, std::string_view figure);

}  // namespace homeward::council
