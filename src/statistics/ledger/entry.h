#pragma once
// One entry of the ledger: what a member of the region showed to everybody, corrected or took back. A State chains and signs its
// entries; the Council puts those of all in one order, chains and signs that. The form: docs/protocol, why so: docs/decisions/ledger.md.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "exchange/membership.h"
#include "statistics/ledger/published.h"

namespace homeward::statistics {

struct EntryTag;
using EntryId = Id<EntryTag>;

enum class EntryKind {
    release,     ///< the tables of a year of which nothing of this State stands
    correction,  ///< tables in place of an earlier entry's
    withdrawal,  ///< takes an earlier entry back; what it showed stays known
    figure,      ///< one public figure over several States, by the Council
};

/// A place in the joint ledger, as its hash says it. Position 0 and no hash before the first entry.
struct LedgerHead {
    std::int64_t position = 0;
    std::string hash;
    friend bool operator==(const LedgerHead&, const LedgerHead&) = default;
};

/// A public figure with where it stands. `RegionalFigure::id` is that of its entry.
struct PublicFigure {
    RegionalFigure figure;
    std::string source;
};

/// member       who says it: `uz`; `council` for figures
/// place        in the member's chain, from 1
/// previous     hash of the member's entry before; empty for its first
/// head         of the joint ledger beside which it was audited
/// replaces     of a correction or withdrawal: the entry that stands no longer
/// reason       of the same, for everybody to read
/// certificate  SHA-256 of the proof of the pattern, hexadecimal; the proof itself stays with the State
/// catalogue    SHA-256 of the year's definitions, hexadecimal
/// release      of a release or correction: population, tables, shown values, hidden flags, rules, definitions
/// figure       of a figure
/// sign_offs    of a State's withdrawal; those of a release stand in it
struct Entry {
    EntryId id;
    std::string member;
    EntryKind kind = EntryKind::release;
    std::int64_t place = 1;
    std::string previous;
    LedgerHead head;
    std::optional<EntryId> replaces;
    std::string reason;
    std::string certificate;
    std::string catalogue;
    std::optional<Release> release;
    std::optional<PublicFigure> figure;
    std::vector<SignOff> sign_offs;
    Instant made_at;
};

/// An entry with its member's signature: a detached JWS over `write_entry`.
struct SignedEntry {
    Entry entry;
    std::string signature;
};

/// What signatures and hashes cover: one line of JSON, members in one order. The same entry gives the same bytes.
std::string write_entry(const Entry& entry);
/// `{"entry":…,"signature":"…"}`, the payload of a `release` message.
std::string write_signed(const SignedEntry& entry);
/// By which the member's next entry and the joint ledger name it.
std::string hash_of(const SignedEntry& entry);

/// Reads as strictly as if nobody had signed it: the form, and the release in it by `read_release`. Signature and chain are
/// `check_signature`'s and `Chain`'s to check.
///
/// errors    those of json::read and read_release; invalid `ledger.not_canonical` (other bytes than `write_signed` gives),
///           `ledger.form` {part}: what does not go with its kind; too_large `ledger.too_large`
Result<SignedEntry> read_signed(std::string_view text);

/// By member, the public half of what it signs with.
using MemberKeys = std::map<std::string, exchange::VerifyKey, std::less<>>;
MemberKeys keys_of(const exchange::Membership& members);

/// Whether a member of these signed exactly this text.
bool is_signed_by(const std::string& member, std::string_view typ, std::string_view text, std::string_view signature, const MemberKeys& keys);

/// errors    forbidden `ledger.forged` {member, entry}: not signed by the member that it names
Done check_signature(const SignedEntry& entry, const MemberKeys& keys);

/// What leaves room for the Council's part within a message of the exchange.
constexpr std::size_t most_entry_bytes = (1 << 20) - 4096;
constexpr std::size_t longest_reason = 1000;
constexpr std::string_view entry_signature = "homeward-entry+jws", step_signature = "homeward-ledger+jws";

/// What is wrong with the form of a figure: `states`, `value`…; nothing when sound.
std::optional<std::string> fault_of(const PublicFigure& figure);

/// Whether a reason may stand in the ledger: something, no control characters, not too long.
bool is_reason(std::string_view text);

}  // namespace homeward::statistics
