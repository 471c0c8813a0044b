#include "council/ledger/ledger.h"

namespace homeward::council {

using statistics::JointEntry;
using statistics::Published;

Published published(store::Connection& db) {
    Published all = statistics::published(db);
    for (const auto row : db.query("SELECT id, payload FROM releases WHERE entry_id IS NULL ORDER BY received_at, id")) {
        auto release = statistics::read_release(row.text(1));
        if (!release) throw std::runtime_error("a stored release does not read: " + release.error().key);
        all.releases.push_back({row.get<std::string>(0), std::move(*release)});
    }
    return all;
}

JointEntry add_step(access::Work& work, exchange::Exchange& exchange, statistics::SignedEntry entry) {
    const auto head = statistics::joint_head(work.db);
    JointEntry joint{head.position + 1, head.hash, work.now, {}, std::move(entry)};
    joint.signature = exchange.sign(statistics::step_signature, statistics::write_step(joint));
    statistics::append(work.db, joint);
    (void)tell_members(work, exchange);
    return joint;
}

}  // namespace homeward::council
