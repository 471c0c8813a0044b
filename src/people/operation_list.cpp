#include "people/operations.h"

namespace homeward::people {
namespace {

// In the order of `record_from`.
constexpr std::string_view kColumns =
    "SELECT o.id, o.operation, o.stage, o.name, o.on_date, o.place, o.source, o.version, o.added_at IS NULL,"
    " EXISTS (SELECT 1 FROM persons p WHERE p.stage_id = o.id) OR EXISTS (SELECT 1 FROM families f WHERE f.stage_id = o.id)"
    " OR EXISTS (SELECT 1 FROM import_batches b WHERE b.stage_id = o.id) FROM operation_stages o WHERE o.state = $1";

OperationRecord record_from(const store::Row& row) {
    OperationRecord record;
    record.stage = {row.get<std::string>(0), row.get<std::string>(1), row.get<std::optional<int>>(2), row.get<std::string>(3),
                    row.get<std::optional<Date>>(4), row.get<std::string>(5), row.get<std::string>(6)};
    record.version = row.get<int>(7);
    record.shipped = row.get<bool>(8);
    record.in_use = row.get<bool>(9);
    return record;
}

}  // namespace

std::vector<OperationRecord> list_operations(store::Connection& db, std::string_view state) {
    std::vector<OperationRecord> records;
    // One that was added without a day stands by the day it was added, where its writer looks for it.
    for (const auto row : db.query(std::string(kColumns) + " ORDER BY coalesce(o.on_date, substr(o.added_at, 1, 10), '') DESC, o.id", state)) {
        records.push_back(record_from(row));
    }
    return records;
}

Result<OperationRecord> get_operation(store::Connection& db, std::string_view state, std::string_view id) {
    auto query = db.query(std::string(kColumns) + " AND o.id = $2", state, id);
    if (!query.next()) return not_found("operation.not_found");
    return record_from(query.row());
}

std::vector<OperationVersion> operation_versions(store::Connection& db, std::string_view id) {
    std::vector<OperationVersion> versions;
    for (const auto row : db.query("SELECT v.version, v.content, coalesce(a.name, v.changed_by), v.changed_at FROM operation_stage_versions v"
                                   " LEFT JOIN accounts a ON a.id = v.changed_by WHERE v.stage_id = $1 ORDER BY v.version DESC", id)) {
        versions.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Instant>(3)});
    }
    return versions;
}

bool stage_stands(store::Connection& db, const Register& reg, std::string_view id) {
    return db.query("SELECT 1 FROM operation_stages WHERE id = $1 AND state = $2", id, reg.state()).next();
}

}  // namespace homeward::people
