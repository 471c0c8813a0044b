#pragma once

#include <string>
#include <string_view>

#include "services/referrals/referral.h"

namespace homeward::services {

/// A referral on paper, as PDF: what the service needs, and below it what the body is asked to answer.
/// language   en or ru; another is written in English
std::string slip_of(const Referral& referral, std::string_view language, Instant now);

}  // namespace homeward::services
