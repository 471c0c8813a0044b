#pragma once

#include "access/work.h"
#include "people/import_pairs.h"
#include "people/register.h"

namespace homeward::people {

/// id         of the batch: importing twice under one id has one effect
/// sha256     of the file, hexadecimal
/// stage_id   the operation; empty for people who came on their own
/// again      the same file was imported before, and that is meant
struct ImportOrder {
    ImportBatchId id;
    std::string sha256;
    std::string stage_id;
    PairDecisions decisions;
    bool again = false;
};

/// rows        rows that describe a person
/// persons     persons made
/// joined      rows found to be one with another row or with somebody of the register
/// undecided   possible duplicates that wait for a decision
/// repeated    this batch had been imported before; nothing was done now
struct ImportResult {
    ImportBatchId batch;
    int rows = 0;
    int persons = 0;
    int joined = 0;
    int families = 0;
    int refused = 0;
    int undecided = 0;
    bool repeated = false;
};

/// Brings a list that was read into the register: persons, names, documents, families, open questions. All of it in
/// this transaction, or none.
///
/// errors    forbidden without import_arrivals; conflict `import.already_imported` (param `on`) unless `again`;
///           invalid `import.nothing_to_import`, `person.unknown_stage`, those of `groups_of`; of `create_person`, with
///           the row in param `row`
Result<ImportResult> commit_arrivals(access::Work& work, Register& reg, const ArrivalVerdict& verdict, const ImportOrder& order);

/// What an import did; nothing when there was none under this id.
std::optional<ImportResult> find_import(store::Connection& db, ImportBatchId id);

/// When and under which id this very file was imported last.
struct EarlierImport {
    ImportBatchId batch;
    Instant at;
};
std::optional<EarlierImport> find_earlier_import(store::Connection& db, const std::string& sha256);

}  // namespace homeward::people
