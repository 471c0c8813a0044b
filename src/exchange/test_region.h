#pragma once
// Programs of a region inside one test: each with a database of its own, one clock, and a wire that the test holds.

#include <spdlog/spdlog.h>

#include <map>
#include <memory>

#include "access/program_for_tests.h"
#include "exchange/exchange.h"

namespace homeward::exchange::testing_region {

/// One member's program. What it takes of type `release` and `action` lands in `taken`, and in its table `effects`.
struct Node : access::ProgramForTests {
    std::unique_ptr<Exchange> exchange;
    Done verdict;  ///< what the handler says, after it has written its effect

    Node(const NodeKeys& keys, const Membership& members, const Instant& clock)
        : ProgramForTests(clock, {schema(), {{"test/effects", "CREATE TABLE effects (id TEXT NOT NULL, payload TEXT NOT NULL);"}}},
                          access::Holds::no_records, [&clock] { return clock; }) {
        exchange = std::make_unique<Exchange>(keys, members);
        for (const char* type : {"release", "action"}) {
            exchange->serve(type, [this](access::Work& work, const Incoming& incoming) -> Done {
                work.db.run("INSERT INTO effects (id, payload) VALUES ($1, $2)", incoming.id, incoming.payload);
                return verdict;
            });
        }
    }
    MessageId send(std::string_view to, std::string_view payload = "{}", std::string_view type = "release") {
        const auto id = works->write<MessageId>(access::Actor::program("system"), [&](access::Work& work) {
            return exchange->enqueue(work, type, to, payload);
        });
        return id.value();
    }
    Result<Answer> receive(std::string_view text) { return exchange->receive(*works, text); }

    std::string message(int seq = 1) {
        return text("SELECT message FROM exchange_outbox WHERE seq = " + std::to_string(seq) + " ORDER BY epoch DESC");
    }
    std::int64_t effects() { return number("SELECT count(*) FROM effects"); }
    std::int64_t waiting() { return number("SELECT count(*) FROM exchange_outbox WHERE state = 'waiting'"); }
    std::int64_t delivered() { return number("SELECT count(*) FROM exchange_outbox WHERE state = 'delivered'"); }
    std::string last_refusal() { return text("SELECT reason FROM exchange_refusals ORDER BY position DESC"); }
    /// Everything a refused message must leave as it was.
    std::string everything_but_refusals() {
        return text("SELECT (SELECT count(*) FROM effects) || '/' || (SELECT count(*) FROM exchange_inbox) || '/' ||"
                    " (SELECT count(*) FROM exchange_outbox) || '/' || (SELECT count(*) FROM audit_leaves) || '/' ||"
                    " (SELECT COALESCE(group_concat(member || received_epoch || received_seq || COALESCE(frozen_at, '')), '')"
                    "  FROM exchange_streams)");
    }
};

struct RegionTest : testing::Test {
    Instant now = *Instant::parse("2024-05-14T09:00:00Z");
    std::map<std::string, NodeKeys> keys;
    Membership members;
    std::unique_ptr<Node> uz, council;

    RegionTest() {
        spdlog::set_level(spdlog::level::off);
        std::vector<Member> list;
        for (const std::string id : {"uz", "kz", "council"}) {
            keys.emplace(id, NodeKeys::generate(id));
            const NodeKeys& k = keys.at(id);
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), k.sign.verify, k.open.seal});
        }
        members = Membership::of(std::move(list)).value();
        uz = std::make_unique<Node>(keys.at("uz"), members, now);
        council = std::make_unique<Node>(keys.at("council"), members, now);
    }

    Claims claims(Place place) const {
        return {MessageId::make(now), "release@1.0", "uz", "council", place, now, now.plus_days(90)};
    }
    std::string signed_by(const std::string& who, const Claims& c, std::string_view payload = "{}") const {
        return write_message(c, payload, keys.at(who), keys.at("council").open.seal);
    }
    Place first_place() const { return {now.ms / 1000, 1}; }
};

}  // namespace homeward::exchange::testing_region
