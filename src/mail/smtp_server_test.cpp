// The server of smtp_server_for_tests.h. In a file that only the tests are built from.
#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sodium.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>

#include "mail/smtp_server_for_tests.h"

namespace homeward::mail {
namespace {

/// Lines in, lines out, over a socket that may turn to TLS.
class Line {
public:
    explicit Line(int socket) : socket_(socket) {}
    ~Line() {
        SSL_free(ssl_);
        ::close(socket_);
    }
    bool start_tls(SSL_CTX* context) {
        ssl_ = SSL_new(context);
        SSL_set_fd(ssl_, socket_);
        buffer_.clear();  // what was sent before the handshake is not to be trusted
        return SSL_accept(ssl_) == 1;
    }
    bool tls() const { return ssl_; }
    void say(const std::string& line) {
        const std::string text = line + "\r\n";
        if (ssl_) SSL_write(ssl_, text.data(), static_cast<int>(text.size()));
        else (void)::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
    }
    bool hear(std::string& line) {
        for (;;) {
            if (const auto end = buffer_.find("\r\n"); end != std::string::npos) {
                line = buffer_.substr(0, end);
                buffer_.erase(0, end + 2);
                return true;
            }
            char part[4096];
            const auto n = ssl_ ? SSL_read(ssl_, part, sizeof part) : static_cast<int>(::recv(socket_, part, sizeof part, 0));
            if (n <= 0) return false;
            buffer_.append(part, static_cast<std::size_t>(n));
        }
    }

private:
    int socket_;
    SSL* ssl_ = nullptr;
    std::string buffer_;
};

/// A key and a certificate for 127.0.0.1, signed by itself.
SSL_CTX* make_tls(std::string& certificate) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* x = X509_new();
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
    X509_gmtime_adj(X509_getm_notBefore(x), -60);
    X509_gmtime_adj(X509_getm_notAfter(x), 3600);
    X509_set_pubkey(x, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("mail of a test"), -1, -1, 0);
    X509_set_issuer_name(x, X509_get_subject_name(x));
    X509_EXTENSION* name = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(x, name, -1);
    X509_EXTENSION_free(name);
    X509_sign(x, key, EVP_sha256());
    BIO* out = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(out, x);
    char* pem = nullptr;
    const auto size = BIO_get_mem_data(out, &pem);
    certificate.assign(pem, static_cast<std::size_t>(size));
    BIO_free(out);
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate(context, x);
    SSL_CTX_use_PrivateKey(context, key);
    X509_free(x);
    EVP_PKEY_free(key);
    return context;
}

std::string between_brackets(const std::string& line) {
    const auto open = line.find('<'), close = line.find('>');
    return open == std::string::npos || close == std::string::npos ? line : line.substr(open + 1, close - open - 1);
}

/// AUTH PLAIN: base64 of \0user\0password.
bool knows(const std::string& response) {
    std::string plain(response.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), response.data(), response.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0) return false;
    plain.resize(size);
    return plain == std::string("\0council\0secret", 15);
}

}  // namespace

SmtpServer::SmtpServer(SmtpManners how) : manners(std::move(how)) {
    tls_ = make_tls(certificate_);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0) throw std::runtime_error("no port for a test");
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

SmtpServer::~SmtpServer() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    SSL_CTX_free(tls_);
}

std::vector<Received> SmtpServer::received() const {
    const std::lock_guard lock(mutex_);
    return received_;
}

void SmtpServer::run() {
    while (!stopping_) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        ++connections_;
        // One that stays connected does not keep a test from ending.
        timeval patience{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        serve(socket);
    }
}

void SmtpServer::serve(int socket) {
    Line line(socket);
    Received mail;
    bool known = !manners.sign_in;
    std::this_thread::sleep_for(std::chrono::milliseconds(manners.waits_ms));
    line.say(manners.greeting);
    for (std::string said; line.hear(said);) {
        const std::string command = said.substr(0, 4);
        if (command == "EHLO" || command == "HELO") {
            mail.hello = said.substr(5);
            if (manners.starttls && !line.tls()) line.say("250-STARTTLS");
            if (manners.sign_in) line.say("250-AUTH PLAIN");
            line.say("250 SIZE 1000000");
        } else if (said == "STARTTLS" && manners.starttls) {
            line.say("220 go");
            if (!line.start_tls(tls_)) {
                starting_tls_failed = true;
                return;
            }
        } else if (command == "AUTH") {
            std::string response = said.size() > 11 ? said.substr(11) : "";
            if (response.empty()) {
                line.say("334 ");
                if (!line.hear(response)) return;
            }
            known = knows(response);
            line.say(known ? "235 welcome" : "535 no");
        } else if (command == "MAIL") {
            mail.from = between_brackets(said);
            mail.tls = line.tls();
            line.say(known ? "250 ok" : "530 who are you");
        } else if (command == "RCPT") {
            mail.to = between_brackets(said);
            line.say(manners.to_reader);
        } else if (command == "DATA") {
            line.say("354 go on");
            mail.text.clear();
            for (std::string text; line.hear(text) && text != ".";) {
                if (manners.hangs_up_in_mail) return;
                mail.text += (text.starts_with(".") ? text.substr(1) : text) + "\r\n";
            }
            if (manners.to_data.empty()) return;
            if (manners.to_data.starts_with("250")) {
                const std::lock_guard lock(mutex_);
                received_.push_back(mail);
            }
            line.say(manners.to_data);
        } else if (command == "QUIT") {
            line.say("221 bye");
            return;
        } else {
            line.say("250 ok");
        }
    }
}

}  // namespace homeward::mail
