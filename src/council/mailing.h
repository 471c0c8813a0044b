#pragma once
// Letters about things of the Council: to those who may see the thing, and naming it only when everybody may.

#include <optional>
#include <string>
#include <string_view>

#include "council/audience.h"

namespace homeward::council {

/// kind        of the letter, as config/mail/letters.json has it
/// thing_kind  and `thing_id`: what it is about, as in set_audience, which is called before
/// title       is dropped unless the thing's audience holds `all`
/// path        /decisions/0192…; never with words of the thing in it
/// on          a day the letter is about
struct News {
    std::string kind;
    std::string thing_kind;
    std::string thing_id;
    std::string title;
    std::string path;
    std::optional<Date> on = std::nullopt;
};

/// Queues a letter to every account that holds one of the words: secretariat, experts, focal_points, focal:uz,
/// member:uz, account:0192…, signed_in. Left out are those who may not see the thing, and whoever acts.
/// returns   how many accounts that were, whether or not they take mail
int tell(access::Work& work, const Audience& words, const News& news);

}  // namespace homeward::council
