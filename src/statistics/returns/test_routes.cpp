#include "statistics/returns/test_routes.h"

#include "http/json_reply.h"
#include "statistics/returns/beside_region.h"
#include "statistics/returns/in_turn.h"
#include "statistics/returns/prepare_input.h"
#include "statistics/returns/test_bodies.h"

namespace homeward::statistics {
namespace {

using access::Actor;
using access::Work;
using http::Reply;
using http::Request;

// Below it nobody asks for a coarser table.
constexpr double kWorthAdvice = 0.2;

std::string ticket_of(const Request& request) { return std::string(request.query("ticket").value_or("")); }

Result<Target> asked_target(access::Works& works, const Actor& actor, const Request& request, const ReturnDesk& desk) {
    const auto id = TRY(http::id_of<ReturnId>(request, "return_id"));
    return works.read<Target>(actor, [&](Work& work) { return desk.target(work, id); });
}

/// By everybody with this State's releases at hand, then with the joint ledger of the region.
struct Attempts {
    std::vector<Attempt> alone;
    std::vector<RegionalAttempt> region;
};

OpenedInRegionBody body_of(const Error& opens) {
    return {opens.params.at("state"), opens.params.at("year"), opens.params.at("table"), opens.params.at("cell"), std::stoi(opens.params.at("cells"))};
}

AttemptsBody body_of(const Attempts& attempts) {
    AttemptsBody body;
    for (const auto& attempt : attempts.alone) {
        auto& each = body.attempts.emplace_back(attempt.by, attempt.guarded, std::vector<OpenedBody>{});
        for (const auto& [figure, low, high] : attempt.opened) each.opened.push_back({figure.table, figure.cell, low, high});
        body.holds = body.holds && attempt.opened.empty();
    }
    for (const auto& [member, opens] : attempts.region) {
        body.region.push_back({member, opens ? std::optional(body_of(*opens)) : std::nullopt});
        body.holds = body.holds && !opens;
    }
    return body;
}

Result<Reply> try_to_break(access::Works& works, const Actor& actor, const Request& request, ReturnDesk& desk) {
    const auto input = TRY(http::body_as<TryInput>(request));
    Target target = TRY(asked_target(works, actor, request, desk));
    TRY(show_by_hand(target, input.shown));
    const auto id = TRY(http::id_of<ReturnId>(request, "return_id"));
    auto beside = TRY(works.read<BesideRegion>(actor, [&](Work& work) { return beside_region(work, desk, id); }));
    take_pattern(beside, target);
    const auto attempts = TRY(in_turn<Attempts>(desk, actor, ticket_of(request), [&](const GoOn& go_on) -> Result<Attempts> {
        return Attempts{TRY(attack(target, go_on)), TRY(attack_in_region(beside, go_on))};
    }));
    const auto body = body_of(attempts);
    TRY(works.write<void>(actor, [&](Work& work) -> Done {
        work.record({"return.tried", "annual_return", request.path_parameter("return_id"), {},
                     {{"shown", std::to_string(input.shown.size())}, {"holds", body.holds ? "yes" : "no"}}});
        return {};
    }));
    return http::ok(body);
}

using View = std::vector<std::vector<std::optional<Range>>>;

Result<Reply> look_from_outside(access::Works& works, const Actor& actor, const Request& request, ReturnDesk& desk) {
    const Target target = TRY(asked_target(works, actor, request, desk));
    const View view = TRY(in_turn<View>(desk, actor, ticket_of(request), [&](const GoOn& go_on) { return outside_view(target, go_on); }));
    OutsideBody body;
    for (std::size_t t = 0; t < view.size(); ++t) {
        for (std::size_t cell = 0; cell < view[t].size(); ++cell) {
            if (const auto& range = view[t][cell]) body.items.push_back({target.problem.tables.tables[t].key, cell, range->low, range->high});
        }
    }
    return http::ok(body);
}

CostBody body_of(const Cost& cost) { return {cost.cells, cost.by_rule, cost.to_protect}; }

std::vector<std::string> crossed_by(const Table& table) {
    std::vector<std::string> by;
    for (const auto& dimension : table.dimensions) if (!dimension.key.starts_with("outcome.")) by.push_back(dimension.key);
    return by;
}

/// What can be chosen instead, cheapest first: classes that are merged are not offered, since a year's classes are one for all States.
Result<std::vector<CoarserBody>> coarser_of(const TableSet& set, std::size_t table, const Rules& rules) {
    std::vector<CoarserBody> bodies;
    const auto advice = TRY(advise(set, table, rules));
    for (const auto& coarser : advice.coarser) {
        const bool offered = coarser.categories.empty() && !coarser.classification.starts_with("outcome.");
        if (offered) bodies.push_back({coarser.classification, body_of(coarser.cost)});
    }
    return bodies;
}

Result<AdviceBody> advice_on(const TableSet& set, const Rules& rules) {
    const auto costs = TRY(costs_of(set, rules));
    AdviceBody body;
    for (std::size_t t = 0; t < set.tables.size(); ++t) {
        TableCostBody each{set.tables[t].definition.indicator, crossed_by(set.tables[t]), body_of(costs[t]), {}};
        if (costs[t].share_hidden() >= kWorthAdvice && !each.by.empty()) each.coarser = TRY(coarser_of(set, t, rules));
        body.tables.push_back(std::move(each));
    }
    return body;
}

Result<Reply> advise_on_return(access::Works& works, const Actor& actor, const Request& request, const ReturnDesk& desk) {
    const auto spec = spec_of(TRY(http::body_as<PrepareInput>(request)));
    const auto problem = TRY(works.read<ReleaseProblem>(actor, [&](Work& work) { return desk.counted(work, spec); }));
    return http::ok(TRY(advice_on(problem.tables, problem.rules)));
}

}  // namespace

void test_routes(http::Router& router, access::Works& works, ReturnDesk& desk) {
    router.task("POST", "/api/returns/advice", [&](const Actor& actor, const Request& request) { return advise_on_return(works, actor, request, desk); });
    router.task("POST", "/api/returns/{return_id}/attempts", [&](const Actor& actor, const Request& request) { return try_to_break(works, actor, request, desk); });
    router.task("GET", "/api/returns/{return_id}/outside", [&](const Actor& actor, const Request& request) { return look_from_outside(works, actor, request, desk); });
}

}  // namespace homeward::statistics
