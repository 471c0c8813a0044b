#pragma once
// Mail out: queued with the change it tells of, sent later. A letter never carries what is not public: it says
// that something waits and where.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/accounts.h"
#include "access/work.h"

namespace homeward::mail {

struct LetterTag;
using LetterId = Id<LetterTag>;

/// kind      which text of config/mail/letters.json; a reader may unsubscribe from each kind
/// values    for the text's holes: titles of public things, numbers; nothing that is marked above clear.
///           With a `title` the text that names the thing is taken, without it the one that does not.
/// path      where to go on, below the installation's public address: /meetings/0192…; empty for nowhere
/// on        a day the letter is about: a due date, the end of a silence period
/// lines     more lines, each a text of its own with its values: {"session", {{"count", "3"}}}
struct Letter {
    access::AccountId to;
    std::string kind;
    std::map<std::string, std::string> values;
    std::string path;
    std::optional<Date> on;
    std::vector<std::pair<std::string, std::map<std::string, std::string>>> lines;
};

/// Queues a letter in its reader's language, in this transaction. Nothing happens when the account has no address,
/// is closed, or does not want the kind. Throws std::logic_error for a kind or line without a text.
void post(access::Work& work, const Letter& letter);

/// An address, or none when empty.
/// errors    invalid `mail.address`
Done set_address(access::Work& work, access::AccountId account, const std::string& address);
/// Empty for none.
std::string address_of(store::Connection& db, access::AccountId account);
/// One mailbox, in characters that stand in a mail's head as they are: no line break, no second address.
bool is_address(std::string_view text);

bool wants(store::Connection& db, access::AccountId account, std::string_view kind);
/// Throws std::logic_error for a kind without a text.
void choose(access::Work& work, access::AccountId account, std::string_view kind, bool wanted);

std::vector<store::Migration> schema();

}  // namespace homeward::mail
