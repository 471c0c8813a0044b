#include <algorithm>

#include "council/ledger/ledger.h"
#include "council/returns/release.h"

namespace homeward::council {
namespace {

using access::Work;
using exchange::Exchange;
using exchange::Incoming;
using statistics::Entry;
using statistics::EntryKind;
using statistics::SignedEntry;

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// What must hold of an entry whatever else is in the ledger.
Done check_alone(const Entry& entry, const Incoming& message, const Exchange& exchange, const SignedEntry& whole, Date today) {
    // A State speaks of its own numbers, and of no other's.
    if (entry.member != message.from || (entry.release && entry.release->state != upper(message.from))) return forbidden("release.not_yours");
    TRY(statistics::check_signature(whole, statistics::keys_of(exchange.members())));
    // Two people of the State stand behind a number before it is anybody's to see, and before it is taken back.
    const auto& sign_offs = entry.release ? entry.release->sign_offs : entry.sign_offs;
    if (sign_offs.size() < 2) return invalid("release.two_signatures", "sign_offs");
    if (entry.release && (entry.release->reference_date.year != entry.release->year || today < entry.release->reference_date)) {
        return invalid("release.reference_date", "reference_date");
    }
    return {};
}

struct Found {
    statistics::Chain chain;
    statistics::Published out;
    Instant now;
};

void keep(Work& work, const Incoming& message, const Entry& entry) {
    if (entry.release) {
        work.db.run("INSERT INTO releases (id, state, year, reference_date, payload, message, received_at, entry_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    message.id, entry.member, entry.release->year, entry.release->reference_date, statistics::write_release(*entry.release), message.text,
                    work.now, entry.id);
    }
    if (entry.kind == EntryKind::withdrawal) {
        work.db.run("UPDATE releases SET withdrawn_at = $2, withdrawn_reason = $3 WHERE entry_id = $1", *entry.replaces, work.now, entry.reason);
    }
}

void record(Work& work, const Incoming& message, const Entry& entry, std::int64_t position) {
    const char* action = entry.kind == EntryKind::withdrawal ? "release.withdrawn" : entry.kind == EntryKind::correction ? "release.corrected" : "release.received";
    std::map<std::string, std::string> details{{"state", entry.member}, {"position", std::to_string(position)}};
    if (entry.release) details["year"] = std::to_string(entry.release->year);
    work.record({action, "release", message.id.str(), {}, std::move(details)});
}

Result<Exchange::Effect> take_entry(access::Works& works, Exchange& exchange, const Incoming& message, const statistics::PublishedAudit& audit) {
    if (message.version != "2.0") return invalid("ledger.old_form");
    const SignedEntry whole = TRY(statistics::read_signed(message.payload));
    const Entry& entry = whole.entry;
    const auto found = TRY(works.read<Found>(access::Actor::program("member:" + message.from), [](Work& work) -> Result<Found> {
        return Found{statistics::load_chain(work.db), published(work.db), work.now};
    }));
    TRY(check_alone(entry, message, exchange, whole, Date::latest_of(found.now)));
    TRY(found.chain.check(entry));
    // A withdrawal shows nothing new.
    if (entry.release) TRY(statistics::check_beside(found.out, {statistics::PublishedRelease{entry.id.str(), *entry.release}, {}}, audit));
    return Exchange::Effect([&exchange, message, whole, head = found.out.head](Work& work) -> Done {
        if (statistics::joint_head(work.db) != head) return unavailable("ledger.moved_on");
        keep(work, message, whole.entry);
        record(work, message, whole.entry, add_step(work, exchange, whole).position);
        return {};
    });
}

}  // namespace

void serve_entries(Exchange& exchange, statistics::PublishedAudit audit) {
    exchange.serve("release", Exchange::Preparation([&exchange, audit = std::move(audit)](access::Works& works, const Incoming& message) {
                       return take_entry(works, exchange, message, audit);
                   }));
}

}  // namespace homeward::council
