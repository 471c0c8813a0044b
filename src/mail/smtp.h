#pragma once
// Hands one mail to a mail server.

#include <atomic>
#include <functional>
#include <string>

namespace homeward::mail {

enum class Security {
    starttls,  ///< the connection turns to TLS before anything is said; a server that does not is refused
    tls,       ///< TLS from the first byte
    none,      ///< for a server on the same machine
};

struct Smtp {
    std::string server;
    int port = 587;
    Security security = Security::starttls;
    std::string user, password;  ///< empty for none
    std::string ca_file;         ///< PEM with the authorities to trust; empty: the system's
    std::string hello;           ///< the name we give ourselves; a domain
    int connect_s = 10;
    int answer_s = 60;           ///< for the whole of a mail
};

/// What came of an attempt.
///
/// problem   key: mail.refused_address, mail.not_now, mail.no_server, mail.no_tls, mail.sign_in, mail.broke_off, mail.stopped
struct Outcome {
    enum class Kind {
        sent,
        refused,      ///< this reader's address will never be taken
        not_now,      ///< this mail was not taken; others may be
        unreachable,  ///< no mail can be sent now
    } kind = Kind::sent;
    std::string problem;
};

/// from, to   addresses as is_address has them
using Transport = std::function<Outcome(const std::string& from, const std::string& to, const std::string& message)>;

/// Keeps its connection from one mail to the next. For one thread.
/// stopping   breaks off what is under way, when it becomes true; outlives the transport
Transport smtp_transport(Smtp smtp, const std::atomic<bool>& stopping);

}  // namespace homeward::mail
