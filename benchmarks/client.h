#pragma once
// A client that costs little: one kept connection, whole requests written at once, the reply read as it comes.

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace homeward::bench {

/// The server cannot be reached, or broke off.
struct ClientError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Answer {
    int status = 0;
    std::string head;         ///< status line and headers
    std::string body;         ///< empty when it went to a sink
    std::size_t bytes = 0;    ///< of the body
};

class Client {
public:
    using Sink = std::function<void(std::string_view)>;

    /// Connects to the loopback. Throws ClientError.
    explicit Client(std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;

    /// Sends a request as it is on the wire, and waits two minutes at most for each part of the reply.
    /// sink   takes the body of a 200 part by part; without it the answer holds it
    Answer ask(std::string_view request, const Sink& sink = {}) {
        send(request);
        return receive(sink);
    }
    /// The two halves of it.
    void send(std::string_view request);
    Answer receive(const Sink& sink = {});

private:
    std::string_view received() const { return {space_.get() + begin_, end_ - begin_}; }
    void read_more();
    std::string take_until(std::string_view mark);
    void take_body(std::size_t bytes, Answer& answer, const Sink& sink);

    int socket_;
    std::unique_ptr<char[]> space_;
    std::size_t begin_ = 0, end_ = 0;  ///< of what was received and not taken yet
};

/// Who asks: cookie and CSRF token of a session.
struct SignedIn {
    std::string cookie, csrf_token;
};

/// A request as it is on the wire.
std::string request(std::string_view method, std::string_view target, const SignedIn& session = {}, std::string_view body = {},
                    std::string_view content_type = "application/json");

/// Signs in as one of the demo's people, or as a colleague who was made with their password. Throws ClientError.
SignedIn sign_in(std::uint16_t port, const std::string& username);

}  // namespace homeward::bench
