#include "http/client.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <fstream>

#include "http/server_for_tests.h"

namespace homeward::http {
namespace {

using namespace std::chrono_literals;

/// Answers each connection with fixed bytes, plain or under a certificate of its own for `localhost`.
class FixedServer {
public:
    FixedServer(std::string answer, bool tls) : answer_(std::move(answer)) {
        if (tls) make_certificate();
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&at), size) || ::listen(listener_, 8) ||
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size)) throw std::runtime_error("cannot listen");
        port = ntohs(at.sin_port);
        thread_ = std::thread([this] { loop(); });
    }
    ~FixedServer() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
        if (context_) SSL_CTX_free(context_);
        if (certificate_) X509_free(certificate_);
    }
    std::string url(const std::string& host = "localhost") const {
        return (context_ ? "https://" : "http://") + host + ":" + std::to_string(port) + "/exchange";
    }
    void save_certificate(const std::filesystem::path& file) const {
        FILE* out = std::fopen(file.c_str(), "w");
        PEM_write_X509(out, certificate_);
        std::fclose(out);
    }
    std::uint16_t port = 0;
    std::string received;

private:
    void make_certificate() {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        certificate_ = X509_new();
        X509_set_version(certificate_, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate_), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate_), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate_), 3600);
        X509_NAME* name = X509_get_subject_name(certificate_);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(certificate_, name);
        X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost");
        X509_add_ext(certificate_, names, -1);
        X509_EXTENSION_free(names);
        X509_set_pubkey(certificate_, key);
        X509_sign(certificate_, key, EVP_sha256());
        context_ = SSL_CTX_new(TLS_server_method());
        SSL_CTX_use_certificate(context_, certificate_);
        SSL_CTX_use_PrivateKey(context_, key);
        EVP_PKEY_free(key);
    }
    void loop() {
        for (;;) {
            const int socket = ::accept(listener_, nullptr, nullptr);
            if (socket < 0) return;
            char bytes[4096];
            if (context_) {
                SSL* ssl = SSL_new(context_);
                SSL_set_fd(ssl, socket);
                if (SSL_accept(ssl) == 1) {
                    const int n = SSL_read(ssl, bytes, sizeof bytes);
                    received.assign(bytes, static_cast<std::size_t>(std::max(n, 0)));
                    SSL_write(ssl, answer_.data(), static_cast<int>(answer_.size()));
                    SSL_shutdown(ssl);
                }
                SSL_free(ssl);
            } else {
                const auto n = ::recv(socket, bytes, sizeof bytes, 0);
                received.assign(bytes, static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
                if (answer_ == "never") std::this_thread::sleep_for(600ms);
                else ::send(socket, answer_.data(), answer_.size(), MSG_NOSIGNAL);
            }
            ::close(socket);
        }
    }

    std::string answer_;
    int listener_ = -1;
    SSL_CTX* context_ = nullptr;
    X509* certificate_ = nullptr;
    std::thread thread_;
};

const std::string kReceipt = "HTTP/1.1 200 OK\r\nContent-Type: application/jose\r\nContent-Length: 7\r\n\r\nreceipt";

TEST_F(ServerTest, TheClientTalksToTheServer) {
    router.open_write("POST", "/exchange/inbox", [](access::Work&, const Request& request) -> Result<Reply> {
        if (request.header("host").find("127.0.0.1:") != 0) return invalid("test.host");
        return json_reply(200, request.body + "!");
    }, {.max_body_bytes = 1 << 20, .content_types = {"application/jose"}});
    start();
    const std::string base = "http://127.0.0.1:" + std::to_string(port());
    const auto reply = post(base + "/exchange/inbox?a=b", std::string(300'000, 'x'), "application/jose");
    ASSERT_TRUE(reply) << reply.error().key;
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->content_type, "application/json");
    EXPECT_EQ(reply->body.size(), 300'001u);
    EXPECT_EQ(http::get(base + "/healthz")->body, R"({"status":"ready"})");
    EXPECT_EQ(http::get(base)->status, 404);
}

TEST_F(ServerTest, TheClientReadsAStream) {
    router.open_read("GET", "/api/stream", [](access::Work&, const Request&) -> Result<Reply> {
        return download("text/csv", "a.csv", [n = 0](std::string& part) mutable {
            part = "line\n";
            return ++n < 1000;
        });
    });
    start();
    EXPECT_EQ(http::get("http://127.0.0.1:" + std::to_string(port()) + "/api/stream")->body.size(), 5000u);
}

TEST(Client, TrustsOnlyACertificateItWasGivenForTheNameItAskedFor) {
    FixedServer server(kReceipt, true);
    EXPECT_EQ(post(server.url(), "x", "application/jose").error().key, "http.not_trusted") << "nobody vouches for it";
    ClientOptions options;
    const FileForTests certificate(".pem");
    options.ca_file = certificate.path;
    server.save_certificate(options.ca_file);
    const auto reply = post(server.url(), "message", "application/jose", options);
    ASSERT_TRUE(reply) << reply.error().key;
    EXPECT_EQ(reply->body, "receipt");
    EXPECT_TRUE(server.received.starts_with("POST /exchange HTTP/1.1\r\nHost: localhost:")) << server.received;
    EXPECT_EQ(post(server.url("127.0.0.1"), "x", "application/jose", options).error().key, "http.not_trusted") << "another name";
    options.ca_file = "/nowhere.pem";
    EXPECT_FALSE(post(server.url(), "x", "application/jose", options));
}

TEST(Client, DoesNotSpeakPlainToATlsServerNorTheOtherWayRound) {
    FixedServer plain(kReceipt, false), tls(kReceipt, true);
    EXPECT_FALSE(get("https://localhost:" + std::to_string(plain.port)));
    EXPECT_FALSE(get("http://localhost:" + std::to_string(tls.port)));
}

TEST(Client, SaysWhatWentWrong) {
    ClientOptions options;
    options.reply_timeout = 200ms;
    options.max_reply_bytes = 6;
    const auto key_of = [&](const std::string& answer) {
        FixedServer server(answer, false);
        const auto reply = get(server.url("127.0.0.1"), options);
        return reply ? std::string("none") : reply.error().key;
    };
    EXPECT_EQ(key_of("never"), "http.timeout");
    EXPECT_EQ(key_of(kReceipt), "http.reply_too_large");
    EXPECT_EQ(key_of("HTTP/1.1 200 OK\r\n\r\nlonger than six"), "http.reply_too_large");
    EXPECT_EQ(key_of("nonsense\r\n\r\n"), "http.broken_reply");
    EXPECT_EQ(key_of("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"), "http.broken_reply");
    EXPECT_EQ(key_of("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"), "none");
    EXPECT_EQ(key_of("HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"), "http.broken_reply");
    EXPECT_EQ(get("http://127.0.0.1:1/", options).error().key, "http.cannot_connect");
    EXPECT_EQ(get("http://nowhere.invalid/", options).error().key, "http.cannot_connect");
}

TEST(Client, TakesHttpAddressesOnly) {
    for (const char* url : {"", "localhost", "ftp://a/", "file:///etc/passwd", "http://", "http://user:secret@a/", "http://a/#f", "http://a b/", "http://a/\r\nX: y"}) {
        const auto reply = get(url);
        ASSERT_FALSE(reply) << url;
        EXPECT_EQ(reply.error().key, "http.bad_url") << url;
    }
}

TEST(Client, FollowsNoRedirect) {
    FixedServer server("HTTP/1.1 303 See Other\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", false);
    EXPECT_EQ(get(server.url())->status, 303);
}

}  // namespace
}  // namespace homeward::http
