#include "council/mailing.h"

#include <algorithm>

#include "access/accounts.h"
#include "mail/post.h"

namespace homeward::council {
namespace {

bool share_a_word(const Audience& one, const Audience& other) {
    return std::ranges::any_of(one, [&](const auto& word) { return std::ranges::find(other, word) != other.end(); });
}

}  // namespace

int tell(access::Work& work, const Audience& words, const News& news) {
    const Audience readers = audience_of(work.db, news.thing_kind, news.thing_id);
    const bool is_public = std::ranges::find(readers, "all") != readers.end();
    mail::Letter letter{{}, news.kind, {}, news.path, news.on, {}};
    if (is_public && !news.title.empty()) letter.values["title"] = news.title;
    int told = 0;
    for (const auto& account : access::list_accounts(work.db, std::nullopt, "")) {
        const Audience held = words_of(account);
        if (account.id == work.actor.id || !share_a_word(words, held) || !share_a_word(readers, held)) continue;
        letter.to = account.id;
        mail::post(work, letter);
        ++told;
    }
    return told;
}

}  // namespace homeward::council
