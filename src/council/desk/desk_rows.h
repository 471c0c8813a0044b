#pragma once
// Rows of a query as items of the desk.

#include "council/desk/desk.h"
#include "store/connection.h"

namespace homeward::council {

/// Adds the rows (id, title, state, due_on) as items whose page is `before` + id + `after`.
inline void add_rows(DeskItems& items, store::Query query, const char* kind, const std::string& before, const std::string& after = "") {
    for (const auto row : query) {
        items.push_back({kind, row.get<std::string>(1), before + row.get<std::string>(0) + after, row.get<std::string>(2), row.get<std::optional<Date>>(3)});
    }
}

/// The State or body that the actor speaks for; empty for nobody.
inline std::string side_of(const access::Actor& actor) {
    return access::may(actor, access::Permission::speak_for_member) ? actor.member : std::string();
}
inline bool is_office(const access::Actor& actor) { return access::may(actor, access::Permission::edit_council); }

}  // namespace homeward::council
