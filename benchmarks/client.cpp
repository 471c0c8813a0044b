#include "client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/json.h"
#include "instance/demo_accounts.h"

namespace homeward::bench {
namespace {

constexpr std::size_t kSpace = 256 * 1024;

/// The value of a header, whatever its case; empty when there is none.
std::string_view header_of(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
        const auto line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        const bool same = line.size() > name.size() && line[name.size()] == ':' && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
            return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
        });
        if (same) return line.substr(std::min(line.size(), name.size() + 2));
    }
    return {};
}

std::size_t number_in(std::string_view text, int base) {
    std::size_t number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number, base).ptr == text.data()) throw ClientError("the reply is not HTTP");
    return number;
}

}  // namespace

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), space_(new char[kSpace]) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    const timeval patience{120, 0};
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        const std::string why = std::strerror(errno);
        ::close(socket_);
        throw ClientError("cannot connect: " + why);
    }
}

Client::~Client() { ::close(socket_); }

void Client::read_more() {
    if (begin_ > 0) {
        std::memmove(space_.get(), space_.get() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
    }
    if (end_ == kSpace) throw ClientError("a line of the reply is too long");
    const ssize_t got = ::recv(socket_, space_.get() + end_, kSpace - end_, 0);
    if (got <= 0) throw ClientError(got == 0 ? "the server closed the connection" : std::string("the server does not answer: ") + std::strerror(errno));
    end_ += static_cast<std::size_t>(got);
}

/// What comes before a mark; the mark is taken too.
std::string Client::take_until(std::string_view mark) {
    std::size_t at = 0;
    while ((at = received().find(mark)) == std::string_view::npos) read_more();
    const std::string before(received().substr(0, at));
    begin_ += at + mark.size();
    return before;
}

void Client::take_body(std::size_t bytes, Answer& answer, const Sink& sink) {
    answer.bytes += bytes;
    while (bytes > 0) {
        if (begin_ == end_) read_more();
        const auto part = received().substr(0, bytes);
        if (sink && answer.status == 200) sink(part); else answer.body += part;
        begin_ += part.size();
        bytes -= part.size();
    }
}

void Client::send(std::string_view request) {
    for (std::size_t sent = 0; sent < request.size();) {
        const ssize_t more = ::send(socket_, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
        if (more <= 0) throw ClientError(std::string("cannot send: ") + std::strerror(errno));
        sent += static_cast<std::size_t>(more);
    }
}

Answer Client::receive(const Sink& sink) {
    Answer answer;
    answer.head = take_until("\r\n\r\n") + "\r\n";
    if (answer.head.size() < 12) throw ClientError("the reply is not HTTP");
    answer.status = static_cast<int>(number_in(std::string_view(answer.head).substr(9, 3), 10));

    if (header_of(answer.head, "transfer-encoding") == "chunked") {
        for (;;) {
            const std::size_t size = number_in(take_until("\r\n"), 16);
            take_body(size, answer, sink);
            take_until("\r\n");
            if (size == 0) return answer;
        }
    }
    const auto length = header_of(answer.head, "content-length");
    if (!length.empty()) take_body(number_in(length, 10), answer, sink);
    return answer;
}

std::string request(std::string_view method, std::string_view target, const SignedIn& session, std::string_view body, std::string_view content_type) {
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (!session.cookie.empty()) text.append("Cookie: ").append(session.cookie).append("\r\nX-CSRF-Token: ").append(session.csrf_token).append("\r\n");
    if (!body.empty()) text.append("Content-Type: ").append(content_type).append("\r\n");
    if (method != "GET") text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    return text.append("\r\n").append(body);
}

SignedIn sign_in(std::uint16_t port, const std::string& username) {
    std::string password = apps::demo_accounts("uz", {}).front().password;
    for (const char* installation : {"uz", "council"}) {
        for (const auto& account : apps::demo_accounts(installation, {})) {
            if (account.username == username) password = account.password;
        }
    }
    const std::string body = json::write(std::map<std::string, std::string>{{"username", username}, {"password", password}});
    const Answer answer = Client(port).ask(request("POST", "/api/session", {}, body));
    const auto session = json::parse(answer.body);
    if (answer.status != 200 || !session) throw ClientError("cannot sign in as " + username + ": " + answer.body);
    const auto cookie = header_of(answer.head, "set-cookie");
    return {std::string(cookie.substr(0, cookie.find(';'))), std::string(session->as_object().at("csrf_token").as_string())};
}

}  // namespace homeward::bench
