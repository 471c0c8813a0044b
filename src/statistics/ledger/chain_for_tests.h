#pragma once
// A State in a test, as it chains and signs what it shows.

#include "exchange/detached.h"
#include "exchange/envelope.h"
#include "statistics/ledger/joint.h"

namespace homeward::statistics {

struct ChainForTests {
    std::string member;
    exchange::SignKey key;
    std::int64_t place = 0;
    std::string tip;

    static Entry of(const std::string& state, std::optional<Release> release) {
        Entry entry;
        entry.member = state;
        entry.release = std::move(release);
        return entry;
    }
    /// Signed as it stands, whatever it says.
    SignedEntry sign(const Entry& entry) const { return {entry, exchange::sign_detached(entry_signature, write_entry(entry), key)}; }

    /// The next of the chain.
    SignedEntry next(Entry entry, Instant now, const LedgerHead& head = {}) {
        entry.id = EntryId::make(now);
        entry.member = member;
        entry.place = ++place;
        entry.previous = tip;
        entry.head = head;
        entry.made_at = now;
        const SignedEntry whole = sign(entry);
        tip = hash_of(whole);
        return whole;
    }
    SignedEntry release(const Release& release, Instant now, const LedgerHead& head = {}) { return next(of(member, release), now, head); }
    SignedEntry correct(const Release& release, EntryId old, Instant now, const LedgerHead& head = {}) {
        Entry entry = of(member, release);
        entry.kind = EntryKind::correction;
        entry.replaces = old;
        entry.reason = "Two registers were counted together.";
        return next(std::move(entry), now, head);
    }
    SignedEntry withdraw(EntryId old, Instant now, const LedgerHead& head = {}) {
        Entry entry = of(member, {});
        entry.kind = EntryKind::withdrawal;
        entry.replaces = old;
        entry.reason = "The count is being checked.";
        if (member != the_council) entry.sign_offs = {{"coordinator", now}, {"data_protection_officer", now}};
        return next(std::move(entry), now, head);
    }
};

/// A joint ledger in a test, as the Council makes it.
struct CouncilForTests {
    exchange::SignKey key;
    std::vector<JointEntry> steps;

    LedgerHead head() const { return steps.empty() ? LedgerHead{} : head_of(steps.back()); }
    JointEntry sign(JointEntry joint) const {
        joint.signature = exchange::sign_detached(step_signature, write_step(joint), key);
        return joint;
    }
    const JointEntry& add(SignedEntry entry, Instant now) {
        const LedgerHead before = head();
        return steps.emplace_back(sign({before.position + 1, before.hash, now, {}, std::move(entry)}));
    }
};

/// Women and men, and their sum: a small return that hides nothing.
inline Release small_release(const std::string& state, int year, std::int64_t women, std::int64_t men, Instant now) {
    Release release;
    release.state = state;
    release.year = year;
    release.reference_date = {year, 12, 31};
    release.tables = {{"returnees", {"returnees", 1}, "returnees", {{"sex", {"female", "male"}}}, {{women}, {men}, {women + men}}}};
    release.sign_offs = {{"coordinator", now}, {"data_protection_officer", now}};
    release.made_at = now;
    return release;
}

}  // namespace homeward::statistics
