#pragma once
// Operations that a State adds itself: its next flight, before the list of who came with it is read.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/result.h"
#include "people/register.h"

namespace homeward::people {

/// So many a State may have, those that come with the program among them: each is a row of every annual return.
inline constexpr std::size_t most_operations = 60;

/// An operation, or a stage of one, as a coordinator writes it.
///
/// operation       code of one that is there, `mehr`; empty: a new one
/// operation_name  of a new one, in any script; its code is made of it
/// stage           1 to 99; empty: not broken down into stages
/// name            as the State calls it, at most 100 characters; no other may be called so, in whatever spelling
/// on_date         2019, the year of the first operations, to a year from now
/// place           from where or to where; may be empty; at most 200 characters
/// source          who decided, or where it is written; at most 500 characters
struct OperationEntry {
    std::string operation;
    std::string operation_name;
    std::optional<int> stage;
    std::string name;
    std::optional<Date> on_date;
    std::string place;
    std::string source;
};

/// Adds it, and tells the register once that stands.
///
/// returns   its id, `uz-mehr-6`, made of State, operation and stage; by it the annual return counts
/// errors    forbidden without import_arrivals; conflict `operation.full`; invalid `operation.operation`,
///           `operation.operation_name`, `operation.operation_exists`, `operation.stage`, `operation.stage_taken`,
///           `operation.name`, `operation.name_taken`, `operation.date_early`, `operation.date_late`, `operation.place`,
///           `operation.source`
Result<std::string> add_operation(access::Work& work, Register& reg, const OperationEntry& entry);

/// Corrects one that was added and that nobody arrived with yet. Another operation or stage number gives another id.
///
/// version   the one that was seen
/// returns   its id from now on
/// errors    those of add_operation; not_found `operation.not_found`; conflict `operation.shipped`, `operation.in_use`,
///           `edit.changed_meanwhile`
Result<std::string> correct_operation(access::Work& work, Register& reg, std::string_view id, int version, const OperationEntry& entry);

/// A stage, and what may become of it.
///
/// shipped   came with the program, from public sources
/// in_use    people, families or lists hang on it
struct OperationRecord {
    OperationStage stage;
    bool shipped = true;
    bool in_use = false;
    int version = 1;

    bool may_be_corrected() const { return !shipped && !in_use; }
};

/// All of the State, the newest first; an added one without a date by the day it was added, others without a date last.
std::vector<OperationRecord> list_operations(store::Connection& db, std::string_view state);
/// errors    not_found `operation.not_found`, for another State's too
Result<OperationRecord> get_operation(store::Connection& db, std::string_view state, std::string_view id);

/// One save of an added operation.
struct OperationVersion {
    int version = 1;
    std::string content;     ///< JSON: operation, stage, name, on_date, place, source
    std::string changed_by;  ///< the name of a member of staff, or of a program
    Instant changed_at;
};
/// Newest first; none for those that came with the program.
std::vector<OperationVersion> operation_versions(store::Connection& db, std::string_view id);

/// Whether this State has the stage, asked within the transaction: a correction that commits with it may have given it another id.
bool stage_stands(store::Connection& db, const Register& reg, std::string_view id);

}  // namespace homeward::people
