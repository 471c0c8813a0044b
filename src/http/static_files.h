#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "http/reply.h"
#include "http/request.h"

namespace homeward::http {

/// The built front end, from a folder.
///
/// A path without a file behind it and without an extension is a page of the application: it gets index.html.
/// Names under `assets/` carry a hash of their content and may be cached for good; all else is asked for again
/// with its ETag. `app.js.br` and `app.js.gz` beside `app.js` are sent to those who accept them.
class StaticFiles {
public:
    /// root   the folder; empty: there are no files
    explicit StaticFiles(std::filesystem::path root);

    /// Reads from the disk: for a worker thread. 404 as a problem.
    /// segments   of the path, decoded, none of them `.` or `..`
    Reply serve(const Request& request, const std::vector<std::string>& segments) const;

private:
    std::optional<std::filesystem::path> find(const std::vector<std::string>& segments) const;
    std::filesystem::path root_;
};

/// Whether `Accept-Encoding` takes a coding: named, or `*`, and not with q=0.
bool accepts_encoding(std::string_view header, std::string_view coding);

}  // namespace homeward::http
