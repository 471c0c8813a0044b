#include "search/index.h"

namespace homeward::search {

std::optional<std::string> title_of(store::Connection& db, std::string_view kind, std::string_view id) {
    return db.query("SELECT title FROM search_entries WHERE kind = $1 AND id = $2", kind, id).value<std::string>();
}

}  // namespace homeward::search
