#include "search/index.h"
#include "search/marks.h"

#include "base/text.h"

namespace homeward::search {

void set_audience(store::Connection& db, std::string_view kind, std::string_view id, const std::vector<std::string>& audience) {
    const auto number = db.query("SELECT number FROM search_entries WHERE kind = $1 AND id = $2", kind, id).value<std::int64_t>();
    if (!number) return;
    const auto before = db.query("SELECT marks FROM search_words WHERE rowid = $1", *number).value<std::string>().value();
    std::string marks;
    for (const auto& word : audience) marks += mark(audience_mark, word) + " ";
    for (const auto each : split(before, ' ')) {
        if (!each.empty() && !each.starts_with(audience_mark)) marks.append(each).append(1, ' ');
    }
    marks.resize(marks.empty() ? 0 : marks.size() - 1);
    if (marks != before) db.run("UPDATE search_words SET marks = $2 WHERE rowid = $1", *number, marks);
}

}  // namespace homeward::search
