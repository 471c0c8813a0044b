#pragma once
// A mail server on loopback, as polite or as rude as a test asks.

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

struct ssl_ctx_st;

namespace homeward::mail {

struct SmtpManners {
    bool starttls = false;              ///< offers it
    bool sign_in = false;               ///< offers AUTH PLAIN, and takes user `council`, password `secret`
    std::string greeting = "220 here";
    std::string to_reader = "250 ok";   ///< to RCPT
    std::string to_data = "250 taken";  ///< to the end of a mail; empty: hangs up without a word
    bool hangs_up_in_mail = false;      ///< after the first line of a mail
    int waits_ms = 0;                   ///< before the greeting
};

struct Received {
    std::string hello, from, to, text;  ///< the text without the dots that SMTP stuffs
    bool tls = false;
};

class SmtpServer {
public:
    explicit SmtpServer(SmtpManners manners = {});
    ~SmtpServer();
    SmtpServer(const SmtpServer&) = delete;

    int port() const { return port_; }
    /// The certificate that the server shows, PEM; made anew for each server, good for 127.0.0.1.
    const std::string& certificate() const { return certificate_; }
    std::vector<Received> received() const;
    int connections() const { return connections_; }
    std::atomic<bool> starting_tls_failed{false};

    SmtpManners manners;  ///< changed only while nobody is connected

private:
    void run();
    void serve(int socket);

    int listener_ = -1, port_ = 0;
    std::string certificate_;
    ssl_ctx_st* tls_ = nullptr;
    std::atomic<int> connections_{0};
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;
    std::vector<Received> received_;
    std::thread thread_;
};

}  // namespace homeward::mail
