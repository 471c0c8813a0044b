#include "access/permission.h"
#include "forms/store_json.h"

namespace homeward::forms {
namespace {

using access::Permission;
using access::Work;

/// The draft that the editor saw.
Result<Version> draft_for(Work& work, const std::string& form, int version, std::optional<int> edit_version) {
    TRY(access::require(work.actor, Permission::edit_forms));
    Version draft = TRY(get_version(work.db, form, version));
    if (draft.state != VersionState::draft) return conflict("form.published");
    if (edit_version && draft.edit_version != *edit_version) return conflict("edit.changed_meanwhile");
    return draft;
}

void insert_draft(Work& work, const Definition& definition) {
    work.db.run("INSERT INTO form_versions (form, version, state, definition, title, note, questions, edit_version, created_by, created_at)"
                " VALUES ($1, $2, 'draft', $3, $4, json_extract($3, '$.note'), $5, 1, $6, $7)",
                definition.id, definition.version, write_definition(definition), json::write(definition.title), count_questions(definition.fields),
                work.actor.id, work.now);
}

void note(Work& work, const char* action, const std::string& form, int version) {
    work.record({action, "form", form, {}, {{"version", std::to_string(version)}}});
}

}  // namespace

Result<Version> create_form(Work& work, const std::string& id, Definition definition) {
    TRY(access::require(work.actor, Permission::edit_forms));
    if (!is_code(id)) return invalid("form.bad_code", "id");
    if (work.db.query("SELECT 1 FROM forms WHERE id = $1", id).next()) return conflict("form.exists");
    definition.id = id;
    definition.version = 1;
    // What became of another form's codes says nothing here.
    definition.changes.reset();
    TRY(within_limits(definition));
    work.db.run("INSERT INTO forms (id, created_by, created_at) VALUES ($1, $2, $3)", id, work.actor.id, work.now);
    insert_draft(work, definition);
    note(work, "form.created", id, 1);
    return get_version(work.db, id, 1);
}

Result<Version> start_version(Work& work, const std::string& form) {
    TRY(access::require(work.actor, Permission::edit_forms));
    const auto lines = versions_of(work.db, form);
    if (lines.empty()) return not_found("form.not_found");
    if (lines.front().state == VersionState::draft) return conflict("form.draft_exists");
    Definition next = TRY(get_version(work.db, form, lines.front().version)).definition;
    ++next.version;
    next.changes.reset();
    insert_draft(work, next);
    note(work, "form.version_started", form, next.version);
    return get_version(work.db, form, next.version);
}

Result<Version> save_draft(Work& work, int edit_version, Definition definition) {
    const Version draft = TRY(draft_for(work, definition.id, definition.version, edit_version));
    TRY(within_limits(definition));
    work.db.run("UPDATE form_versions SET definition = $3, title = $4, note = json_extract($3, '$.note'), questions = $5, edit_version = edit_version + 1"
                " WHERE form = $1 AND version = $2",
                draft.form, draft.version, write_definition(definition), json::write(definition.title), count_questions(definition.fields));
    note(work, "form.saved", draft.form, draft.version);
    return get_version(work.db, draft.form, draft.version);
}

Done drop_draft(Work& work, const std::string& form, int version) {
    TRY(draft_for(work, form, version, std::nullopt));
    work.db.run("DELETE FROM form_versions WHERE form = $1 AND version = $2", form, version);
    if (versions_of(work.db, form).empty()) work.db.run("DELETE FROM forms WHERE id = $1", form);
    note(work, "form.draft_dropped", form, version);
    return {};
}

Result<Version> publish(Work& work, const std::string& form, int version, int edit_version) {
    const Version draft = TRY(draft_for(work, form, version, edit_version));
    const auto problems = problems_of(work.db, draft);
    if (!problems.empty()) return invalid("form.has_problems", "definition", {{"count", std::to_string(problems.size())}});
    work.db.run("UPDATE form_versions SET state = 'retired' WHERE form = $1 AND state = 'published'", form);
    work.db.run("UPDATE form_versions SET state = 'published', published_by = $3, published_at = $4, edit_version = edit_version + 1"
                " WHERE form = $1 AND version = $2", form, version, work.actor.id, work.now);
    work.db.run("UPDATE forms SET retired_by = NULL, retired_at = NULL WHERE id = $1", form);
    note(work, "form.published", form, version);
    return get_version(work.db, form, version);
}

Done retire(Work& work, const std::string& form) {
    TRY(access::require(work.actor, Permission::edit_forms));
    TRY(get_form(work.db, form));
    const auto version = published_version(work.db, form);
    if (!version) return conflict("form.not_published");
    work.db.run("UPDATE form_versions SET state = 'retired' WHERE form = $1 AND state = 'published'", form);
    work.db.run("UPDATE forms SET retired_by = $2, retired_at = $3 WHERE id = $1", form, work.actor.id, work.now);
    note(work, "form.retired", form, *version);
    return {};
}

}  // namespace homeward::forms
