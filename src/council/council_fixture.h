#pragma once
// The Council in a test: its database, its place in the exchange, and what a secretariat does there.

#include <spdlog/spdlog.h>

#include <map>

#include "access/program_for_tests.h"
#include "actions/action.h"
#include "council/claims/claim.h"
#include "council/decisions/decision.h"
#include "council/followup/council_action.h"
#include "council/meetings/registration.h"
#include "council/members/body.h"
#include "council/ledger/ledger.h"
#include "council/returns/release.h"
#include "council/routes.h"
#include "files/shelf.h"
#include "mail/post.h"
#include "search/index.h"
#include "statistics/ledger/chain_for_tests.h"

namespace homeward::council {

/// What the Council's database has beside the log and the accounts.
inline std::vector<std::vector<store::Migration>> council_schemas() {
    return {files::schema(), search::schema(), mail::schema(), exchange::schema(), actions::schema(), schema()};
}

struct CouncilTest : access::ProgramTest {
    std::map<std::string, exchange::NodeKeys> keys;
    exchange::Membership members;
    std::optional<exchange::Exchange> exchange;
    files::Shelf shelf{vault::Secret::random()};
    access::Actor secretariat;
    std::map<std::string, statistics::ChainForTests> states;
    /// What the audit of the joint ledger says; it has tests of its own.
    statistics::PublishedAudit audit = [](const auto&, const auto&, const auto&) { return std::vector<statistics::OpenedCell>{}; };

    CouncilTest() : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), council_schemas()) {
        spdlog::set_level(spdlog::level::off);
        std::vector<exchange::Member> list;
        for (const std::string id : {"council", "kg", "uz"}) {
            const auto& k = keys.emplace(id, exchange::NodeKeys::generate(id)).first->second;
            states[id] = {id, k.sign, 0, {}};
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), k.sign.verify, k.open.seal});
        }
        members = exchange::Membership::of(std::move(list)).value();
        exchange.emplace(keys.at("council"), members);
        actions::serve_at_council(*exchange);
        serve_entries(*exchange, [this](const auto& releases, const auto& figures, const auto& go_on) { return audit(releases, figures, go_on); });
        (void)act<void>(system, [&](access::Work& work) -> Done {
            know_states(work, *exchange);
            return {};
        });
        secretariat = account("secretariat", access::Role::secretariat);
    }
    Program program() { return {.exchange = *exchange, .shelf = shelf, .public_url = "https://council.example", .demo = false, .works = &*works}; }

    static Session a_session(const char* from = "2024-05-14", const char* to = "2024-05-14") {
        return {{}, "plenary", "First session of the Council", "uz", "Tashkent", *Date::parse(from), *Date::parse(to), {}};
    }
    Result<SessionId> open(const char* from = "2024-05-14", const char* to = "2024-05-14") {
        return act<SessionId>(secretariat, [&](access::Work& work) { return open_session(work, members, a_session(from, to)); });
    }
    Result<AgendaItemId> add(SessionId session, const std::string& title) {
        return act<AgendaItemId>(secretariat, [&](access::Work& work) { return add_agenda_item(work, session, title, ""); });
    }
    /// Says that it was held, once its first day has come.
    Done hold(SessionId id) {
        return act<void>(secretariat, [&](access::Work& work) -> Done { return hold_session(work, id, TRY(get_session(work.db, id)).version); });
    }
    /// Somebody of a delegation sat there on these days.
    Done seat(SessionId session, const char* state, const std::vector<Date>& days, const char* role = "delegate") {
        return act<void>(secretariat, [&](access::Work& work) -> Done {
            const auto name = "Delegate of " + std::string(state) + " as " + role;
            const auto id = TRY(register_delegate(work, session, {{}, state, role, name, "Adviser", "ru", ""}));
            return tick_attendance(work, session, id, days);
        });
    }
    /// Two States sat there on that day, and the session was held; what is so already stays.
    void convene(SessionId session, const char* on) {
        for (const char* state : {"kg", "uz"}) (void)seat(session, state, {*Date::parse(on)});
        (void)hold(session);
    }
    Result<DecisionId> decide(SessionId session, const char* on, std::optional<AgendaItemId> item = std::nullopt) {
        convene(session, on);
        return act<DecisionId>(secretariat, [&](access::Work& work) {
            return record_decision(work, *exchange, {session, item, {{"en", "The members share what they learn."}, {"ru", "Члены делятся опытом."}}, *Date::parse(on)});
        });
    }
    Decision decision(DecisionId id) {
        return *act<Decision>(system, [&](access::Work& work) { return get_decision(work, id); });
    }
    std::string number_of(DecisionId id) {
        return decision(id).number;
    }
    Result<actions::ActionId> act_for(const char* owner, DecisionId decision, const char* due_on = "2024-09-01") {
        return act<actions::ActionId>(secretariat, [&](access::Work& work) {
            return act_on(work, *exchange, decision, {owner, "Share the outcome survey", "", *Date::parse(due_on), {}, {}});
        });
    }

    static Claim a_claim(const char* about, std::int64_t value) {
        return {{}, "returned", about, "", value, "exact", *PartialDate::parse("2024-05-13"), "Citizens returned by operations", "Source one", ""};
    }
    Result<ClaimId> publish(const Claim& claim) {
        return act<ClaimId>(secretariat, [&](access::Work& work) { return publish_claim(work, claim); });
    }

    /// A message of a member, the next of its stream, as it would leave its outbox.
    std::string message_of(const std::string& from, const char* type, std::string_view payload, const std::string& signer = {}) {
        const exchange::Claims claims{exchange::MessageId::make(now), type, from, "council", {epoch_, sent_[from] + 1}, now, now.plus_days(90)};
        return exchange::write_message(claims, payload, keys.at(signer.empty() ? from : signer), keys.at("council").open.seal);
    }
    /// Sends it; a refused message takes its place in the stream as well.
    Result<exchange::Answer> send(const std::string& from, const char* type, std::string_view payload) {
        auto answer = exchange->receive(*works, message_of(from, type, payload));
        if (answer) ++sent_[from];
        return answer;
    }
    /// Sends what a State adds to the ledger.
    Result<exchange::Answer> send(const statistics::SignedEntry& entry) { return send(entry.entry.member, "release@2.0", statistics::write_signed(entry)); }
    /// Sends a State's tables as the next entry of its chain, a correction where tables of the year stand. A refused one takes no place.
    std::string release(const statistics::Release& tables, const std::string& from) {
        const auto chain = get<statistics::Chain>([](store::Connection& db) -> Result<statistics::Chain> { return statistics::load_chain(db); });
        auto next = states.at(from);
        const auto old = chain.standing(from, tables.year);
        const auto entry = old ? next.correct(tables, *old, now, chain.head()) : next.release(tables, now, chain.head());
        const auto outcome = outcome_of(send(entry));
        if (outcome == "accepted") states.at(from) = next;
        return outcome;
    }
    /// `accepted`, or the key of the refusal.
    std::string outcome_of(const Result<exchange::Answer>& answer) {
        if (!answer) return answer.error().key;
        return answer->outcome == exchange::Outcome::accepted ? "accepted" : text("SELECT reason FROM exchange_inbox ORDER BY position DESC");
    }

private:
    const std::int64_t epoch_ = now.ms / 1000;
    std::map<std::string, std::int64_t> sent_;
};

}  // namespace homeward::council
