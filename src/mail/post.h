#pragma once
// Mail out: queued with the change it tells of, sent later, once. A letter never carries what is not public: it says
// that something waits and where.

#include <map>
#include <string>
#include <vector>

#include "access/accounts.h"
#include "access/work.h"

namespace homeward::mail {

/// kind      which text: invitation, deadline, digest, notice, … ; a reader may unsubscribe from each kind
/// values    for the text's holes: titles of public things, dates, numbers; nothing that is marked above clear
/// path      where to go on, below the installation's public address: /meetings/0192…
struct Letter {
    access::AccountId to;
    std::string kind;
    std::map<std::string, std::string> values;
    std::string path;
};

/// Queues a letter in its reader's language, in this transaction. Nothing happens when the account has no address,
/// is closed, or has unsubscribed from the kind. Throws std::logic_error for a kind without a text.
void post(access::Work& work, const Letter& letter);

/// An address, or none. errors  invalid `mail.address`
Done set_address(access::Work& work, access::AccountId account, const std::string& address);

std::vector<store::Migration> schema();

}  // namespace homeward::mail
