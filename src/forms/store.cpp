#include "forms/store.h"

#include <stdexcept>

#include "forms/store_json.h"

namespace homeward::forms {
namespace {

using access::AccountId;

Definition stored(std::string_view text) {
    auto definition = read_definition(text);
    if (!definition) throw std::runtime_error("a stored form cannot be read: " + definition.error().key);
    return std::move(*definition);
}
Texts stored_texts(std::string_view text) {
    auto texts = json::read<Texts>(text);
    if (!texts) throw std::runtime_error("a stored title or note cannot be read");
    return std::move(*texts);
}

const std::string kListed =
    "SELECT f.id, n.title, p.version, d.version, p.published_at, f.retired_at, n.questions, n.note FROM forms f"
    " LEFT JOIN form_versions p ON p.form = f.id AND p.state = 'published'"
    " LEFT JOIN form_versions d ON d.form = f.id AND d.state = 'draft'"
    // What a form is called now: as in use, else as last published, else as drafted.
    " JOIN form_versions n ON n.form = f.id AND n.version = coalesce(p.version,"
    " (SELECT max(r.version) FROM form_versions r WHERE r.form = f.id AND r.state = 'retired'), d.version)";

Listed listed_of(const store::Row& row) {
    return {row.get<std::string>(0), stored_texts(row.text(1)), row.get<std::optional<int>>(2), row.get<std::optional<int>>(3),
            row.get<std::optional<Instant>>(4), row.get<std::optional<Instant>>(5), row.get<int>(6),
            row.is_null(7) ? std::nullopt : std::optional(stored_texts(row.text(7)))};
}

}  // namespace

Result<Version> get_version(store::Connection& db, const std::string& form, int version) {
    auto query = db.query("SELECT state, edit_version, definition, created_by, published_by, created_at, published_at FROM form_versions"
                          " WHERE form = $1 AND version = $2", form, version);
    if (!query.next()) return not_found("form.not_found");
    const auto row = query.row();
    return Version{form, version, version_state(row.text(0)), row.get<int>(1), stored(row.text(2)), row.get<std::optional<AccountId>>(3),
                   row.get<std::optional<AccountId>>(4), row.get<Instant>(5), row.get<std::optional<Instant>>(6)};
}

std::optional<int> published_version(store::Connection& db, const std::string& form) {
    return db.query("SELECT version FROM form_versions WHERE form = $1 AND state = 'published'", form).value<int>();
}

std::vector<VersionLine> versions_of(store::Connection& db, const std::string& form) {
    std::vector<VersionLine> lines;
    for (const auto row : db.query("SELECT version, state, created_by, published_by, created_at, published_at FROM form_versions"
                                   " WHERE form = $1 ORDER BY version DESC", form)) {
        lines.push_back({row.get<int>(0), version_state(row.text(1)), row.get<std::optional<AccountId>>(2), row.get<std::optional<AccountId>>(3),
                         row.get<Instant>(4), row.get<std::optional<Instant>>(5)});
    }
    return lines;
}

std::vector<Listed> list_forms(store::Connection& db, bool retired, bool drafts, const std::string& after, int most) {
    std::vector<Listed> forms;
    for (const auto row : db.query(kListed + " WHERE f.id > $1 AND (p.version IS NOT NULL OR ($2 AND f.retired_at IS NOT NULL) OR ($3 AND (f.retired_at IS NULL OR d.version IS NOT NULL)))"
                                             " ORDER BY f.id LIMIT $4", after, retired, drafts, most)) {
        forms.push_back(listed_of(row));
        if (!drafts) forms.back().draft.reset();
    }
    return forms;
}

Result<Listed> get_form(store::Connection& db, const std::string& id) {
    auto query = db.query(kListed + " WHERE f.id = $1", id);
    if (!query.next()) return not_found("form.not_found");
    return listed_of(query.row());
}

std::vector<Problem> problems_of(store::Connection& db, const Version& draft) {
    auto problems = problems_of(draft.definition);
    const auto before = db.query("SELECT max(version) FROM form_versions WHERE form = $1 AND version < $2 AND state <> 'draft'", draft.form, draft.version)
                            .value<std::optional<int>>();
    if (!before || !*before) return problems;
    const auto earlier = get_version(db, draft.form, **before);
    if (!earlier) return problems;
    const auto more = problems_after(earlier->definition, draft.definition);
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

}  // namespace homeward::forms
