#include "council/search_routes.h"

#include "council/audience.h"
#include "http/json_reply.h"
#include "search/index.h"

namespace homeward::council {

struct SearchMark {
    int begin = 0, end = 0;
};
BOOST_DESCRIBE_STRUCT(SearchMark, (), (begin, end))

struct SearchHitBody {
    std::string kind, id, title;
    std::vector<SearchMark> title_marks;
    std::string snippet;
    std::vector<SearchMark> snippet_marks;
    std::optional<std::string> state, topic;
    Date dated_on;
};
BOOST_DESCRIBE_STRUCT(SearchHitBody, (), (kind, id, title, title_marks, snippet, snippet_marks, state, topic, dated_on))

struct SearchKindBody {
    std::string kind;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SearchKindBody, (), (kind, count))

struct SearchBody {
    std::vector<SearchHitBody> items;
    std::int64_t total = 0;
    bool more_than = false;
    std::vector<SearchKindBody> kinds;
};
BOOST_DESCRIBE_STRUCT(SearchBody, (), (items, total, more_than, kinds))

namespace {

using access::Work;
using http::Reply;
using http::Request;

std::vector<SearchMark> marks_of(const std::vector<std::pair<int, int>>& marks) {
    std::vector<SearchMark> out;
    for (const auto& [begin, end] : marks) out.push_back({begin, end});
    return out;
}

std::optional<std::string> unless_empty(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

SearchBody body_of(search::Found found) {
    SearchBody body{{}, found.total, found.more_than, {}};
    for (auto& hit : found.hits) {
        body.items.push_back({std::move(hit.kind), std::move(hit.id), std::move(hit.title), marks_of(hit.title_marks), std::move(hit.snippet),
                              marks_of(hit.snippet_marks), unless_empty(hit.state), unless_empty(hit.topic), hit.dated_on});
    }
    for (auto& kind : found.kinds) body.kinds.push_back({std::move(kind.kind), kind.count});
    return body;
}

Result<Reply> answer(Work& work, const Request& request) {
    const auto text = [&](std::string_view name) { return std::string(request.query(name).value_or("")); };
    search::Question question{text("q"), words_of(work.actor), text("kind"), text("state"), text("topic"), {}};
    if (!text("year").empty()) question.year = TRY(http::int_query(request, "year", 0, 1900, 2300));
    question.offset = TRY(http::int_query(request, "offset", 0, 0, 1'000));
    question.limit = TRY(http::int_query(request, "limit", 20, 1, 100));
    return http::ok(body_of(TRY(search::find(work.db, question))));
}

}  // namespace

void search_routes(http::Router& router) {
    router.read("GET", "/api/search", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, access::Permission::read_council));
        return answer(work, request);
    });
    // The actor of an open route is a guest, who holds the word `all` and no other.
    router.open_read("GET", "/api/public/search", answer);
}

}  // namespace homeward::council
