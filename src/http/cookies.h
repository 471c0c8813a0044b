#pragma once

#include <string>
#include <string_view>

namespace homeward::http {

/// `__Host-homeward-uz`. The instance keeps programs on one machine apart, since cookies know no ports.
std::string session_cookie_name(std::string_view instance);

/// The value of one cookie in a `Cookie` header; empty when it is absent, or there more than once, which no
/// browser of ours does.
std::string_view cookie_value(std::string_view header, std::string_view name);

}  // namespace homeward::http
