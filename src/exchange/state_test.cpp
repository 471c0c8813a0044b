#include "exchange/state.h"

#include "exchange/courier.h"
#include "exchange/test_region.h"

namespace homeward::exchange {
namespace {

struct State : testing_region::RegionTest {
    access::Actor admin;
    State() { admin.role = access::Role::admin; }

    Result<ExchangeState> state_of(testing_region::Node& node, const access::Actor& actor) {
        return node.works->read<ExchangeState>(actor, [&](access::Work& work) { return exchange_state(work, *node.exchange); });
    }
    PeerState peer(testing_region::Node& node, const std::string& id) {
        const auto state = state_of(node, admin);
        for (const auto& peer : state.value().peers) {
            if (peer.member == id) return peer;
        }
        throw std::logic_error("no peer " + id);
    }
};

TEST_F(State, CountsWhatWaitsWhatArrivedAndWhatWasRefused) {
    for (int i = 0; i < 3; ++i) uz->send("council");
    Courier courier(*uz->works, *uz->exchange, [&](const std::string&, const std::string& text) -> Result<std::string> {
        if (council->effects() == 1) return unavailable("http.timeout");
        return council->receive(text).value().receipt;
    });
    (void)courier.deliver("council");
    (void)council->receive("rubbish");

    const PeerState ours = peer(*uz, "council");
    EXPECT_EQ(ours.waiting, 2);
    EXPECT_EQ(ours.delivered, 1);
    EXPECT_EQ(ours.oldest_waiting_at, now);
    EXPECT_EQ(ours.problem, "http.timeout");
    EXPECT_EQ(ours.attempts, 1);
    EXPECT_GT(ours.next_attempt_at, now);
    const PeerState theirs = peer(*council, "uz");
    EXPECT_EQ(theirs.received, 1);
    EXPECT_EQ(theirs.refused_by_us, 0);
    EXPECT_EQ(theirs.last_received_at, now);
    EXPECT_EQ(peer(*council, "kz").last_received_at, std::nullopt);
    const auto state = state_of(*council, admin);
    EXPECT_EQ(state.value().self, "council");
    EXPECT_EQ(state.value().peers.size(), 2u);
    ASSERT_EQ(state.value().refusals.size(), 1u);
    EXPECT_EQ(state.value().refusals[0].reason, "exchange.malformed");
    EXPECT_EQ(state.value().refusals[0].claimed_sender, "");
}

TEST_F(State, ShowsAFrozenMember) {
    const Claims c = claims(first_place());
    (void)council->receive(signed_by("uz", c, "1"));
    (void)council->receive(signed_by("uz", c, "2"));
    EXPECT_EQ(peer(*council, "uz").frozen_at, now);
}

TEST_F(State, IsForThoseWhoOperateTheProgram) {
    access::Actor worker;
    worker.role = access::Role::social_worker;
    EXPECT_EQ(state_of(*uz, worker).error().code, ErrorCode::forbidden);
}

}  // namespace
}  // namespace homeward::exchange
