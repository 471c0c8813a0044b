#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace homeward::http {

/// One reply. Length, date, security and caching headers are the server's business.
///
/// A long reply streams: `more` appends its next part (some 16 to 64 KiB) and returns false when that was the
/// last. It is called on a worker thread, each time only after the part before has left for the client, so
/// memory stays bounded however slow the reader is. It runs after the handler's transaction has ended: it must
/// own what it needs, and open a transaction of its own for each part. When it throws, the connection is cut,
/// so that the client sees the reply is not whole.
struct Reply {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;  ///< none with a line break; checked when sent
    std::function<bool(std::string& part)> more;

    Reply& with_header(std::string name, std::string value) & {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    Reply&& with_header(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
};

/// 204.
Reply no_content();
/// 200 with a file to be saved under `filename` (UTF-8, any script).
Reply download(std::string content_type, std::string_view filename, std::string body);
/// The same, streamed.
Reply download(std::string content_type, std::string_view filename, std::function<bool(std::string& part)> more);

/// Value of `Set-Cookie` that signs a browser in: `__Host-homeward-<instance>`, for this host, script-proof,
/// never sent along from other sites. It lasts until the browser closes; the server ends the session itself.
std::string session_cookie(std::string_view instance, std::string_view token);
/// Value of `Set-Cookie` that removes it.
std::string clear_session_cookie(std::string_view instance);

}  // namespace homeward::http
