#pragma once
// The bodies of the Council's world, as they stood on any day: States, organisations, institutes, and their names.

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "exchange/exchange.h"

namespace homeward::council {

struct BodyTag;
struct BodyNameTag;
struct BodyParentTag;
using BodyId = Id<BodyTag>;
using BodyNameId = Id<BodyNameTag>;
using BodyParentId = Id<BodyParentTag>;

/// code         how everything else points to it: `uz` as in the exchange, `osce`
/// kind         state, international_organisation, national_institution, civil_society, academic, media, other
/// country      member State it belongs to; empty for none
/// contact_url  https or http; empty while not known
struct Body {
    BodyId id;
    std::string code;
    std::string kind;
    std::string country;
    std::string contact_url;
    std::string note;
    std::string source;
    int version = 1;
};

/// A name in one language, in use from one day to another; without a day where none is known.
struct BodyName {
    BodyNameId id;
    std::string language;  ///< BCP 47
    std::string name;
    std::string short_name;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::string source;
};

/// The body above it, from one day to another.
struct BodyParent {
    BodyParentId id;
    std::string code;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::string source;
};

// ----- for all who point to bodies by their code --------------------------------------------------------------------

std::optional<Body> find_body(store::Connection& db, std::string_view code);
/// By code, or by id as the search knows it.
/// errors    not_found `body.not_found`
Result<Body> get_body(store::Connection& db, std::string_view code);
bool is_body(store::Connection& db, std::string_view code);
/// Its name on a day, in this language where it has one; else in English, else in any; else its code.
std::string name_of(store::Connection& db, std::string_view code, Date on, std::string_view language);
/// The same, as short as it is known: OSCE.
std::string short_name_of(store::Connection& db, std::string_view code, Date on, std::string_view language);

/// Codes of the States that take part in the exchange, sorted: the Council's member States.
std::vector<std::string> member_states(const exchange::Exchange& exchange);
/// A State of the region, the Council itself not.
bool is_state(const exchange::Membership& members, std::string_view code);
/// The code itself when it is a State, of the region or elsewhere; empty for every other body.
std::string state_or_none(store::Connection& db, std::string_view code);
/// Makes sure that each of them is a body and a member: called when the program starts.
void know_states(access::Work& work, const exchange::Exchange& exchange);

// ----- changing them ------------------------------------------------------------------------------------------------

/// Adds a body with its first name. A focal point may, to propose it as a member.
/// errors    forbidden without edit_council or speak_for_member; conflict `body.exists`;
///           invalid `body.code`, `body.kind`, `body.country`, `body.language`, `body.dates`, `council.link`, council.text_…
Result<BodyId> add_body(access::Work& work, const Body& body, const BodyName& name);
/// Changes all but its code. errors  as above; conflict `body.changed` unless `version` is the one that stands
Done edit_body(access::Work& work, const Body& body);

/// errors    forbidden without edit_council; not_found; invalid as above
Result<BodyNameId> add_name(access::Work& work, std::string_view code, const BodyName& name);
/// Says until when a name was in use. errors  not_found `body.no_such_name`; invalid `body.dates`
Done end_name(access::Work& work, std::string_view code, BodyNameId id, Date valid_to);
/// errors    invalid `body.parent` for no body, itself, or one that stands below it
Result<BodyParentId> add_parent(access::Work& work, std::string_view code, const BodyParent& parent);
Done end_parent(access::Work& work, std::string_view code, BodyParentId id, Date valid_to);

/// Newest first.
std::vector<BodyName> names_of(store::Connection& db, BodyId id);
std::vector<BodyParent> parents_of(store::Connection& db, BodyId id);
/// Codes of bodies that stood below it on that day.
std::vector<std::string> children_of(store::Connection& db, BodyId id, Date on);

/// Whether a day lies in a time whose ends may be open.
bool in_force(const std::optional<Date>& from, const std::optional<Date>& to, Date on);

}  // namespace homeward::council
