#pragma once
// The history of a person's record, field by field: who changed what and when, from what to what.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/result.h"

namespace homeward::history {

struct ChangeTag;
using ChangeId = Id<ChangeTag>;

/// A thing's fields as words or codes, by field code; what has no value is left out or empty.
using Fields = std::map<std::string, std::string>;

/// Which part of a record a change belongs to, and so who may read it: the record at large; what a psychologist wrote;
/// loans and equipment, which live apart from psychosocial files.
enum class Compartment { record, psychosocial, grants };

/// What was changed: a thing is a row of some table, `{"care_arrangement", id}`.
struct Thing {
    std::string_view kind;
    std::string id;
    Compartment compartment = Compartment::record;
};

/// Notes which fields of a thing differ, sealed under the person's key; nothing where none does. Called by every action
/// that changes what stands already, in its own transaction; `before` is empty when the thing was made.
/// errors    not_found `person.erased`
Done note(access::Work& work, const Uuid& person, const Thing& thing, const Fields& before, const Fields& after);

/// One field's change.
struct Change {
    ChangeId id;
    std::string thing;
    std::string thing_id;
    std::string field;
    std::string before;
    std::string after;
    access::AccountId by;
    Instant at;
};

/// The changes in a person's record, newest first. Whether the actor may read these compartments is the caller's question.
///
/// thing_id  of one thing alone; empty for all
/// before    the id of the last change seen; null from the newest on
/// most      at most so many
/// errors    not_found `person.erased`
Result<std::vector<Change>> changes_of(access::Work& work, const Uuid& person, std::span<const Compartment> compartments,
                                       std::string_view thing_id, std::optional<ChangeId> before, int most);

std::vector<store::Migration> schema();

}  // namespace homeward::history
