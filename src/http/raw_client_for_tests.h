#pragma once
// A client for tests that says exactly what it is told, byte by byte.

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace homeward::http {

struct RawReply {
    int status = 0;  ///< 0: the connection closed, or nothing came in time
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    bool whole = false;

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error("cannot connect");
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;

    /// False when the server has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    void half_close() { ::shutdown(socket_, SHUT_WR); }

    /// Reads one reply by its framing.
    RawReply receive(bool to_head = false) {
        RawReply reply;
        const auto head_end = fill_until("\r\n\r\n");
        if (head_end == std::string::npos) return reply;
        parse_head(reply, buffer_.substr(0, head_end));
        buffer_.erase(0, head_end + 4);
        if (to_head || reply.status == 204 || reply.status == 304 || reply.status == 100) reply.whole = true;
        else if (reply.header("transfer-encoding") == "chunked") reply.whole = read_chunks(reply.body);
        else if (!reply.header("content-length").empty()) reply.whole = take(std::stoul(reply.header("content-length")), reply.body);
        else while (fill()) {}
        if (reply.header("content-length").empty() && !reply.whole) reply.body += std::exchange(buffer_, {});
        return reply;
    }

    RawReply ask(std::string_view bytes, bool to_head = false) {
        send(bytes);
        return receive(to_head);
    }
    /// GET with the headers needed.
    RawReply get(std::string_view target, std::string_view more_headers = "") {
        return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_headers) + "\r\n");
    }
    RawReply post(std::string_view target, std::string_view body, std::string_view more_headers = "") {
        return ask("POST " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
                   std::to_string(body.size()) + "\r\n" + std::string(more_headers) + "\r\n" + std::string(body));
    }

    /// Whether the server closes within the time.
    bool closes_within(std::chrono::milliseconds limit) {
        wait_ = limit;
        while (fill()) {}
        return closed_;
    }

private:
    void parse_head(RawReply& reply, const std::string& head) {
        reply.status = std::stoi(head.substr(head.find(' ') + 1, 3));
        std::size_t at = head.find("\r\n");
        while (at != std::string::npos) {
            const auto end = head.find("\r\n", at + 2);
            const std::string line = head.substr(at + 2, end == std::string::npos ? end : end - at - 2);
            std::string name = line.substr(0, line.find(':'));
            for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            if (line.find(": ") != std::string::npos) reply.headers[name] = line.substr(line.find(": ") + 2);
            at = end;
        }
    }
    bool read_chunks(std::string& body) {
        for (;;) {
            const auto end = fill_until("\r\n");
            if (end == std::string::npos) return false;
            const auto size = std::stoul(buffer_.substr(0, end), nullptr, 16);
            buffer_.erase(0, end + 2);
            std::string rest;
            if (!take(size, body) || !take(2, rest)) return false;
            if (size == 0) return true;
        }
    }
    bool take(std::size_t n, std::string& into) {
        while (buffer_.size() < n) {
            if (!fill()) return false;
        }
        into.append(buffer_, 0, n);
        buffer_.erase(0, n);
        return true;
    }
    std::size_t fill_until(std::string_view mark) {
        for (;;) {
            const auto at = buffer_.find(mark);
            if (at != std::string::npos) return at;
            if (!fill()) return std::string::npos;
        }
    }
    bool fill() {
        pollfd ready{socket_, POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(wait_.count())) <= 0) return false;
        char bytes[65536];
        const auto n = ::recv(socket_, bytes, sizeof bytes, 0);
        closed_ = n <= 0;
        if (n > 0) buffer_.append(bytes, static_cast<std::size_t>(n));
        return n > 0;
    }

    int socket_;
    std::string buffer_;
    std::chrono::milliseconds wait_{20'000};
    bool closed_ = false;
};

}  // namespace homeward::http
