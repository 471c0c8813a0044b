#pragma once
// Forms in the database, and what is done with them.

#include "access/work.h"
#include "forms/form.h"

namespace homeward::forms {

enum class VersionState { draft, published, retired };

struct Version {
    std::string form;
    int version = 1;
    VersionState state = VersionState::draft;
    int edit_version = 1;  ///< counts saves
    Definition definition;
    std::optional<access::AccountId> created_by, published_by;  ///< nobody: shipped
    Instant created_at;
    std::optional<Instant> published_at;
};

/// A line of the list of forms.
struct Listed {
    std::string id;
    Texts title;
    std::optional<int> published, draft;
    std::optional<Instant> published_at, retired_at;
    int questions = 0;
    std::optional<Texts> note = {};  ///< of the version that the title is of
};

/// A version without its definition.
struct VersionLine {
    int version = 1;
    VersionState state = VersionState::draft;
    std::optional<access::AccountId> created_by, published_by;
    Instant created_at;
    std::optional<Instant> published_at;
};

// --- reading; permission is asked by the caller, except where it says so -----------------------------------------

/// errors    not_found `form.not_found`
Result<Version> get_version(store::Connection& db, const std::string& form, int version);
/// The version in use; nothing when the form is a first draft, or retired.
std::optional<int> published_version(store::Connection& db, const std::string& form);
std::vector<VersionLine> versions_of(store::Connection& db, const std::string& form);
/// The forms in use, by code; with `retired` and `drafts` also those out of use, and those never published; `after` is the code of the last one seen.
std::vector<Listed> list_forms(store::Connection& db, bool retired, bool drafts, const std::string& after, int most);
/// One of them. errors    not_found `form.not_found`
Result<Listed> get_form(store::Connection& db, const std::string& id);

/// What stands in the way of publishing a draft: its own problems, and those against the version before it.
std::vector<Problem> problems_of(store::Connection& db, const Version& draft);

// --- actions: each asks `edit_forms` and writes a line of the log ---------------------------------------------------

/// A new form with a draft of version 1, whatever id and version the definition came with.
/// errors    forbidden; invalid `form.bad_code`; conflict `form.exists`
Result<Version> create_form(access::Work& work, const std::string& id, Definition definition);
/// The next version as a draft, a copy of the newest.
/// errors    forbidden; not_found; conflict `form.draft_exists`
Result<Version> start_version(access::Work& work, const std::string& form);
/// Saves a draft. `edit_version` is the one that the editor saw.
/// errors    forbidden; not_found; conflict `form.published`, `edit.changed_meanwhile`; invalid `form.other_form` when the
///           definition says another id or version; too_large
Result<Version> save_draft(access::Work& work, int edit_version, Definition definition);
/// errors    those of save_draft
Done drop_draft(access::Work& work, const std::string& form, int version);
/// From then on the version never changes; the one in use before is retired. A form that was out of use is back.
/// errors    those of save_draft; invalid `form.has_problems` (params `count`)
Result<Version> publish(access::Work& work, const std::string& form, int version, int edit_version);
/// Takes a form out of use. What was answered stays readable.
/// errors    forbidden; not_found; conflict `form.not_published`
Done retire(access::Work& work, const std::string& form);

std::vector<store::Migration> schema();

}  // namespace homeward::forms
