// What may come next in the ledger. No signatures here: those are joint.cpp's.

#include <algorithm>

#include "statistics/ledger/joint.h"

namespace homeward::statistics {
namespace {

Error wrong(const char* key, const Entry& entry, std::map<std::string, std::string> params = {}) {
    params.emplace("member", entry.member);
    params.emplace("entry", entry.id.str());
    return invalid(key, {}, std::move(params));
}

bool shows_tables(EntryKind kind) { return kind == EntryKind::release || kind == EntryKind::correction; }

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// Whether this member may say this kind of thing: a State of itself, the Council of several.
bool may_say(const Entry& entry) {
    const bool council = entry.member == the_council;
    if (entry.release) return !council && entry.release->state == upper(entry.member);
    return entry.kind != EntryKind::figure || council;
}

/// Whether an entry of this kind may take the place of that one.
bool may_replace(const Entry& entry, const Chain::Known& old) {
    if (old.member != entry.member || !old.stands) return false;
    if (entry.kind == EntryKind::withdrawal) return old.kind != EntryKind::withdrawal;
    return shows_tables(old.kind) && entry.release && old.year == entry.release->year;
}

}  // namespace

Chain::Known known_of(const Entry& entry) {
    return {entry.member, entry.kind, entry.release ? entry.release->year : 0, entry.kind != EntryKind::withdrawal};
}

Done Chain::check(const Entry& entry) const {
    const Tip before = tip(entry.member);
    if (!may_say(entry)) return wrong("ledger.kind", entry);
    if (find(entry.id)) return wrong("ledger.id", entry);
    if (entry.place != before.place + 1) return wrong("ledger.place", entry, {{"expected", std::to_string(before.place + 1)}});
    if (entry.previous != before.hash) return wrong("ledger.broken_chain", entry);
    const auto at = static_cast<std::size_t>(entry.head.position);
    if (at > hashes_.size() || (at > 0 && hashes_[at - 1] != entry.head.hash)) return wrong("ledger.unknown_head", entry);
    if (entry.replaces) {
        const Known* old = find(*entry.replaces);
        if (!old || !may_replace(entry, *old)) return wrong("ledger.replaces", entry);
    } else if (entry.release && standing(entry.member, entry.release->year)) {
        return wrong("ledger.must_replace", entry, {{"year", std::to_string(entry.release->year)}});
    }
    return {};
}

void Chain::add(std::string hash, const EntryId& id, const Known& known, const Tip& tip, const std::optional<EntryId>& replaces) {
    hashes_.push_back(std::move(hash));
    note(id, known, tip, replaces);
}

void Chain::add_waiting(const Entry& entry, std::string hash) { note(entry.id, known_of(entry), {entry.place, std::move(hash)}, entry.replaces); }

void Chain::note(const EntryId& id, const Known& known, const Tip& tip, const std::optional<EntryId>& replaces) {
    tips_[known.member] = tip;
    entries_[id] = known;
    if (replaces) entries_[*replaces].stands = false;
}

LedgerHead Chain::head() const {
    return hashes_.empty() ? LedgerHead{} : LedgerHead{static_cast<std::int64_t>(hashes_.size()), hashes_.back()};
}

Chain::Tip Chain::tip(const std::string& member) const {
    const auto found = tips_.find(member);
    return found == tips_.end() ? Tip{} : found->second;
}

const Chain::Known* Chain::find(const EntryId& id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : &found->second;
}

std::optional<EntryId> Chain::standing(const std::string& member, int year) const {
    for (const auto& [id, known] : entries_) {
        if (known.member == member && known.year == year && known.stands && shows_tables(known.kind)) return id;
    }
    return std::nullopt;
}

}  // namespace homeward::statistics
