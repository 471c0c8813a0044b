#pragma once
// Rows of a query as items of the desk.

#include "council/desk/desk.h"
#include "council/rights.h"
#include "store/connection.h"

namespace homeward::council {

/// Adds the rows (id, title, state, due_on) as items whose page is `before` + id + `after`.
inline void add_rows(DeskItems& items, store::Query query, const char* kind, const std::string& before, const std::string& after = "") {
    for (const auto row : query) {
        items.push_back({kind, row.get<std::string>(1), before + row.get<std::string>(0) + after, row.get<std::string>(2), row.get<std::optional<Date>>(3)});
    }
}

inline bool is_office(const access::Actor& actor) { return access::may(actor, access::Permission::edit_council); }

}  // namespace homeward::council
