#include "tabular/file_reasons.h"

namespace homeward::tabular {

namespace {

std::map<std::string, std::string> params_of(Place place) {
    std::map<std::string, std::string> params;
    if (place.row) params["row"] = std::to_string(place.row);
    if (place.column) params["column"] = std::to_string(place.column);
    if (place.line) params["line"] = std::to_string(place.line);
    return params;
}

}  // namespace

Error refused(std::string_view reason, Place place) {
    return invalid("file." + std::string(reason), {}, params_of(place));
}

Error over_limit(std::string_view reason, std::size_t limit, Place place) {
    auto params = params_of(place);
    params["limit"] = std::to_string(limit);
    return homeward::too_large("file." + std::string(reason), std::move(params));
}

}  // namespace homeward::tabular
