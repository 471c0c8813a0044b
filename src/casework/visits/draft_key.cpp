#include "casework/visits/draft_key.h"

#include "access/permission.h"
#include "base/text.h"
#include "vault/key_file.h"

namespace homeward::casework {

Result<std::string> draft_key(access::Work& work) {
    TRY(access::require(work.actor, access::Permission::read_case));
    if (const auto known = work.db.query("SELECT secret FROM draft_keys WHERE account_id = $1", work.actor.id).value<std::string>()) return *known;
    const auto secret = vault::Secret::random();
    const std::string text = to_base64url(secret.bytes);
    work.db.run("INSERT INTO draft_keys (account_id, secret, made_at) VALUES ($1, $2, $3)", work.actor.id, text, work.now);
    work.record({"draft_key.made", "account", work.actor.id.str()});
    return text;
}

}  // namespace homeward::casework
