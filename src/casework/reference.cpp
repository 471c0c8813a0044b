#include "casework/reference.h"

#include <cstdio>

namespace homeward::casework {

std::string next_reference(access::Work& work, std::string_view series, std::string_view letters) {
    const std::string year = work.today().str().substr(0, 4);
    // The numbers of all kinds come from one table.
    const auto number = work.db.query("INSERT INTO code_numbers (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last",
                                      std::string(series) + "-" + year).value<std::int64_t>().value();
    char text[24];
    std::snprintf(text, sizeof text, "%05lld", static_cast<long long>(number));
    return std::string(letters) + "-" + year + "-" + text;
}

}  // namespace homeward::casework
