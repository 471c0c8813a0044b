#include "council/practices/practice_list.h"

#include <charconv>

#include "base/json.h"
#include "base/text.h"
#include "council/audience.h"
#include "council/practices/practice_review.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr int kSearchRounds = 10;  // pages of 100 hits that are looked through for one page of the list

constexpr const char* kSelect =
    "SELECT p.id, p.kind, p.stage, p.state, p.topics, p.year_from, p.year_to, p.evidence, p.edition, p.example, p.published_on, p.review_due_on,"
    " (SELECT count(DISTINCT u.state) FROM practice_uses u WHERE u.series_id = p.series_id), p.listed_at FROM practices p";

PracticeLine line_of(store::Connection& db, const store::Row& row) {
    PracticeLine line;
    line.id = row.get<PracticeId>(0);
    line.kind = row.text(1);
    line.stage = row.text(2);
    line.state = row.text(3);
    line.topics = json::read<std::vector<std::string>>(row.text(4)).value();
    line.year_from = row.get<int>(5);
    line.year_to = row.get<std::optional<int>>(6);
    line.evidence = row.text(7);
    line.edition = row.get<int>(8);
    line.example = row.get<bool>(9);
    line.published_on = row.get<std::optional<Date>>(10);
    line.review_due_on = row.get<std::optional<Date>>(11);
    line.used_by = row.get<int>(12);
    for (const auto text : db.query("SELECT language, title FROM practice_texts WHERE practice_id = $1", line.id)) {
        line.titles.emplace(text.text(0), text.text(1));
    }
    return line;
}

/// The filter as SQL. Its values are bound as $1 kind, $2 state, $3 topic, $4 year, $5 stage, $6 today, $7 the reader's words.
/// Unused numbers stay unbound, which is NULL.
std::string conditions(const PracticeFilter& filter) {
    std::string sql;
    if (!filter.kind.empty()) sql += " AND p.kind = $1";
    if (!filter.state.empty()) sql += " AND p.state = $2";
    if (!filter.topic.empty()) sql += " AND EXISTS (SELECT 1 FROM practice_topics t WHERE t.topic = $3 AND t.practice_id = p.id)";
    if (filter.year) sql += " AND p.year_from <= $4 AND COALESCE(p.year_to, 9999) >= $4";
    if (filter.stage == "overdue") sql += " AND p.stage = 'published' AND p.review_due_on < $6";
    else if (!filter.stage.empty()) sql += " AND p.stage = $5";
    else sql += " AND p.stage NOT IN ('superseded', 'retired')";
    return sql + " AND " + visible_sql("practice", "p.id", "$7");
}

void bind_conditions(store::Query& query, Work& work, const PracticeFilter& filter) {
    if (!filter.kind.empty()) query.bind(1, filter.kind);
    if (!filter.state.empty()) query.bind(2, filter.state);
    if (!filter.topic.empty()) query.bind(3, filter.topic);
    if (filter.year) query.bind(4, *filter.year);
    if (filter.stage == "overdue") query.bind(6, work.today());
    else if (!filter.stage.empty()) query.bind(5, filter.stage);
    query.bind(7, json_words(work.actor));
}

Result<PracticePage> newest(Work& work, const PracticeFilter& filter, const std::string& cursor, int limit) {
    std::string sql = std::string(kSelect) + " WHERE 1" + conditions(filter);
    const auto bar = cursor.find('|');
    const auto after = Instant::parse(cursor.substr(0, bar));
    const auto last = bar == std::string::npos ? std::nullopt : PracticeId::parse(cursor.substr(bar + 1));
    if (!cursor.empty() && (!after || !last)) return invalid("practice.cursor", "cursor");
    if (!cursor.empty()) sql += " AND (p.listed_at, p.id) < ($8, $9)";
    store::Query query(work.db, sql + " ORDER BY p.listed_at DESC, p.id DESC LIMIT $10");
    bind_conditions(query, work, filter);
    if (!cursor.empty()) {
        query.bind(8, *after);
        query.bind(9, *last);
    }
    query.bind(10, limit + 1);
    PracticePage page;
    std::string last_place;
    for (const auto row : query) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = last_place;
            break;
        }
        page.items.push_back(line_of(work.db, row));
        last_place = row.get<Instant>(13).str() + "|" + page.items.back().id.str();
    }
    return page;
}

std::optional<PracticeLine> matching(Work& work, const PracticeFilter& filter, std::string_view id) {
    store::Query query(work.db, std::string(kSelect) + " WHERE p.id = $8" + conditions(filter));
    bind_conditions(query, work, filter);
    query.bind(8, id);
    return query.next() ? std::optional(line_of(work.db, query.row())) : std::nullopt;
}

/// The search finds by words and knows topic and State; what else is asked, and who may read, is held against each hit.
Result<PracticePage> best(Work& work, const PracticeFilter& filter, const std::string& cursor, int limit) {
    int offset = 0;
    const auto end = cursor.data() + cursor.size();
    if (!cursor.empty() && (std::from_chars(cursor.data(), end, offset).ptr != end || offset < 0)) return invalid("practice.cursor", "cursor");
    PracticePage page;
    for (int round = 0; round < kSearchRounds; ++round) {
        const auto found = TRY(search::find(work.db, {filter.words, words_of(work.actor), "practice", filter.state, "", {}, offset, 100}));
        for (const auto& hit : found.hits) {
            if (static_cast<int>(page.items.size()) == limit) {
                page.next = std::to_string(offset);
                return page;
            }
            ++offset;
            if (auto line = matching(work, filter, hit.id)) page.items.push_back(std::move(*line));
        }
        if (found.hits.size() < 100) return page;
    }
    page.next = std::to_string(offset);
    return page;
}

}  // namespace

Result<PracticePage> list_practices(Work& work, const PracticeFilter& filter, const std::string& cursor, int limit) {
    if (!filter.stage.empty() && filter.stage != "overdue" && !practice_stage_from(filter.stage)) return invalid("practice.stage_filter", "stage");
    return trim(filter.words).empty() ? newest(work, filter, cursor, limit) : best(work, filter, cursor, limit);
}

std::vector<PracticeCall> list_calls(Work& work, const exchange::Membership& members) {
    std::vector<PracticeCall> calls;
    for (const auto row : work.db.query(std::string(kSelect) + " WHERE p.stage = 'review' AND " + visible_sql("practice_call", "p.id", "$1") +
                                        " ORDER BY p.listed_at, p.id LIMIT 200", json_words(work.actor))) {
        PracticeCall call{line_of(work.db, row), 0, 0, false};
        const auto practice = get_practice(work.db, call.practice.id).value();
        const auto reviews = list_reviews(work.db, practice.id);
        const auto places = open_places(practice, reviews);
        call.states = places.states;
        call.experts = places.experts;
        call.may_take = check_reviewer(work.db, members, practice, reviews, work.actor).has_value();
        calls.push_back(std::move(call));
    }
    return calls;
}

}  // namespace homeward::council
