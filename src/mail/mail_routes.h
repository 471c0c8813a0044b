#pragma once

#include "http/router.h"
#include "mail/unsubscribe.h"

namespace homeward::mail {

/// How letters leave here.
enum class Delivery { server, mailbox, none };

/// What a reader chooses, links that unsubscribe, how sending goes; and, in a demo, the mailbox page.
void add_routes(http::Router& router, const Links& links, Delivery delivery);

}  // namespace homeward::mail
