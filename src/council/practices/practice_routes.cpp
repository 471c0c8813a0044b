#include "council/practices/practice_routes.h"

#include "council/audience.h"
#include "council/practices/practice_json.h"
#include "council/practices/practice_print.h"
#include "council/practices/write_practice.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

struct PracticeInput {
    std::optional<int> version;
    std::string kind, state;
    std::vector<std::string> topics;
    int year_from = 0;
    std::optional<int> year_to;
    std::string evidence;
    std::optional<std::int64_t> cost_low, cost_high;
    std::string currency, readers, pictures;
    std::vector<PracticeText> texts;
};
BOOST_DESCRIBE_STRUCT(PracticeInput, (), (version, kind, state, topics, year_from, year_to, evidence, cost_low, cost_high, currency, readers, pictures, texts))
struct PracticeSeen {
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(PracticeSeen, (), (version))
struct PracticeUseInput {
    std::string place;
    PartialDate since;
    std::string changed, outcome, note;
};
BOOST_DESCRIBE_STRUCT(PracticeUseInput, (), (place, since, changed, outcome, note))
struct PracticeOutcomeInput {
    int version = 1;
    std::string outcome, note;
};
BOOST_DESCRIBE_STRUCT(PracticeOutcomeInput, (), (version, outcome, note))
struct PracticeHistoryBody {
    std::vector<PracticeVersion> items;
};
BOOST_DESCRIBE_STRUCT(PracticeHistoryBody, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

PracticeContent content_of(PracticeInput input) {
    return {std::move(input.kind), std::move(input.state), std::move(input.topics), input.year_from, input.year_to, std::move(input.evidence),
            input.cost_low, input.cost_high, std::move(input.currency), std::move(input.readers), std::move(input.pictures), std::move(input.texts)};
}

Result<Reply> show(Work& work, const exchange::Membership& members, PracticeId id) {
    return http::ok(practice_body(work, members, TRY(see_practice(work, id))));
}

Result<Reply> list(Work& work, const Request& request) {
    PracticeFilter filter{text_query(request, "kind"), text_query(request, "state"), text_query(request, "topic"), text_query(request, "stage"),
                          text_query(request, "q"), {}};
    if (const auto year = TRY(http::int_query(request, "year", 0, 0, 9999))) filter.year = year;
    auto page = TRY(list_practices(work, filter, text_query(request, "cursor"), TRY(http::int_query(request, "limit", 50, 1, 200))));
    return http::ok(PracticesBody{std::move(page.items), std::move(page.next), may(work.actor, access::Permission::write_practice)});
}

void reading(http::Router& router, exchange::Exchange& exchange) {
    const auto one = [&exchange](Work& work, const Request& request) -> Result<Reply> {
        return show(work, exchange.members(), TRY(http::id_of<PracticeId>(request, "practice_id")));
    };
    const auto pdf = [](Work& work, const Request& request) -> Result<Reply> {
        const auto practice = TRY(see_practice(work, TRY(http::id_of<PracticeId>(request, "practice_id"))));
        return print_practice(work, practice, text_query(request, "language"));
    };
    router.read("GET", "/api/practices", list);
    router.read("GET", "/api/practices/{practice_id}", one);
    router.read("GET", "/api/practices/{practice_id}/pdf", pdf);
    // What everybody may see: a guest holds the word `all` alone.
    router.open_read("GET", "/api/public/practices", list);
    router.open_read("GET", "/api/public/practices/{practice_id}", one);
    router.open_read("GET", "/api/public/practices/{practice_id}/pdf", pdf);
    router.read("GET", "/api/practices/{practice_id}/history", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<PracticeId>(request, "practice_id"));
        TRY(require_to_see(work, "practice_history", id.str(), "practice.not_found"));
        return http::ok(PracticeHistoryBody{list_versions(work.db, id)});
    });
}

void writing(http::Router& router, exchange::Exchange& exchange) {
    router.write("POST", "/api/practices", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(write_practice(work, exchange.members(), content_of(TRY(http::body_as<PracticeInput>(request)))));
        return http::created("/api/practices/" + id.str(), practice_body(work, exchange.members(), TRY(get_practice(work.db, id))));
    });
    router.write("PUT", "/api/practices/{practice_id}", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<PracticeId>(request, "practice_id"));
        auto input = TRY(http::body_as<PracticeInput>(request));
        const int seen = input.version.value_or(0);
        TRY(save_practice(work, exchange.members(), id, seen, content_of(std::move(input))));
        return show(work, exchange.members(), id);
    });
    router.write("POST", "/api/practices/{practice_id}/submission", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<PracticeId>(request, "practice_id"));
        TRY(submit_practice(work, id, TRY(http::body_as<PracticeSeen>(request)).version));
        return show(work, exchange.members(), id);
    });
    router.write("POST", "/api/practices/{practice_id}/editions", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(begin_edition(work, TRY(http::id_of<PracticeId>(request, "practice_id"))));
        return http::created("/api/practices/" + id.str(), practice_body(work, exchange.members(), TRY(get_practice(work.db, id))));
    });
}

void using_it(http::Router& router, exchange::Exchange& exchange) {
    router.write("POST", "/api/practices/{practice_id}/uses", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<PracticeId>(request, "practice_id"));
        const auto input = TRY(http::body_as<PracticeUseInput>(request));
        TRY(record_use(work, exchange.members(), id, {{input.outcome, input.note}, input.place, input.since, input.changed}));
        return show(work, exchange.members(), id);
    });
    router.write("POST", "/api/practice-uses/{use_id}/outcome", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<PracticeOutcomeInput>(request));
        TRY(update_use(work, TRY(http::id_of<PracticeUseId>(request, "use_id")), input.version, {input.outcome, input.note}));
        return http::no_content();
    });
}

}  // namespace

void practice_routes(http::Router& router, const Program& program) {
    reading(router, program.exchange);
    writing(router, program.exchange);
    using_it(router, program.exchange);
    practice_review_routes(router, program);
}

}  // namespace homeward::council
