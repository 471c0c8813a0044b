#include "mail/letters.h"

namespace homeward::mail {

std::vector<KeptLetter> list_letters(store::Connection& db, std::optional<access::AccountId> of, std::string_view state, std::optional<LetterId> after, int limit) {
    // Written out, so that each has its index; every value has its place.
    const std::string sql = std::string("SELECT l.id, l.account_id, a.username, COALESCE(m.address, ''), l.kind, l.language, l.subject, l.text, l.path, l.queued_at,"
                                        " l.state, l.problem, l.attempts FROM mail_letters l JOIN accounts a ON a.id = l.account_id"
                                        " LEFT JOIN mail_addresses m ON m.account_id = l.account_id WHERE ") +
                            (of ? "l.account_id = $1" : "$1 IS NULL") + (state.empty() ? " AND $2 = ''" : " AND l.state = $2") +
                            (after ? " AND l.id < $3" : " AND $3 IS NULL") + " ORDER BY l.id DESC LIMIT $4";
    std::vector<KeptLetter> letters;
    for (const auto row : db.query(sql, of, state, after, limit)) {
        letters.push_back({row.get<LetterId>(0), row.get<access::AccountId>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
                           row.get<std::string>(5), row.get<std::string>(6), row.get<std::string>(7), row.get<std::string>(8), row.get<Instant>(9),
                           row.get<std::string>(10), row.get<std::string>(11), row.get<int>(12)});
    }
    return letters;
}

Counts count_letters(store::Connection& db) {
    Counts counts;
    for (const auto row : db.query("SELECT state, COUNT(*) FROM mail_letters GROUP BY state")) {
        const auto state = row.text(0);
        (state == "queued" ? counts.queued : state == "sent" ? counts.sent : state == "given_up" ? counts.given_up : counts.dropped) = row.integer(1);
    }
    return counts;
}

}  // namespace homeward::mail
