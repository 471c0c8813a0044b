#include "council/ledger/ledger.h"

#include <algorithm>
#include <charconv>

#include "exchange/state.h"

namespace homeward::council {
namespace {

using access::Work;

// One transaction must not seal a ledger of years at once.
constexpr std::int64_t most_steps_at_once = 50;

std::int64_t told(store::Connection& db, const std::string& member) {
    return db.query("SELECT position FROM ledger_told WHERE member = $1", member).value<std::int64_t>().value_or(0);
}

void set_told(store::Connection& db, const std::string& member, std::int64_t position) {
    db.run("INSERT INTO ledger_told (member, position) VALUES ($1, $2) ON CONFLICT (member) DO UPDATE SET position = $2", member, position);
}

/// The step from which a member asks to be told again; nothing when it does not.
/// What was under way when it asked is refused in the same way, and must not be taken for another question.
std::optional<std::int64_t> asked_for(store::Connection& db, const std::string& member) {
    auto query = db.query("SELECT receipt FROM exchange_outbox WHERE to_member = $1 AND type = 'ledger@1.0' AND state = 'refused' AND problem = 'ledger.missing'"
                          " AND id > COALESCE((SELECT message_id FROM ledger_told WHERE member = $1), '') ORDER BY id DESC LIMIT 1", member);
    const auto receipt = query.value<std::string>();
    if (!receipt) return std::nullopt;
    db.run("UPDATE ledger_told SET message_id = (SELECT max(id) FROM exchange_outbox WHERE to_member = $1 AND type = 'ledger@1.0') WHERE member = $1", member);
    const auto params = exchange::params_of_kept(*receipt);
    const auto next = params.find("next");
    std::int64_t number = 0;
    if (next != params.end()) std::from_chars(next->second.data(), next->second.data() + next->second.size(), number);
    return number >= 1 ? std::optional(number) : std::nullopt;
}

Done tell(Work& work, exchange::Exchange& exchange, const std::string& member, std::int64_t head) {
    std::int64_t done = told(work.db, member);
    if (const auto from = asked_for(work.db, member)) done = std::min(done, *from - 1);
    const std::int64_t until = std::min(head, done + most_steps_at_once);
    for (; done < until; ++done) TRY(exchange.enqueue(work, "ledger", member, statistics::line_at(work.db, done + 1).value()));
    set_told(work.db, member, done);
    return {};
}

}  // namespace

Done tell_members(Work& work, exchange::Exchange& exchange) {
    const std::int64_t head = statistics::joint_head(work.db).position;
    for (const auto& member : exchange.members().members()) {
        if (member.id != exchange.self()) TRY(tell(work, exchange, member.id, head));
    }
    return {};
}

}  // namespace homeward::council
