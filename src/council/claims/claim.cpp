#include "council/claims/claim.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 2> kFigures{"returned", "returned_in_stage"};
constexpr std::array<std::string_view, 6> kAbout{"kg", "kz", "region", "tj", "tm", "uz"};
constexpr std::array<std::string_view, 3> kQualifiers{"exact", "more_than", "about"};

/// This source has told a figure for the same thing and day, and it stands.
bool is_told(store::Connection& db, const Claim& claim) {
    return db.query("SELECT 1 FROM claims WHERE figure = $1 AND about = $2 AND part = $3 AND source = $4 AND as_of = $5 AND withdrawn_at IS NULL",
                    claim.figure, claim.about, claim.part, claim.source, claim.as_of).next();
}

bool one_of(const auto& codes, std::string_view code) { return std::ranges::find(codes, code) != codes.end(); }

}  // namespace

Result<ClaimId> publish_claim(Work& work, const Claim& claim) {
    TRY(access::require(work.actor, Permission::publish_claim));
    if (!one_of(kFigures, claim.figure)) return invalid("claim.figure", "figure");
    if (!one_of(kAbout, claim.about)) return invalid("claim.about", "about");
    if (!one_of(kQualifiers, claim.qualifier)) return invalid("claim.qualifier", "qualifier");
    if (claim.value < 0 || claim.value > 100'000'000) return invalid("claim.value", "value");
    TRY(check_text(claim.definition, 1000, "definition"));
    TRY(check_optional_text(claim.definition_ru, 1000, "definition_ru"));
    TRY(check_text(claim.source, 500, "source"));
    TRY(check_optional_text(claim.part, 200, "part"));
    TRY(check_link(claim.source_url, "source_url"));
    if (work.latest_today() < claim.as_of.earliest()) return invalid("claim.as_of", "as_of");
    if (is_told(work.db, claim)) return conflict("claim.exists");
    const auto id = ClaimId::make(work.now);
    work.db.run("INSERT INTO claims (id, figure, about, part, value, qualifier, as_of, definition, source, source_url, published_by, published_at, definition_ru)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                id, claim.figure, claim.about, claim.part, claim.value, claim.qualifier, claim.as_of, claim.definition, claim.source,
                claim.source_url, work.actor.log_name(), work.now, claim.definition_ru);
    work.record({"claim.published", "claim", id.str(), {}, {{"figure", claim.figure}, {"about", claim.about}}});
    return id;
}

Done withdraw_claim(Work& work, ClaimId id) {
    TRY(access::require(work.actor, Permission::publish_claim));
    if (work.db.run("UPDATE claims SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL", id, work.now) == 0) {
        return not_found("claim.not_found");
    }
    work.record({"claim.withdrawn", "claim", id.str()});
    return {};
}

std::vector<Claim> list_claims(store::Connection& db) {
    std::vector<Claim> claims;
    for (const auto row : db.query("SELECT id, figure, about, part, value, qualifier, as_of, definition, source, source_url, definition_ru FROM claims"
                                   " WHERE withdrawn_at IS NULL ORDER BY figure, about, part, as_of DESC, id")) {
        claims.push_back({row.get<ClaimId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), row.integer(4),
                          std::string(row.text(5)), row.get<PartialDate>(6), std::string(row.text(7)), std::string(row.text(8)),
                          std::string(row.text(9)), std::string(row.text(10))});
    }
    return claims;
}

std::optional<Sum> sum_of(const std::vector<Claim>& claims, std::string_view figure) {
    std::map<std::tuple<std::string, std::string, std::string>, Sum> by_source;
    for (const auto& claim : claims) {
        if (claim.figure != figure || claim.about == "region" || !claim.part.empty() || claim.qualifier != "exact") continue;
        Sum& sum = by_source[{claim.source, claim.as_of.str(), claim.definition}];
        sum.source = claim.source;
        sum.as_of = claim.as_of;
        sum.parts.push_back(claim);
        sum.value += claim.value;
    }
    const Sum* most = nullptr;
    const auto better = [](const Sum& a, const Sum& b) {
        return std::pair(a.parts.size(), a.as_of.latest()) > std::pair(b.parts.size(), b.as_of.latest());
    };
    for (const auto& [key, sum] : by_source) {
        if (sum.parts.size() >= 2 && (!most || better(sum, *most))) most = &sum;
    }
    return most ? std::optional(*most) : std::nullopt;
}

}  // namespace homeward::council
