// What a node does with a step that the Council tells it.

#include "statistics/ledger/joint_store.h"
#include "statistics/ledger/own_chain.h"

namespace homeward::statistics {
namespace {

using access::Work;

/// A step of a place that we have: the same one, come again, or the Council told two stories.
Done compare(Work& work, const JointEntry& joint) {
    const std::string line = line_at(work.db, joint.position).value();
    const auto ours = read_joint(line);
    if (ours && head_of(*ours) == head_of(joint)) return {};
    return conflict("ledger.fork", {{"position", std::to_string(joint.position)}, {"hash", head_of(joint).hash}});
}

Done take_step(Work& work, const exchange::Exchange& exchange, const exchange::Incoming& message) {
    if (message.from != the_council) return forbidden("ledger.not_the_council");
    const JointEntry joint = TRY(read_joint(message.payload));
    const std::int64_t next = joint_head(work.db).position + 1;
    if (joint.position < next) return compare(work, joint);
    if (joint.position > next) return conflict("ledger.missing", {{"next", std::to_string(next)}});
    TRY(load_chain(work.db).check(joint, keys_of(exchange.members())));
    append(work.db, joint);
    const Entry& entry = joint.signed_entry.entry;
    work.record({"ledger.step_received", "ledger_entry", entry.id.str(), {}, {{"position", std::to_string(joint.position)}, {"member", entry.member}}});
    return {};
}

}  // namespace

void serve_ledger_at_node(exchange::Exchange& exchange) {
    exchange.serve("ledger", [&exchange](Work& work, const exchange::Incoming& message) { return take_step(work, exchange, message); });
}

}  // namespace homeward::statistics
