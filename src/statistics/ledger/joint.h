#pragma once
// The joint ledger: the entries of all members in the one order in which the Council took them, each step signed and chained.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/ledger/entry.h"

namespace homeward::statistics {

/// One step of the joint ledger.
///
/// previous    hash of the step before; empty for the first
/// signature   the Council's, over `write_step`
struct JointEntry {
    std::int64_t position = 1;
    std::string previous;
    Instant added_at;
    std::string signature;
    SignedEntry signed_entry;
};

/// What the Council signs: position, previous, hash of the signed entry, instant.
std::string write_step(const JointEntry& joint);
/// `{"step":…,"signature":"…","signed":…}`: a line of the ledger's file, and the payload of a `ledger` message.
std::string write_joint(const JointEntry& joint);
/// The Council's and the member's; the chain is `Chain`'s to check.
/// errors    forbidden `ledger.council_signature` {position}; those of check_signature
Done check_signatures(const JointEntry& joint, const MemberKeys& keys);
/// What the next step and the heads of entries name.
LedgerHead head_of(const JointEntry& joint);

/// errors    those of json::read and read_signed; invalid `ledger.not_canonical`, `ledger.entry_hash` (the step is another entry's)
Result<JointEntry> read_joint(std::string_view text);

/// The ledger so far, as far as the next entry is held against it.
class Chain {
public:
    /// Where a member's own chain ends.
    struct Tip {
        std::int64_t place = 0;
        std::string hash;
    };
    /// An entry as later ones may replace it.
    struct Known {
        std::string member;
        EntryKind kind = EntryKind::release;
        int year = 0;  ///< of its tables; 0 without
        bool stands = true;
    };

    /// Whether an entry may come next: its place and hash in its member's chain, a head that is of this ledger, what it replaces.
    ///
    /// errors   invalid, with {member, entry}: `ledger.place` {expected} (one is missing, or came twice), `ledger.broken_chain`
    ///          (other bytes before it than it names), `ledger.unknown_head`, `ledger.replaces` (nothing of its own that stands),
    ///          `ledger.must_replace` (tables of that year stand), `ledger.id` (taken), `ledger.kind` (not this member's to say)
    Done check(const Entry& entry) const;
    /// The same for a step of the Council's, with both signatures.
    ///
    /// errors   those above and of check_signature; invalid, with {position}: `ledger.position` {expected}, `ledger.broken_link`;
    ///          forbidden `ledger.council_signature`
    Done check(const JointEntry& joint, const MemberKeys& keys) const;

    void add(const JointEntry& joint);
    /// One that was checked when it came; for a ledger that is read from columns.
    void add(std::string hash, const EntryId& id, const Known& known, const Tip& tip, const std::optional<EntryId>& replaces);
    /// One that its member has made and the Council not taken yet: it has no step.
    void add_waiting(const Entry& entry, std::string hash);

    LedgerHead head() const;
    Tip tip(const std::string& member) const;
    const Known* find(const EntryId& id) const;
    /// The release or correction of this member's year that stands; nothing when none does.
    std::optional<EntryId> standing(const std::string& member, int year) const;

private:
    void note(const EntryId& id, const Known& known, const Tip& tip, const std::optional<EntryId>& replaces);

    std::vector<std::string> hashes_;
    std::map<std::string, Tip> tips_;
    std::map<EntryId, Known> entries_;
};

Chain::Known known_of(const Entry& entry);
constexpr const char* the_council = "council";

}  // namespace homeward::statistics
