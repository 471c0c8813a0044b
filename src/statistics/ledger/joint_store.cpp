#include "statistics/ledger/joint_store.h"

#include <stdexcept>

#include "base/json.h"
#include "statistics/ledger/entry_json.h"

namespace homeward::statistics {
namespace {

JointEntry stored(std::string_view line) {
    auto joint = read_joint(line);
    if (!joint) throw std::runtime_error("a stored step of the ledger does not read: " + joint.error().key);
    return std::move(*joint);
}

void add_step(Chain& chain, const store::Row& row) {
    const Chain::Known known{std::string(row.text(1)), *json::enum_from<EntryKind>(row.text(4)), row.get<int>(5), row.text(4) != "withdrawal"};
    chain.add(row.get<std::string>(0), row.get<EntryId>(3), known, {row.integer(2), row.get<std::string>(6)}, row.get<std::optional<EntryId>>(7));
}

constexpr const char* kSteps = "SELECT hash, member, place, entry_id, kind, year, entry_hash, replaces FROM joint_ledger";

std::optional<LedgerLine::Replacement> replacement_of(store::Connection& db, const EntryId& id) {
    auto query = db.query("SELECT line FROM joint_ledger WHERE replaces = $1 ORDER BY position LIMIT 1", id);
    if (!query.next()) return std::nullopt;
    const auto joint = read_joint(query.row().text(0));
    if (!joint) return std::nullopt;
    const Entry& entry = joint->signed_entry.entry;
    return LedgerLine::Replacement{joint->position, entry.kind, entry.reason, joint->added_at};
}

}  // namespace

Chain load_chain(store::Connection& db) {
    Chain chain;
    for (const auto row : db.query(std::string(kSteps) + " ORDER BY position")) add_step(chain, row);
    return chain;
}

LedgerHead joint_head(store::Connection& db) {
    auto query = db.query("SELECT position, hash FROM joint_ledger ORDER BY position DESC LIMIT 1");
    return query.next() ? LedgerHead{query.row().integer(0), query.row().get<std::string>(1)} : LedgerHead{};
}

void append(store::Connection& db, const JointEntry& joint) {
    const Entry& entry = joint.signed_entry.entry;
    const auto known = known_of(entry);
    db.run("INSERT INTO joint_ledger (position, hash, member, place, entry_id, entry_hash, kind, year, replaces, line, added_at)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
           joint.position, head_of(joint).hash, entry.member, entry.place, entry.id, hash_of(joint.signed_entry), json::name_of(entry.kind), known.year,
           entry.replaces, write_joint(joint), joint.added_at);
}

std::optional<std::string> line_at(store::Connection& db, std::int64_t position) {
    return db.query("SELECT line FROM joint_ledger WHERE position = $1", position).value<std::string>();
}

Published published(store::Connection& db) {
    Published all;
    all.head = joint_head(db);
    for (const auto row : db.query("SELECT j.line, EXISTS (SELECT 1 FROM joint_ledger r WHERE r.replaces = j.entry_id) FROM joint_ledger j ORDER BY j.position")) {
        const Entry entry = stored(row.text(0)).signed_entry.entry;
        if (entry.release) all.releases.push_back({entry.id.str(), *entry.release});
        if (entry.figure) (row.get<bool>(1) ? all.withdrawn_figures : all.figures).push_back(entry.figure->figure);
    }
    return all;
}

std::vector<LedgerLine> list_ledger(store::Connection& db, std::int64_t below, int limit) {
    std::vector<LedgerLine> lines;
    for (const auto row : db.query("SELECT position, hash, entry_hash, added_at, member, kind, entry_id, line FROM joint_ledger"
                                   " WHERE $1 = 0 OR position < $1 ORDER BY position DESC LIMIT $2", below, limit)) {
        LedgerLine line{row.integer(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Instant>(3), row.get<std::string>(4),
                        *json::enum_from<EntryKind>(row.text(5)), row.get<EntryId>(6), {}, {}, {}};
        auto joint = read_joint(row.text(7));
        if (joint) line.joint = std::move(*joint);
        else line.problem = joint.error().key;
        lines.push_back(std::move(line));
    }
    for (auto& line : lines) line.replaced_by = replacement_of(db, line.id);
    return lines;
}

LedgerCheck check_ledger(store::Connection& db, const MemberKeys& keys, std::int64_t from, int steps) {
    LedgerCheck check{from - 1, joint_head(db).position, {}};
    Chain chain;
    for (const auto row : db.query(std::string(kSteps) + " WHERE position < $1 ORDER BY position", from)) add_step(chain, row);
    for (const auto row : db.query("SELECT line FROM joint_ledger WHERE position >= $1 ORDER BY position LIMIT $2", from, steps)) {
        const auto joint = read_joint(row.text(0));
        const Done done = joint ? chain.check(*joint, keys) : Done(joint.error());
        if (!done) {
            check.problem = done.error();
            return check;
        }
        chain.add(*joint);
        ++check.checked;
    }
    return check;
}

}  // namespace homeward::statistics
