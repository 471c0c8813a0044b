#include "people/operations.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "people/operation_code.h"
#include "people/reference.h"

namespace homeward::people {
namespace {

using access::Permission;
using access::Work;

/// What a version keeps.
struct Kept {
    std::string operation;
    std::optional<int> stage;
    std::string name;
    std::optional<Date> on_date;
    std::string place, source;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (operation, stage, name, on_date, place, source))

constexpr std::size_t kLongestName = 100, kLongestPlace = 200, kLongestSource = 500;
constexpr int kFirstYear = 2019, kDaysAhead = 366, kLastStage = 99;
/// The report builder's category for everybody else.
constexpr std::string_view kReserved = "not_by_operation";

Result<std::string> text_of(std::string_view text, bool required, std::size_t longest, const std::string& field) {
    const auto trimmed = trim(text);
    const bool written = std::ranges::none_of(trimmed, [](unsigned char sign) { return sign < ' ' && sign != '\n'; });
    if (!written || (required && trimmed.empty()) || length_of(trimmed) > longest) return invalid("operation." + field, field, {{"most", std::to_string(longest)}});
    return std::string(trimmed);
}

/// The code of the operation that an entry belongs to.
Result<std::string> code_of(const OperationEntry& entry, const std::vector<OperationStage>& others, std::string_view own) {
    if (!entry.operation.empty()) {
        const bool there = entry.operation == own || std::ranges::find(others, entry.operation, &OperationStage::operation) != others.end();
        if (!there) return invalid("operation.operation", "operation");
        return entry.operation;
    }
    const std::string name = TRY(text_of(entry.operation_name, true, kLongestName, "operation_name"));
    const std::string code = operation_code(name), key = spelling_key(name);
    if (code.empty() || code == kReserved) return invalid("operation.operation_name", "operation_name", {{"most", std::to_string(kLongestName)}});
    const bool known = std::ranges::any_of(others, [&](const auto& other) {
        return other.operation == code || spelling_key(other.operation) == key || (!other.stage && spelling_key(other.name) == key);
    });
    if (known) return invalid("operation.operation_exists", "operation_name");
    return code;
}

Done check_date(std::optional<Date> on_date, Date today) {
    if (on_date && on_date->year < kFirstYear) return invalid("operation.date_early", "on_date");
    if (on_date && today.plus_days(kDaysAhead) < *on_date) return invalid("operation.date_late", "on_date");
    return {};
}

/// The stage that an entry describes, without its id.
///
/// others    all of the State but the one that is corrected
/// own       the operation of that one, which may have no other stage
Result<OperationStage> checked(const OperationEntry& entry, const std::vector<OperationStage>& others, std::string_view own, Date today) {
    OperationStage stage;
    stage.operation = TRY(code_of(entry, others, own));
    if (entry.stage && (*entry.stage < 1 || *entry.stage > kLastStage)) return invalid("operation.stage", "stage");
    stage.stage = entry.stage;
    if (stage.stage && std::ranges::any_of(others, [&](const auto& other) { return other.operation == stage.operation && other.stage == stage.stage; })) {
        return invalid("operation.stage_taken", "stage");
    }
    stage.name = TRY(text_of(entry.name, true, kLongestName, "name"));
    const std::string key = spelling_key(stage.name);
    if (key.empty()) return invalid("operation.name", "name", {{"most", std::to_string(kLongestName)}});
    if (std::ranges::any_of(others, [&](const auto& other) { return spelling_key(other.name) == key; })) return invalid("operation.name_taken", "name");
    TRY(check_date(entry.on_date, today));
    stage.on_date = entry.on_date;
    stage.place = TRY(text_of(entry.place, false, kLongestPlace, "place"));
    stage.source = TRY(text_of(entry.source, true, kLongestSource, "source"));
    return stage;
}

/// Ids are unique over all States.
std::string id_for(Work& work, const Register& reg, const OperationStage& stage, std::string_view own) {
    return stage_id_of(reg.state(), stage.operation, stage.stage, stage.on_date, [&](const std::string& id) {
        return id != own && work.db.query("SELECT 1 FROM operation_stages WHERE id = $1", id).next();
    });
}

void keep_version(Work& work, const OperationStage& stage, int version) {
    const Kept kept{stage.operation, stage.stage, stage.name, stage.on_date, stage.place, stage.source};
    work.db.run("INSERT INTO operation_stage_versions (stage_id, version, content, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)", stage.id, version,
                json::write(kept), work.actor.log_name(), work.now);
}

/// The list as this transaction leaves it. Of several that commit together the last one told has all.
void tell(Work& work, Register& reg) {
    work.after_commit([&reg, stages = stages_of(work.db, reg.state())]() mutable { reg.set_stages(std::move(stages)); });
}

}  // namespace

Result<std::string> add_operation(Work& work, Register& reg, const OperationEntry& entry) {
    TRY(access::require(work.actor, Permission::import_arrivals));
    const auto others = stages_of(work.db, reg.state());
    if (others.size() >= most_operations) return conflict("operation.full", {{"most", std::to_string(most_operations)}});
    OperationStage stage = TRY(checked(entry, others, {}, work.latest_today()));
    stage.id = id_for(work, reg, stage, {});
    work.db.run("INSERT INTO operation_stages (id, state, operation, stage, name, on_date, place, source, version, added_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)", stage.id, reg.state(), stage.operation, stage.stage, stage.name, stage.on_date,
                stage.place, stage.source, work.now);
    keep_version(work, stage, 1);
    work.record({"operation.added", "operation_stage", stage.id});
    tell(work, reg);
    return stage.id;
}

Result<std::string> correct_operation(Work& work, Register& reg, std::string_view id, int version, const OperationEntry& entry) {
    TRY(access::require(work.actor, Permission::import_arrivals));
    const OperationRecord record = TRY(get_operation(work.db, reg.state(), id));
    if (record.shipped) return conflict("operation.shipped");
    if (record.in_use) return conflict("operation.in_use");
    if (record.version != version) return conflict("edit.changed_meanwhile");
    auto others = stages_of(work.db, reg.state());
    std::erase_if(others, [&](const auto& other) { return other.id == id; });
    OperationStage stage = TRY(checked(entry, others, record.stage.operation, work.latest_today()));
    stage.id = id_for(work, reg, stage, id);
    work.db.run("UPDATE operation_stages SET id = $2, operation = $3, stage = $4, name = $5, on_date = $6, place = $7, source = $8, version = $9"
                " WHERE id = $1", id, stage.id, stage.operation, stage.stage, stage.name, stage.on_date, stage.place, stage.source, version + 1);
    keep_version(work, stage, version + 1);
    work.record({"operation.corrected", "operation_stage", stage.id, {}, {{"version", std::to_string(version + 1)}, {"was", std::string(id)}}});
    tell(work, reg);
    return stage.id;
}

}  // namespace homeward::people
