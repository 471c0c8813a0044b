// Reading notes. Nothing else in the program unseals one.

#include "casework/notes/compartment.h"
#include "casework/notes/note_codes.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr const char* kColumns = "SELECT id, case_id, kind, state, happened_on, attendance, next_step, next_on, text_sealed, written_by, written_at, changed_at, version"
                                 " FROM case_notes";

CaseNote head_of(const store::Row& row) {
    CaseNote note;
    note.id = row.get<CaseNoteId>(0);
    note.case_id = row.get<CaseId>(1);
    note.kind = code<NoteKind>(row.text(2));
    note.state = code<NoteState>(row.text(3));
    note.happened_on = row.get<Date>(4);
    note.attendance = code_if_any<Attendance>(row, 5);
    note.next_step = code_if_any<NextStep>(row, 6);
    note.next_on = row.get<std::optional<Date>>(7);
    note.written_by = row.get<AccountId>(9);
    note.written_at = row.get<Instant>(10);
    note.changed_at = row.get<std::optional<Instant>>(11);
    note.version = row.get<int>(12);
    return note;
}

/// The text goes in only where the compartment opens for this actor.
void open_for(Work& work, CaseNote& note, const store::Row& row, const vault::PersonKey& key, const access::Relation& relation) {
    note.may_read = may_read_text(work.db, work.actor, note, relation);
    if (note.may_read && !row.blob(8).empty()) note.text = key.open({"case_notes", "text_sealed", note.id.str()}, row.blob(8));
}

}  // namespace

Result<CaseNote> read_note(Work& work, CaseNoteId id) {
    auto query = work.db.query(std::string(kColumns) + " WHERE id = $1", id);
    if (!query.next()) return not_found("note.not_found");
    CaseNote note = head_of(query.row());
    const CaseFile file = TRY(require_case(work, note.case_id, Permission::read_case));
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    if (!may_know_of(work.actor, note, relation)) return not_found("note.not_found");
    open_for(work, note, query.row(), TRY(work.vault().key_of(work.db, file.person_id.uuid)), relation);
    return note;
}

Result<NotePage> notes_of(Work& work, const CaseFile& file, std::optional<CaseNoteId> after, int most) {
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    NotePage page;
    for (const auto row : work.db.query(std::string(kColumns) + " WHERE case_id = $1 AND (state = 'kept' OR written_by = $2)"
                                        " AND ($3 = '' OR (happened_on, id) < (SELECT happened_on, id FROM case_notes WHERE id = $3))"
                                        " ORDER BY happened_on DESC, id DESC LIMIT $4",
                                        file.id, work.actor.id, after ? after->str() : "", most + 1)) {
        if (page.items.size() == static_cast<std::size_t>(most)) {
            page.next = page.items.back().id;
            break;
        }
        CaseNote note = head_of(row);
        open_for(work, note, row, key, relation);
        page.items.push_back(std::move(note));
    }
    return page;
}

Result<std::vector<history::Change>> note_history(Work& work, CaseNoteId id) {
    const CaseNote note = TRY(read_note(work, id));
    if (!note.may_read) return forbidden("note.sealed");
    const CaseFile file = TRY(get_case(work.db, note.case_id));
    const history::Compartment compartments[] = {compartment_of(note.kind)};
    work.record({"note.history_read", "case_note", id.str(), file.person_id.str()});
    return history::changes_of(work, file.person_id.uuid, compartments, id.str(), std::nullopt, 200);
}

Result<std::vector<CarePerson>> people_in_care(Work& work, const std::string& after, int most) {
    TRY(access::require(work.actor, Permission::write_sealed_note));
    // The newest session of a file says when the next one is; a later one takes its place.
    constexpr const char* kSql =
        "WITH mine AS (SELECT r.person_id AS person_id, c.id AS case_id,"
        "  (SELECT n.id FROM case_notes n WHERE n.case_id = c.id AND n.kind = 'session' AND n.state = 'kept' ORDER BY n.happened_on DESC, n.id DESC LIMIT 1) AS last"
        "  FROM person_circle r JOIN case_files c ON c.person_id = r.person_id"
        "  WHERE r.account_id = $1 AND r.part = 'psychologist' AND r.ended_at IS NULL)"
        " SELECT m.person_id, m.case_id, n.happened_on, n.attendance, n.next_on, coalesce(n.next_on, '9999-12-31') || m.case_id AS place"
        " FROM mine m LEFT JOIN case_notes n ON n.id = m.last WHERE place > $2 ORDER BY place LIMIT $3";
    std::vector<CarePerson> found;
    for (const auto row : work.db.query(kSql, work.actor.id, after, most)) {
        found.push_back({row.get<people::PersonId>(0), row.get<CaseId>(1), row.get<std::optional<Date>>(2), code_if_any<Attendance>(row, 3),
                         row.get<std::optional<Date>>(4), std::string(row.text(5))});
    }
    return found;
}

}  // namespace homeward::casework
