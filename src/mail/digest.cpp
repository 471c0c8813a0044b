#include "mail/digest.h"

namespace homeward::mail {

std::vector<access::AccountId> take_digest_readers(access::Work& work, Date monday) {
    std::vector<access::AccountId> readers;
    for (const auto row : work.db.query("SELECT c.account_id FROM mail_choices c JOIN accounts a ON a.id = c.account_id AND a.disabled_at IS NULL"
                                        " LEFT JOIN mail_digests d ON d.account_id = c.account_id"
                                        " WHERE c.kind = 'digest' AND c.wanted = 1 AND COALESCE(d.week, '') < $1 ORDER BY c.account_id LIMIT 200", monday)) {
        readers.push_back(row.get<access::AccountId>(0));
    }
    for (const auto& account : readers) {
        work.db.run("INSERT INTO mail_digests (account_id, week) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET week = excluded.week", account, monday);
    }
    return readers;
}

}  // namespace homeward::mail
