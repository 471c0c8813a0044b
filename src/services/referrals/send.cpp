#include <algorithm>
#include <array>

#include "base/json.h"
#include "casework/letters/letter_template.h"
#include "people/consents/sharing.h"
#include "people/person.h"
#include "services/catalogue/terms.h"
#include "services/referrals/referral_store.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;
namespace consents = people::consents;

constexpr std::size_t kLongestField = 300;

struct Subject {
    casework::CaseFile file;
    std::string service, provider_name;
    ProviderId provider;
    bool inside = false;

    consents::Receiver receiver(std::string_view way) const {
        // Paper reaches a body that does not sign in here: should consent be withdrawn, it is asked by letter.
        return {way == "inside" ? std::optional(provider.uuid) : std::nullopt, provider_name};
    }
};

Result<Subject> subject_of(Work& work, OrderId id) {
    auto query = work.db.query("SELECT o.case_id, o.service, p.name, o.provider_id, o.state,"
                               " EXISTS (SELECT 1 FROM accounts a WHERE a.role = 'provider' AND a.member = p.id AND a.disabled_at IS NULL)"
                               " FROM service_orders o JOIN providers p ON p.id = o.provider_id WHERE o.id = $1", id);
    if (!query.next()) return not_found("order.not_found");
    const auto row = query.row();
    Subject subject{TRY(casework::require_open_case(work, row.get<casework::CaseId>(0), Permission::refer)), std::string(row.text(1)), std::string(row.text(2)),
                    row.get<ProviderId>(3), row.get<bool>(5)};
    if (row.text(4) != "ordered") return conflict("referral.not_ordered");
    return subject;
}

/// What the record says already of the fields that this service needs.
Result<ReferralContent> known_of(Work& work, const Subject& subject, const std::vector<std::string>& fields) {
    const auto person = TRY(people::get_person(work, subject.file.person_id));
    ReferralContent all{{"name", person.names.empty() ? "" : people::display_name(person.names.front())},
                        {"born_on", person.born_on ? person.born_on->str() : ""},
                        {"age", person.born_on ? std::to_string(age_on(*person.born_on, work.today())) : ""},
                        {"phone", person.details.phone},
                        {"worker", work.actor.name}};
    std::erase_if(all, [&](const auto& each) { return each.second.empty() || std::ranges::find(fields, each.first) == fields.end(); });
    return all;
}

std::vector<std::string> to_write(const std::vector<std::string>& fields) {
    constexpr std::array<std::string_view, 5> known{"name", "born_on", "age", "phone", "worker"};
    std::vector<std::string> open;
    for (const auto& field : fields) {
        if (std::ranges::find(known, field) == known.end()) open.push_back(field);
    }
    if (std::ranges::find(fields, "worker") != fields.end()) open.emplace_back("worker_contact");
    return open;
}

void leave_out(ReferralContent& content, const Subject& subject, const std::vector<std::string>& withheld) {
    std::erase_if(content, [&](const auto& each) {
        const auto kind = told_by(each.first, subject.service);
        return !kind.empty() && std::ranges::find(withheld, kind) != withheld.end();
    });
}

/// What is shared by paper or here is asked for first, and kept; an empty content shares nothing.
Done share_it(Work& work, const Subject& subject, std::string_view way, ReferralId id, ReferralContent& content) {
    const auto permit = TRY(consents::require_sharing(work, subject.file.person_id, consents::Purpose::referral, subject.receiver(way)));
    leave_out(content, subject, permit.withheld);
    std::vector<std::string> what;
    for (const auto& [field, text] : content) {
        const std::string kind(told_by(field, subject.service));
        if (!kind.empty() && std::ranges::find(what, kind) == what.end()) what.push_back(kind);
    }
    TRY(consents::share(work, subject.file.person_id, consents::Purpose::referral, subject.receiver(way), {"referral", id.str()}, what));
    return {};
}

/// Makes room: one that was called back no longer stands.
Done require_none_standing(Work& work, OrderId order) {
    const auto standing = work.db.query("SELECT id FROM referrals WHERE order_id = $1 AND state IN ('sent', 'accepted', 'done')", order).value<ReferralId>();
    if (!standing) return {};
    if (!consents::called_back(work.db, {"referral", standing->str()})) return conflict("referral.exists");
    work.db.run("UPDATE referrals SET state = 'revoked', result = NULL, revoked_by = $2, revoked_at = $3, version = version + 1 WHERE id = $1", *standing,
                work.actor.id, work.now);
    return {};
}

Done check_words(const ReferralContent& words, const std::vector<std::string>& open) {
    for (const auto& [field, text] : words) {
        if (std::ranges::find(open, field) == open.end()) return invalid("referral.field", "words/" + field);
        if (length_of(text) > kLongestField) return invalid("referral.text_long", "words/" + field);
        TRY(casework::check_said_to_others(text, "referral", "words/" + field));
    }
    return {};
}

}  // namespace

Result<ReferralDraft> draft_referral(Work& work, OrderId order) {
    const auto subject = TRY(subject_of(work, order));
    const auto fields = terms_of(work.db, subject.service).fields;
    ReferralDraft draft{subject.service, subject.provider_name, TRY(known_of(work, subject, fields)), to_write(fields), {}, subject.inside, {}};
    const auto permit = consents::require_sharing(work, subject.file.person_id, consents::Purpose::referral, subject.receiver(subject.inside ? "inside" : "slip"));
    if (permit) draft.withheld = permit->withheld; else draft.consent = permit.error().key;
    leave_out(draft.known, subject, draft.withheld);
    work.record({"referral.drafted", "service_order", order.str(), subject.file.person_id.str()});
    std::erase_if(draft.to_write, [&](const auto& field) {
        const auto kind = told_by(field, subject.service);
        return !kind.empty() && std::ranges::find(draft.withheld, kind) != draft.withheld.end();
    });
    return draft;
}

Result<ReferralId> send_referral(Work& work, OrderId order, const std::string& way, ReferralContent words) {
    constexpr std::array<std::string_view, 4> ways{"inside", "slip", "carried", "nameless"};
    const auto subject = TRY(subject_of(work, order));
    if (std::ranges::find(ways, way) == ways.end()) return invalid("referral.way", "way");
    if (way == "inside" && !subject.inside) return conflict("referral.provider_not_here");
    const auto fields = terms_of(work.db, subject.service).fields;
    TRY(check_words(words, to_write(fields)));
    TRY(require_none_standing(work, order));
    auto content = TRY(known_of(work, subject, fields));
    for (const auto& [field, text] : words) {
        if (!trim(text).empty()) content[field] = trim(text);
    }
    const auto id = ReferralId::make(work.now);
    if (way == "nameless") {
        for (const char* field : {"name", "born_on", "age", "phone"}) content.erase(field);
    } else if (way != "carried") {
        TRY(share_it(work, subject, way, id, content));
    }
    std::vector<std::string> held;
    for (const auto& [field, text] : content) held.push_back(field);
    work.db.run("INSERT INTO referrals (id, order_id, case_id, person_id, service, provider_id, way, fields, content_sealed, state, sent_by, sent_at, version)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'sent', $10, $11, 1)", id, order, subject.file.id, subject.file.person_id, subject.service,
                subject.provider, way, joined_list(held),
                TRY(casework::sealed(work, subject.file.person_id, {"referrals", "content_sealed", id.str()}, json::write(content))), work.actor.id, work.now);
    work.record({"referral.sent", "referral", id.str(), subject.file.person_id.str(), {{"service", subject.service}, {"way", way}}});
    TRY(note_referral(work, TRY(get_referral(work, id)), "sent", ""));
    return id;
}

}  // namespace homeward::services
