#pragma once
// The SQL of the joint ledger, the same at the Council and at each node. The table `joint_ledger` stands in both schemas.

#include "statistics/ledger/joint.h"
#include "store/connection.h"

namespace homeward::statistics {

Chain load_chain(store::Connection& db);
LedgerHead joint_head(store::Connection& db);

/// Checked by `Chain` before.
void append(store::Connection& db, const JointEntry& joint);

/// The line at a position as it was signed; nothing behind the end.
std::optional<std::string> line_at(store::Connection& db, std::int64_t position);

/// Everything that everybody has seen.
struct Published {
    LedgerHead head;
    std::vector<PublishedRelease> releases;  ///< corrected and withdrawn ones included
    std::vector<RegionalFigure> figures, withdrawn_figures;
};
/// Throws std::runtime_error when what was kept does not read any more.
Published published(store::Connection& db);

/// One line of a list.
///
/// replaced_by   the entry because of which it stands no longer, with its kind, reason and instant
struct LedgerLine {
    std::int64_t position = 0;
    std::string hash, entry_hash;
    Instant added_at;
    std::string member;
    EntryKind kind = EntryKind::release;
    EntryId id;
    std::optional<JointEntry> joint;  ///< nothing when the line does not read any more: somebody changed it on the disk
    struct Replacement {
        std::int64_t position = 0;
        EntryKind kind = EntryKind::correction;
        std::string reason;
        Instant added_at;
    };
    std::optional<Replacement> replaced_by;
    std::string problem;  ///< why it does not read
};
/// Newest first.
///
/// below   positions under this one; 0 begins at the end
std::vector<LedgerLine> list_ledger(store::Connection& db, std::int64_t below, int limit);

/// Holds steps against each other and against the manifest.
///
/// from      the first step to look at; those before are taken as they stand
/// returns   how far it got; `problem` says what is wrong with the step at `checked` + 1
struct LedgerCheck {
    std::int64_t checked = 0;
    std::int64_t of = 0;
    std::optional<Error> problem;
};
LedgerCheck check_ledger(store::Connection& db, const MemberKeys& keys, std::int64_t from, int steps);

}  // namespace homeward::statistics
