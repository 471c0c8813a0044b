#include "http/static_files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "http/problem.h"

namespace homeward::http {
namespace {

namespace fs = std::filesystem;

std::string content_type_of(const fs::path& file) {
    static const std::map<std::string, std::string> kTypes = {
        {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"}, {".json", "application/json"}, {".map", "application/json"},
        {".webmanifest", "application/manifest+json"}, {".svg", "image/svg+xml"}, {".png", "image/png"}, {".ico", "image/x-icon"},
        {".jpg", "image/jpeg"}, {".webp", "image/webp"}, {".woff2", "font/woff2"}, {".woff", "font/woff"}, {".txt", "text/plain; charset=utf-8"},
        {".wasm", "application/wasm"}, {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {".csv", "text/csv; charset=utf-8"},
    };
    const auto found = kTypes.find(file.extension().string());
    return found == kTypes.end() ? "application/octet-stream" : found->second;
}

/// Changes when the file does: its size and its time of writing.
std::string etag_of(const fs::path& file) {
    const auto written = fs::last_write_time(file).time_since_epoch().count();
    const std::string seen = std::to_string(fs::file_size(file)) + " " + std::to_string(written) + " " + file.filename().string();
    return '"' + to_hex(sha256(seen)).substr(0, 24) + '"';
}

std::optional<std::string> content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) return std::nullopt;
    return std::move(content).str();
}

/// The file itself, or a compressed sibling that the client takes.
std::pair<fs::path, std::string> variant_of(const fs::path& file, std::string_view accepted) {
    for (const auto& [coding, extension] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
        fs::path sibling = file;
        sibling += extension;
        std::error_code failed;
        if (accepts_encoding(accepted, coding) && fs::is_regular_file(sibling, failed)) return {sibling, coding};
    }
    return {file, ""};
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
    for (auto each : split(if_none_match, ',')) {
        each = trim(each);
        if (each.starts_with("W/")) each.remove_prefix(2);
        if (each == etag || each == "*") return true;
    }
    return false;
}

/// Whether a path without a file is one that the application shows: no file name, and nothing hidden or odd.
bool is_page(const std::vector<std::string>& segments) {
    if (!segments.empty() && segments.front() == "assets") return false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool trailing_slash = segments[i].empty() && i > 0 && i + 1 == segments.size();
        if ((segments[i].empty() && !trailing_slash) || segments[i].find('.') != std::string::npos) return false;
    }
    return true;
}

Reply not_there() { return problem(not_found("http.no_such_page")); }

}  // namespace

bool accepts_encoding(std::string_view header, std::string_view coding) {
    for (const auto each : split(header, ',')) {
        const auto parts = split(each, ';');
        const auto name = trim(parts[0]);
        if (name != coding && name != "*") continue;
        const auto quality = parts.size() < 2 ? std::string_view("q=1") : trim(parts[1]);
        return quality.find_first_not_of("q=0.") != std::string_view::npos;
    }
    return false;
}

StaticFiles::StaticFiles(fs::path root) {
    std::error_code failed;
    if (!root.empty()) root_ = fs::canonical(root, failed);
}

std::optional<fs::path> StaticFiles::find(const std::vector<std::string>& segments) const {
    fs::path file = root_;
    for (const auto& segment : segments) {
        // Hidden files are nobody's business.
        if (segment.starts_with('.')) return std::nullopt;
        if (!segment.empty()) file /= segment;
    }
    std::error_code failed;
    file = fs::canonical(file, failed);
    if (failed) return std::nullopt;
    // A link may lead elsewhere; what lies outside is not ours to give.
    const auto [end, ignored] = std::ranges::mismatch(root_, file);
    if (end != root_.end() || !fs::is_regular_file(file, failed)) return std::nullopt;
    return file;
}

Reply StaticFiles::serve(const Request& request, const std::vector<std::string>& segments) const {
    if (root_.empty()) return not_there();
    auto file = find(segments);
    if (!file && is_page(segments)) file = find({"index.html"});
    if (!file) return not_there();

    const auto [variant, coding] = variant_of(*file, request.header("accept-encoding"));
    Reply reply;
    const std::string etag = etag_of(variant);
    const bool hashed_name = segments.size() > 1 && segments.front() == "assets";
    reply.with_header("ETag", etag);
    reply.with_header("Vary", "Accept-Encoding");
    reply.with_header("Cache-Control", hashed_name ? "public, max-age=31536000, immutable" : "no-cache");
    if (etag_matches(request.header("if-none-match"), etag)) {
        reply.status = 304;
        return reply;
    }
    auto content = content_of(variant);
    if (!content) return not_there();
    reply.body = std::move(*content);
    reply.content_type = content_type_of(*file);
    if (!coding.empty()) reply.with_header("Content-Encoding", coding);
    return reply;
}

}  // namespace homeward::http
