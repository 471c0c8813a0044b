#include "casework/case_file.h"

#include "people/relation.h"

namespace homeward::casework {

using access::Permission;
using access::Work;
using people::PersonId;

Result<CaseId> open_case(Work& work, people::Register& people, PersonId person) {
    TRY(access::require(work.actor, Permission::open_case, TRY(people::relation_of(work.db, person))));
    if (find_case_of(work.db, person)) return conflict("case.exists");
    const auto id = CaseId::make(work.now);
    work.db.run("INSERT INTO case_files (id, person_id, opened_by, opened_at) VALUES ($1, $2, $3, $4)", id, person,
                work.actor.id, work.now);
    work.record({"case.opened", "case_file", id.str(), person.str()});
    step_may_have_moved(work, people, id);
    return id;
}

Result<CaseFile> get_case(store::Connection& db, CaseId id) {
    auto query = db.query("SELECT c.person_id, s.step, c.opened_by, c.opened_at FROM case_files c"
                          " JOIN case_steps s ON s.case_id = c.id WHERE c.id = $1", id);
    if (!query.next()) return not_found("case.not_found");
    const auto row = query.row();
    return CaseFile{id, row.get<PersonId>(0), people::case_step_from(row.text(1)).value(), row.get<access::AccountId>(2), row.get<Instant>(3)};
}

std::optional<CaseId> find_case_of(store::Connection& db, PersonId person) {
    return db.query("SELECT id FROM case_files WHERE person_id = $1", person).value<CaseId>();
}

Result<CaseFile> require_case(Work& work, CaseId id, Permission permission) {
    if (people::opens_no_records(work.actor) && !may(work.actor, permission)) return not_found("case.not_found");
    const CaseFile file = TRY(get_case(work.db, id));
    TRY(access::require(work.actor, permission, TRY(people::relation_of(work.db, file.person_id))));
    return file;
}

Result<CaseFile> require_open_case(Work& work, CaseId id, Permission permission) {
    const CaseFile file = TRY(require_case(work, id, permission));
    if (file.step == people::CaseStep::closed) return conflict("case.closed");
    return file;
}

void step_may_have_moved(Work& work, people::Register& people, CaseId id) {
    const auto file = get_case(work.db, id);
    if (!file) return;
    work.after_commit([&people, person = file->person_id, step = file->step] { people.set_step(person, step); });
}

void load_steps(store::Connection& db, people::Register& people) {
    for (const auto row : db.query("SELECT person_id, step FROM case_steps")) {
        people.set_step(row.get<PersonId>(0), people::case_step_from(row.text(1)).value());
    }
}

}  // namespace homeward::casework
