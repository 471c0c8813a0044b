#include "council/decisions/decision_list.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json.h"
#include "council/audience.h"
#include "council/decisions/decision_store.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

struct Cursor {
    std::string sorted_on;
    std::string id;
};

Result<Cursor> cursor_of(const std::string& text) {
    if (text.empty()) return Cursor{"9999", ""};
    const auto parts = split(text, '.');
    if (parts.size() != 2 || !Date::parse(parts[0]) || !DecisionId::parse(parts[1])) return invalid("decision.cursor", "cursor");
    return Cursor{std::string(parts[0]), std::string(parts[1])};
}

/// $1 is today. A silence that has ended counts as adopted, though its row still says silence.
Result<std::string> state_sql(const std::string& state) {
    // Said as one expression, so that the list is read in its order and not sorted: an OR would gather both states first.
    constexpr const char* adopted = "CASE WHEN d.state = 'silence' AND d.ends_on < $1 THEN 'adopted' ELSE d.state END = 'adopted'";
    constexpr const char* superseded = "EXISTS (SELECT 1 FROM decision_supersedes p CROSS JOIN decisions n WHERE p.supersedes_id = d.id"
                                       " AND n.id = p.decision_id AND n.state = 'adopted')";
    if (state.empty()) return std::string();
    if (state == "adopted") return " AND " + std::string(adopted) + " AND NOT " + superseded;
    if (state == "superseded") {
        return std::string(" AND d.state = 'adopted' AND d.id IN (SELECT p.supersedes_id FROM decision_supersedes p CROSS JOIN decisions n"
                           " WHERE n.id = p.decision_id AND n.state = 'adopted')");
    }
    if (state == "silence") return std::string(" AND d.state = 'silence' AND d.ends_on >= $1");
    constexpr std::array<std::string_view, 3> others{"draft", "objected", "withdrawn"};
    if (std::ranges::find(others, state) == others.end()) return invalid("decision.state", "state");
    return " AND d.state = '" + state + "'";
}

/// 2024/1 as year and number.
std::optional<std::pair<int, int>> number_in(std::string_view words) {
    const auto parts = split(trim(words), '/');
    if (parts.size() != 2) return std::nullopt;
    std::pair<int, int> number;
    for (const auto& [part, value] : {std::pair{parts[0], &number.first}, std::pair{parts[1], &number.second}}) {
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), *value);
        if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
    }
    return number;
}

/// Ids that the words lead to, as JSON; the closest hundred when there are more.
Result<std::string> ids_of(Work& work, const std::string& words) {
    std::vector<std::string> ids;
    if (const auto number = number_in(words)) {
        for (const auto row : work.db.query("SELECT id FROM decisions WHERE number_year = $1 AND number = $2", number->first, number->second)) ids.push_back(row.get<std::string>(0));
        return json::write(ids);
    }
    const auto found = TRY(search::find(work.db, {.text = words, .reader = words_of(work.actor), .kind = "decision", .state = {}, .topic = {}, .year = {}, .offset = 0, .limit = 100}));
    for (const auto& hit : found.hits) ids.push_back(hit.id);
    return json::write(ids);
}

}  // namespace

Result<DecisionPage> list_decisions(Work& work, const DecisionFilter& filter) {
    const auto cursor = TRY(cursor_of(filter.cursor));
    const bool any_words = trim(filter.words).empty();
    const std::string ids = any_words ? std::string("[]") : TRY(ids_of(work, filter.words));
    const std::string first = filter.year ? std::to_string(*filter.year) + "-01-01" : "0000", year_end = filter.year ? std::to_string(*filter.year) + "-12-31" : "9999";
    // The cursor's day bounds the range too: a deep page begins where the one before it ended.
    const std::string last = std::min(year_end, cursor.sorted_on);
    const std::string sql = decision_select() + " WHERE (d.sorted_on < $2 OR (d.sorted_on = $2 AND d.id < $3)) AND d.sorted_on BETWEEN $4 AND $5" +
                            TRY(state_sql(filter.state)) + (filter.session ? " AND d.session_id = $6" : " AND $6 IS NULL") +
                            (any_words ? " AND $7 <> ''" : " AND d.id IN (SELECT value FROM json_each($7))") + " AND " + visible_sql("decision", "d.id", "$8") +
                            " ORDER BY d.sorted_on DESC, d.id DESC LIMIT $9";
    DecisionPage page;
    for (const auto row : work.db.query(sql, work.today(), cursor.sorted_on, cursor.id, first, last, filter.session, ids, json_words(work.actor), filter.limit + 1)) {
        if (static_cast<int>(page.items.size()) == filter.limit) {
            page.next = "more";
            break;
        }
        page.items.push_back(decision_of(row));
    }
    for (auto& decision : page.items) read_around(work.db, decision);
    if (page.next.empty()) return page;
    const auto& end = page.items.back();
    page.next = *work.db.query("SELECT sorted_on FROM decisions WHERE id = $1", end.id).value<std::string>() + "." + end.id.str();
    return page;
}

std::vector<Decision> decisions_of_session(Work& work, SessionId session) {
    std::vector<Decision> decisions;
    for (const auto row : work.db.query(decision_select() + " WHERE d.session_id = $2 AND " + visible_sql("decision", "d.id", "$3") +
                                        " ORDER BY d.sorted_on, d.id LIMIT 200", work.today(), session, json_words(work.actor))) {
        decisions.push_back(decision_of(row));
    }
    for (auto& decision : decisions) read_around(work.db, decision);
    return decisions;
}

}  // namespace homeward::council
