#include "statistics/returns/formats/release_download.h"

#include "statistics/returns/formats/release_files.h"

namespace homeward::statistics {

Result<http::Reply> release_download(const http::Request& request, const PassedRelease& passed, const std::string& name, const std::string& table) {
    const auto format = TRY(release_format(request.query("format").value_or("")));
    auto file = TRY(release_file(passed, format, {name, std::string(request.query("language").value_or("en")), table}));
    return http::download(std::move(file.media_type), file.name, std::move(file.content));
}

}  // namespace homeward::statistics
