#include <algorithm>

#include "people/duplicates.h"
#include "people/join_persons.h"
#include "people/person_rules.h"
#include "people/person_store.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::Permission;

Done cases_allow(const Register& reg, PersonId keep, PersonId gone) {
    const auto has_case = [&](PersonId id) {
        const auto item = reg.find(id);
        return item && item->step != CaseStep::none;
    };
    if (!has_case(gone)) return {};
    return conflict(has_case(keep) ? "duplicate.both_have_cases" : "duplicate.has_case");
}

/// What was asked, recorded and shared is sealed under the one person's key and told of that person: it does not move.
Done papers_allow(store::Connection& db, PersonId gone) {
    for (const char* table : {"document_requests", "person_nationality", "kinship_evidence", "chain_marks", "consents"}) {
        if (db.query(std::string("SELECT 1 FROM ") + table + " WHERE person_id = $1", gone).next()) return conflict("duplicate.has_papers");
    }
    return {};
}

void move_documents(access::Work& work, const vault::PersonKey& key, const Person& keep, const Person& gone) {
    for (const auto& document : gone.papers) {
        if (!has_document(keep.papers, document)) insert_document(work, key, keep.id, document);
    }
    work.db.run("DELETE FROM person_documents WHERE person_id = $1", gone.id);
}

void point_to(access::Work& work, const Person& keep, const Person& gone) {
    work.db.run("UPDATE persons SET merged_into = $1, family_id = NULL, version = version + 1 WHERE id = $2", keep.id, gone.id);
    work.db.run("UPDATE families SET head_person_id = $1 WHERE head_person_id = $2 AND id = $3", keep.id, gone.id, keep.family_id);
    work.db.run("UPDATE families SET head_person_id = NULL WHERE head_person_id = $1", gone.id);
}

/// Open questions about `gone` become questions about `keep`.
void move_candidates(access::Work& work, PersonId keep, PersonId gone) {
    std::vector<std::pair<DuplicateId, PersonId>> open;
    for (const auto row : work.db.query("SELECT id, CASE WHEN person_a = $1 THEN person_b ELSE person_a END FROM duplicate_candidates "
                                        "WHERE state = 'open' AND (person_a = $1 OR person_b = $1)", gone)) {
        open.emplace_back(row.get<DuplicateId>(0), row.get<PersonId>(1));
    }
    for (const auto& [id, other] : open) {
        const bool asked = other == keep || work.db.query("SELECT 1 FROM duplicate_candidates WHERE person_a = $1 AND person_b = $2",
                                                          std::min(keep, other), std::max(keep, other)).next();
        if (asked) {
            work.db.run("DELETE FROM duplicate_candidates WHERE id = $1", id);
        } else {
            work.db.run("UPDATE duplicate_candidates SET person_a = $1, person_b = $2 WHERE id = $3", std::min(keep, other),
                        std::max(keep, other), id);
        }
    }
}

}  // namespace

Done merge_persons(access::Work& work, Register& reg, PersonId keep_id, PersonId gone_id) {
    TRY(require_person(work.db, work.actor, Permission::edit_person, keep_id));
    TRY(require_person(work.db, work.actor, Permission::edit_person, gone_id));
    TRY(cases_allow(reg, keep_id, gone_id));
    TRY(papers_allow(work.db, gone_id));
    const Person keep = TRY(get_person(work, keep_id));
    const Person gone = TRY(get_person(work, gone_id));
    const Person whole = joined(keep, gone);

    const auto key = TRY(work.vault().key_of(work.db, keep_id.uuid));
    TRY(update_person(work, key, whole, keep.version));
    replace_names(work, key, keep_id, whole.names);
    move_documents(work, key, keep, gone);
    work.db.run("DELETE FROM person_names WHERE person_id = $1", gone_id);
    point_to(work, whole, gone);
    move_candidates(work, keep_id, gone_id);
    work.record({"person.merged", "person", gone_id.str(), gone_id.str(), {{"into", keep_id.str()}}});
    work.record({"person.changed", "person", keep_id.str(), keep_id.str(), {{"fields", "merged"}, {"from", gone_id.str()}}});

    const Person stored = TRY(get_person(work, keep_id));
    work.after_commit([&reg, gone_id, entry = entry_of(stored)]() mutable {
        reg.remove(gone_id);
        reg.put(std::move(entry));
    });
    return {};
}

}  // namespace homeward::people
