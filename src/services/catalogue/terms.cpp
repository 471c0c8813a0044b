#include "services/catalogue/terms.h"

#include <algorithm>

#include "access/permission.h"
#include "casework/catalogue.h"

namespace homeward::services {
namespace {

constexpr const char* kColumns = "SELECT service, needs_approval, on_request, outcome_after_days, fields, version FROM service_terms ";

ServiceTerms from_row(const store::Row& row) {
    return {std::string(row.text(0)), row.get<bool>(1), row.get<bool>(2), row.get<int>(3), list_in(row.text(4)), row.get<int>(5)};
}

}  // namespace

const std::vector<std::string_view>& referral_fields() {
    static const std::vector<std::string_view> codes{"name", "born_on", "age", "phone", "class_level", "language_support", "needs_support",
                                                     "skills", "household_size", "purpose", "asked_for", "worker"};
    return codes;
}

std::vector<ServiceTerms> all_terms(store::Connection& db) {
    std::vector<ServiceTerms> terms;
    for (const auto row : db.query(kColumns)) terms.push_back(from_row(row));
    std::ranges::sort(terms, {}, [](const auto& each) { return std::ranges::find(casework::catalogue(), each.service); });
    return terms;
}

ServiceTerms terms_of(store::Connection& db, std::string_view service) {
    auto query = db.query(std::string(kColumns) + "WHERE service = $1", service);
    if (!query.next()) return {std::string(service), false, false, 90, {}, 1};
    return from_row(query.row());
}

Done set_terms(access::Work& work, const ServiceTerms& terms) {
    TRY(access::require(work.actor, access::Permission::manage_providers));
    if (!casework::in_catalogue(terms.service)) return not_found("service.unknown");
    if (terms_of(work.db, terms.service).version != terms.version) return conflict("edit.changed_meanwhile");
    const auto known = [](const std::string& field) { return std::ranges::find(referral_fields(), field) != referral_fields().end(); };
    if (terms.fields.empty() || !std::ranges::all_of(terms.fields, known)) return invalid("service.fields", "fields");
    if (terms.outcome_after_days < 1 || terms.outcome_after_days > 730) return invalid("service.outcome_after", "outcome_after_days");
    work.db.run("UPDATE service_terms SET needs_approval = $2, on_request = $3, outcome_after_days = $4, fields = $5, version = version + 1 WHERE service = $1",
                terms.service, terms.needs_approval, terms.on_request, terms.outcome_after_days, joined_list(terms.fields));
    work.record({"service.terms_changed", "service", terms.service, {},
                 {{"version", std::to_string(terms.version + 1)}, {"needs_approval", terms.needs_approval ? "yes" : "no"}, {"on_request", terms.on_request ? "yes" : "no"},
                  {"outcome_after_days", std::to_string(terms.outcome_after_days)}, {"fields", joined_list(terms.fields)}}});
    return {};
}

bool is_grant(std::string_view service) { return service == "low_interest_loan" || service == "business_equipment"; }

std::string joined_list(const std::vector<std::string>& codes) {
    std::string text;
    for (const auto& code : codes) text += (text.empty() ? "" : ",") + code;
    return text;
}

std::vector<std::string> list_in(std::string_view text) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        const auto end = text.find(',');
        codes.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return codes;
}

}  // namespace homeward::services
