#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/duplicates.h"
#include "people/person_bodies.h"

namespace homeward::people {
namespace {

using access::Work;
using http::Reply;
using http::Request;

struct DuplicateItemBody {
    DuplicateId id;
    double score;
    std::vector<std::string> reasons;
    RegisterItemBody a, b;
};
BOOST_DESCRIBE_STRUCT(DuplicateItemBody, (), (id, score, reasons, a, b))
struct DuplicateListBody {
    std::vector<DuplicateItemBody> items;
    std::optional<DuplicateId> next;
    std::size_t total;
};
BOOST_DESCRIBE_STRUCT(DuplicateListBody, (), (items, next, total))

struct DuplicateBody {
    DuplicateId id;
    double score;
    std::vector<std::string> reasons;
    DuplicateState state;
    PersonBody a, b;
};
BOOST_DESCRIBE_STRUCT(DuplicateBody, (), (id, score, reasons, state, a, b))

enum class Verdict { same, different };
BOOST_DESCRIBE_ENUM(Verdict, same, different)
struct DecisionInput {
    Verdict decision;
    std::optional<PersonId> keep;
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (decision, keep))

Result<Reply> list(Work& work, const Register& reg, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200));
    const auto page = TRY(list_duplicates(work, reg, TRY(http::id_query<DuplicateId>(request, "cursor")), limit));
    DuplicateListBody body{{}, page.next, page.total};
    for (const auto& item : page.items) {
        body.items.push_back({item.candidate.id, item.candidate.score, item.candidate.reasons, body_of(item.a, work.today()), body_of(item.b, work.today())});
    }
    return http::ok(body);
}

Result<Reply> show(Work& work, const Register& reg, const Request& request) {
    const auto pair = TRY(read_duplicate(work, TRY(http::id_of<DuplicateId>(request, "duplicate_id"))));
    return http::ok(DuplicateBody{pair.candidate.id, pair.candidate.score, pair.candidate.reasons, pair.candidate.state,
                                  body_of(work, reg, pair.a), body_of(work, reg, pair.b)});
}

Result<Reply> decide(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(http::id_of<DuplicateId>(request, "duplicate_id"));
    const auto input = TRY(http::body_as<DecisionInput>(request));
    if (input.decision == Verdict::different) {
        TRY(decide_different(work, id));
    } else {
        if (!input.keep) return invalid("json.missing", "keep");
        TRY(decide_same(work, reg, id, *input.keep));
    }
    return http::no_content();
}

}  // namespace

void duplicate_routes(http::Router& router, Register& reg) {
    router.read("GET", "/api/duplicates", [&reg](Work& work, const Request& request) { return list(work, reg, request); });
    router.write("GET", "/api/duplicates/{duplicate_id}", [&reg](Work& work, const Request& request) { return show(work, reg, request); });
    router.write("POST", "/api/duplicates/{duplicate_id}/decision", [&reg](Work& work, const Request& request) { return decide(work, reg, request); });
}

}  // namespace homeward::people
