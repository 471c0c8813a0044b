#pragma once
// What a service of the catalogue needs before it is ordered and after it was given, and what a receiver sees.

#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/result.h"

namespace homeward::services {

/// needs_approval       a supervisor decides before it is ordered
/// on_request           only for who asked for it, as spiritual counselling is
/// outcome_after_days   of the delivery; then the worker asks what came of it
/// fields               what a receiver sees of a person, codes of `referral_fields()`
struct ServiceTerms {
    std::string service;
    bool needs_approval = false, on_request = false;
    int outcome_after_days = 90;
    std::vector<std::string> fields;
    int version = 1;
};

/// All that a referral can ever hold. Where somebody came back from, how, and what their family lived through are not
/// among them, and an installation cannot add them.
const std::vector<std::string_view>& referral_fields();

/// In the order of the catalogue.
std::vector<ServiceTerms> all_terms(store::Connection& db);
ServiceTerms terms_of(store::Connection& db, std::string_view service);

/// errors    forbidden (`manage_providers`); not_found `service.unknown`; conflict `edit.changed_meanwhile`;
///           invalid `service.fields`, `service.outcome_after`
Done set_terms(access::Work& work, const ServiceTerms& terms);

/// Whether a service is a loan or equipment, which are kept apart (grants/grant.h).
bool is_grant(std::string_view service);

/// Codes as they lie in one column: `name,age`.
std::string joined_list(const std::vector<std::string>& codes);
std::vector<std::string> list_in(std::string_view text);

}  // namespace homeward::services
