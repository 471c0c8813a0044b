#include <stdexcept>

#include "forms/definition_json.h"
#include "forms/shipped.h"
#include "forms/store.h"

namespace homeward::forms {
namespace {

void install(access::Work& work, const Definition& definition) {
    work.db.run("INSERT INTO forms (id, created_at) VALUES ($1, $2)", definition.id, work.now);
    work.db.run("INSERT INTO form_versions (form, version, state, definition, title, note, questions, edit_version, created_at, published_at)"
                " VALUES ($1, 1, 'published', $2, $3, json_extract($2, '$.note'), $4, 1, $5, $5)",
                definition.id, write_definition(definition), json::write(definition.title), count_questions(definition.fields), work.now);
    work.record({"form.installed", "form", definition.id, {}, {{"version", "1"}}});
}

}  // namespace

void install_shipped(access::Work& work) {
    for (const auto text : shipped_forms()) {
        const auto definition = read_definition(text);
        if (!definition) throw std::runtime_error("a shipped form: " + definition.error().key + " at " + definition.error().field);
        if (work.db.query("SELECT 1 FROM forms WHERE id = $1", definition->id).next()) continue;
        if (const auto problems = problems_of(*definition); !problems.empty()) {
            throw std::runtime_error("the shipped form " + definition->id + ": " + problems[0].key + " at " + problems[0].field.value_or(""));
        }
        install(work, *definition);
    }
}

}  // namespace homeward::forms
