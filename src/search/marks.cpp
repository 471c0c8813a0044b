#include "search/marks.h"

#include "base/text.h"

namespace homeward::search {

std::string mark(std::string_view which, std::string_view value) {
    std::string out(which);
    for (const char c : value) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-';
        if (plain) out += c;
        else out += "~" + to_hex(bytes_of({&c, 1}));
    }
    return out;
}

}  // namespace homeward::search
