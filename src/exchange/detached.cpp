#include "exchange/detached.h"

namespace homeward::exchange {

std::string sign_detached(std::string_view typ, std::string_view text, const SignKey& key) {
    const std::string compact = sign_jws(typ, text, key);
    return compact.substr(0, compact.find('.') + 1) + compact.substr(compact.rfind('.'));
}

Result<std::string> verify_detached(std::string_view typ, std::string_view text, std::string_view token, const KeyFinder& find) {
    const auto middle = token.find("..");
    if (middle == std::string_view::npos) return invalid("exchange.malformed");
    std::string compact(token.substr(0, middle + 1));
    compact += to_base64url(bytes_of(text));
    compact += token.substr(middle + 1);
    return TRY(verify_jws(typ, compact, find)).kid;
}

}  // namespace homeward::exchange
