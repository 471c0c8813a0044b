#pragma once
// A mail as it travels: RFC 5322 with MIME (2045, 2047), and the two headers by which a mailbox unsubscribes (2369, 8058).
// No I/O.

#include <string>

#include "base/instant.h"
#include "base/result.h"

namespace homeward::mail {

/// id         left of the @ in its Message-ID; the same on each attempt, so that a mailbox knows a second copy
/// at         when it was written
/// to, from   addresses, as is_address has them
/// text       UTF-8, lines end in \n
/// stop_url   where one POST unsubscribes; https://…
struct Message {
    std::string id;
    Instant at;
    std::string from, from_name, to;
    std::string language, subject, text;
    std::string stop_url;
};

/// Lines end in CRLF and hold at most 78 characters, all ASCII.
/// errors    invalid `mail.address`, `mail.head` for what would break a line of the head
Result<std::string> write_message(const Message& message);

/// 2047: as it is when it is plain ASCII, else encoded words, folded. `used` characters stand before it on its line.
std::string head_text(std::string_view utf8, std::size_t used);
/// 2045: quoted-printable.
std::string quoted_printable(std::string_view utf8);
/// Thu, 14 May 2026 09:00:00 +0000
std::string mail_date(Instant at);

}  // namespace homeward::mail
