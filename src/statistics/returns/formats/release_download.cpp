#include "statistics/returns/formats/release_download.h"

#include "statistics/returns/formats/release_files.h"

namespace homeward::statistics {

Result<http::Reply> release_download(const http::Request& request, const Release& release, const std::string& name) {
    const auto format = TRY(release_format(request.query("format").value_or("")));
    auto file = release_file(release, format, name, std::string(request.query("language").value_or("en")));
    return http::download(std::move(file.media_type), file.name, std::move(file.content));
}

}  // namespace homeward::statistics
