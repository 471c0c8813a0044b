#include "casework/notes/compartment.h"

#include "access/accounts.h"
#include "people/circle.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

bool is_successor(store::Connection& db, CaseId id, AccountId writer, AccountId account) {
    return db.query("SELECT 1 FROM note_successors WHERE case_id = $1 AND writer = $2 AND successor = $3", id, writer, account).next();
}

bool account_ended(store::Connection& db, AccountId account) {
    return db.query("SELECT 1 FROM accounts WHERE id = $1 AND disabled_at IS NOT NULL", account).next();
}

bool may_name_for(Work& work, AccountId writer, const access::Relation& relation) {
    if (writer == work.actor.id) return may(work.actor, Permission::write_sealed_note, relation);
    return may(work.actor, Permission::name_circle, relation) && account_ended(work.db, writer);
}

}  // namespace

history::Compartment compartment_of(NoteKind kind) {
    return kind == NoteKind::session ? history::Compartment::psychosocial : history::Compartment::record;
}

bool may_know_of(const access::Actor& actor, const CaseNote& note, const access::Relation& relation) {
    if (note.state == NoteState::draft && note.written_by != actor.id) return false;
    return may(actor, Permission::read_case, relation);
}

bool may_read_text(store::Connection& db, const access::Actor& actor, const CaseNote& note, const access::Relation& relation) {
    if (!may_know_of(actor, note, relation)) return false;
    if (note.kind != NoteKind::session) return may(actor, Permission::write_note, relation);
    return may_read_session(db, actor, note.case_id, note.written_by, relation);
}

bool may_read_session(store::Connection& db, const access::Actor& actor, CaseId id, AccountId writer, const access::Relation& relation) {
    // A program acting by itself reads no session either: its rights reach everywhere, so the role is asked.
    if (actor.role != access::Role::psychologist || !may(actor, Permission::write_sealed_note, relation)) return false;
    return writer == actor.id || is_successor(db, id, writer, actor.id);
}

Done name_successor(Work& work, CaseId id, AccountId writer, AccountId successor) {
    const CaseFile file = TRY(require_case(work, id, Permission::read_case));
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    if (!may_name_for(work, writer, relation)) return forbidden("note.succession_not_yours");
    if (!work.db.query("SELECT 1 FROM case_notes WHERE case_id = $1 AND written_by = $2 AND kind = 'session'", id, writer).next()) return conflict("note.no_sessions");
    if (successor == writer || !people::in_circle(work.db, file.person_id, successor, people::CirclePart::psychologist)) {
        return invalid("note.successor_not_named", "successor_id");
    }
    if (is_successor(work.db, id, writer, successor)) return conflict("note.successor_already");
    const auto naming = CaseNoteId::make(work.now).str();
    work.db.run("INSERT INTO note_successors (id, case_id, writer, successor, named_by, named_at) VALUES ($1, $2, $3, $4, $5, $6)", naming, id, writer, successor,
                work.actor.id, work.now);
    const auto staff = access::get_account(work.db, successor);
    TRY(history::note(work, file.person_id.uuid, {"note_successor", naming}, {}, {{"successor", staff ? staff->name : successor.str()}}));
    work.record({"note.successor_named", "case_file", id.str(), file.person_id.str(), {{"writer", writer.str()}, {"successor", successor.str()}}});
    return {};
}

std::vector<Succession> successions_of(store::Connection& db, CaseId id) {
    std::vector<Succession> found;
    for (const auto row : db.query("SELECT writer, successor, named_by, named_at FROM note_successors WHERE case_id = $1 ORDER BY id DESC", id)) {
        found.push_back({row.get<AccountId>(0), row.get<AccountId>(1), row.get<AccountId>(2), row.get<Instant>(3)});
    }
    return found;
}

std::vector<AccountId> writers_to_succeed(Work& work, const CaseFile& file) {
    std::vector<AccountId> writers;
    const auto stored = people::relation_of(work.db, file.person_id);
    if (!stored) return writers;
    const access::Relation relation = *stored;
    for (const auto row : work.db.query("SELECT DISTINCT written_by FROM case_notes WHERE case_id = $1 AND kind = 'session'", file.id)) {
        const auto writer = row.get<AccountId>(0);
        if (may_name_for(work, writer, relation)) writers.push_back(writer);
    }
    return writers;
}

}  // namespace homeward::casework
