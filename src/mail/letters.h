#pragma once
// Letters, to be looked at.

#include <optional>
#include <string>
#include <vector>

#include "mail/post.h"

namespace homeward::mail {

/// state     queued, sent, given_up, dropped
/// text      without the lines on how to stop such letters
struct KeptLetter {
    LetterId id;
    access::AccountId account;
    std::string username, address, kind, language, subject, text, path;
    Instant queued_at;
    std::string state, problem;
    int attempts = 0;
};

/// Newest first, from behind `after`.
/// of       whose; everybody's when empty
/// state    only those; any when empty
std::vector<KeptLetter> list_letters(store::Connection& db, std::optional<access::AccountId> of, std::string_view state, std::optional<LetterId> after, int limit);

struct Counts {
    std::int64_t queued = 0, sent = 0, given_up = 0, dropped = 0;
};
Counts count_letters(store::Connection& db);

}  // namespace homeward::mail
