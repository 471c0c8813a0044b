#pragma once
// Who may read a thing of the Council. One table answers for page, list, search, feed, export and mail alike.

#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"

namespace homeward::council {

/// Traffic Light Protocol 2.0 (FIRST, 2022): how far what is said may travel.
enum class Marking { clear, green, amber, amber_strict, red };
std::string_view name_of(Marking marking);
std::optional<Marking> marking_from(std::string_view name);

/// Words of which a reader must hold one: all, signed_in, experts, focal_points, secretariat, member:uz, focal:uz,
/// account:0192… Sorted, each once.
using Audience = std::vector<std::string>;

/// clear         everybody
/// green         whoever is signed in
/// amber         the secretariat, focal points, and the addressees' other accounts
/// amber_strict  the addressees' accounts alone; `council` as an addressee is the secretariat
/// red           the addressees' focal points alone
Audience audience_of(Marking marking, const std::vector<std::string>& addressees);

/// The words that this reader holds; a guest holds `all` alone.
Audience words_of(const access::Actor& actor);

/// Says who may read a thing, in place of what was said before.
/// kind    session, decision, practice, …
void set_audience(access::Work& work, std::string_view kind, const std::string& id, const Audience& audience);
Audience audience_of(store::Connection& db, std::string_view kind, const std::string& id);
bool may_see(access::Work& work, std::string_view kind, const std::string& id);
/// errors    not_found with `key`: that a hidden thing exists is not told either
Done require_to_see(access::Work& work, std::string_view kind, const std::string& id, const char* key);

/// A condition for lists: `… WHERE ` + visible_sql("decision", "d.id", "$3") with json_words(actor) bound to $3.
/// kind and id are written by us, never taken from a request.
std::string visible_sql(std::string_view kind, std::string_view id, std::string_view words);
std::string json_words(const access::Actor& actor);

}  // namespace homeward::council
