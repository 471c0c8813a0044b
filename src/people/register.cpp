#include "people/register.h"

#include <algorithm>

#include "identity/duplicate_index.h"
#include "people/arrival_person.h"
#include "people/reference.h"
#include "people/register_query.h"
#include "people/register_state.h"

namespace homeward::people {

namespace {

/// The rows that match from position `start` of the order on, and how many match in all.
RegisterPage page_of(const RegisterTable& table, const RegisterQuery& query, std::size_t start, std::size_t most) {
    RegisterPage page;
    const auto order = table.order();
    for (std::size_t i = query.everybody() ? start : 0; i < order.size(); ++i) {
        if (!query.matches(order[i])) continue;
        ++page.total;
        if (i < start || page.next) continue;
        if (page.items.size() < most) {
            page.items.push_back(table.item(order[i]));
        } else {
            page.next = page.items.back().id;
            if (query.everybody()) break;
        }
    }
    if (query.everybody()) page.total = order.size();
    return page;
}

}  // namespace

void Register::State::index(identity::Slot slot, const RegisterEntry& entry) {
    std::vector<std::string> whole;
    for (const auto& name : entry.names) whole.push_back(people::display_name(name));
    names.add(slot, whole);
    lookalikes.add(slot, {entry.names, entry.sex, entry.born_on}, entry.document_numbers);
}

Register::Register(std::string state) : state_(std::make_unique<State>()) { state_->code = std::move(state); }
Register::~Register() = default;

const std::string& Register::state() const { return state_->code; }
OperationStages Register::stages() const { return state_->reference.stages(); }
std::optional<OperationStage> Register::find_stage(std::string_view id) const {
    const auto all = stages();
    const auto* stage = all.find(id);
    return stage ? std::optional(*stage) : std::nullopt;
}
const std::vector<Region>& Register::regions() const { return state_->reference.regions(); }
bool Register::has_region(std::string_view id) const { return state_->reference.has_region(id); }
std::optional<std::string> Register::region_as_written(std::string_view text) const {
    return state_->reference.region_as_written(text);
}

Result<RegisterPage> Register::page(const access::Actor& actor, const RegisterFilter& filter, std::optional<PersonId> after,
                                    int limit, Date today) const {
    const auto reach = TRY(access::require(actor, access::Permission::list_register));
    const auto lock = state_->mutex.read();
    const auto& table = state_->table;
    const RegisterQuery query(table, state_->names, state_->lookalikes, stages(), actor, reach, filter, today);

    std::size_t start = 0;
    if (after) {
        const auto slot = table.find(*after);
        // A cursor on somebody out of reach would tell where that name stands.
        const RegisterQuery in_reach(table, state_->names, state_->lookalikes, stages(), actor, reach, {}, today);
        if (!slot || !in_reach.matches(*slot)) return invalid("register.cursor", "cursor");
        start = table.order().size() - table.order_after(*slot).size();
    }
    return page_of(table, query, start, static_cast<std::size_t>(std::clamp(limit, 1, 200)));
}

Result<std::vector<PersonId>> Register::ids_for_export(const access::Actor& actor, const RegisterFilter& filter, Date today) const {
    const auto reach = TRY(access::require(actor, access::Permission::export_register));
    const auto lock = state_->mutex.read();
    const RegisterQuery query(state_->table, state_->names, state_->lookalikes, stages(), actor, reach, filter, today);
    std::vector<PersonId> ids;
    for (const auto slot : state_->table.order()) {
        if (query.matches(slot)) ids.push_back(state_->table.record(slot).id);
    }
    return ids;
}

std::string Register::display_name(PersonId id) const {
    const auto lock = state_->mutex.read();
    const auto slot = state_->table.find(id);
    return slot ? state_->table.main_name(*slot) : std::string();
}

std::optional<RegisterItem> Register::find(PersonId id) const {
    const auto lock = state_->mutex.read();
    const auto slot = state_->table.find(id);
    if (!slot || !state_->table.record(*slot).listed) return std::nullopt;
    return state_->table.item(*slot);
}

std::optional<RegisterEntry> Register::entry(PersonId id) const {
    const auto lock = state_->mutex.read();
    const auto& table = state_->table;
    const auto slot = table.find(id);
    if (!slot || !table.record(*slot).listed) return std::nullopt;
    const auto& row = table.record(*slot);
    const auto item = table.item(*slot);
    return RegisterEntry{id, item.code, table.names(*slot), table.documents(*slot), row.sex, row.born_on(), item.stage_id,
                         row.arrived_on(), item.region, item.family_id, item.assigned_to, row.step};
}

std::vector<RegisterItem> Register::family(FamilyId id) const {
    const auto lock = state_->mutex.read();
    std::vector<RegisterItem> members;
    const auto number = state_->table.families.find(id);
    if (!number || *number == 0) return members;
    for (const auto slot : state_->table.order()) {
        if (state_->table.record(slot).family == *number) members.push_back(state_->table.item(slot));
    }
    return members;
}

std::size_t Register::size() const {
    const auto lock = state_->mutex.read();
    return state_->table.size();
}

std::size_t Register::memory_bytes() const {
    const auto lock = state_->mutex.read();
    return state_->table.memory_bytes() + state_->names.memory_bytes() + state_->lookalikes.memory_bytes();
}

void Register::each(const std::function<void(const PersonFacts&)>& use) const {
    const auto lock = state_->mutex.read();
    const auto& table = state_->table;
    const auto all = stages();
    for (const auto slot : table.order()) {
        const auto* stage = all.find(table.stages.value(table.record(slot).stage));
        use(table.facts(slot, stage ? std::string_view(stage->operation) : std::string_view()));
    }
}

std::vector<Lookalike> Register::lookalikes(const identity::Description& person, const std::vector<std::string>& document_numbers,
                                            std::size_t most) const {
    const auto lock = state_->mutex.read();
    const auto& table = state_->table;
    std::vector<Lookalike> found;
    for (const auto slot : state_->lookalikes.candidates(person, document_numbers)) {
        const auto& row = table.record(slot);
        if (!row.listed) continue;
        const auto ties = ties_of(document_numbers, table.documents(slot));
        if (identity::ruled_out(person, {{}, row.sex, row.born_on()}, ties)) continue;
        auto verdict = identity::compare(person, {table.names(slot), row.sex, row.born_on()}, ties);
        if (verdict.likelihood != identity::Likelihood::different) found.push_back({row.id, std::move(verdict)});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.verdict.score != b.verdict.score ? a.verdict.score > b.verdict.score : a.id < b.id;
    });
    if (found.size() > most) found.resize(most);
    return found;
}

void Register::set_stages(std::vector<OperationStage> stages) { state_->reference.set_stages(OperationStages(std::move(stages))); }

void Register::put(RegisterEntry entry) {
    const auto row = RegisterTable::prepare(std::move(entry));
    const auto lock = state_->mutex.write();
    state_->index(state_->table.put(row), row.entry);
}

void Register::put(std::vector<RegisterEntry> entries) {
    std::vector<RegisterTable::Prepared> rows;
    rows.reserve(entries.size());
    for (auto& entry : entries) rows.push_back(RegisterTable::prepare(std::move(entry)));
    const auto lock = state_->mutex.write();
    std::vector<identity::Slot> added;
    for (const auto& row : rows) {
        if (state_->table.find(row.entry.id)) {
            state_->index(state_->table.put(row), row.entry);
        } else {
            added.push_back(state_->table.append(row));
            state_->index(added.back(), row.entry);
        }
    }
    state_->table.merge(std::move(added));
}

void Register::set_step(PersonId id, CaseStep step) {
    const auto lock = state_->mutex.write();
    if (const auto slot = state_->table.find(id)) state_->table.record(*slot).step = step;
}

void Register::set_assigned(PersonId id, std::optional<access::AccountId> account) {
    const auto lock = state_->mutex.write();
    const auto slot = state_->table.find(id);
    if (!slot) return;
    state_->table.record(*slot).worker = static_cast<std::uint16_t>(state_->table.workers.number_of(account.value_or(access::AccountId{})));
}

void Register::remove(PersonId id) {
    const auto lock = state_->mutex.write();
    const auto slot = state_->table.find(id);
    if (!slot) return;
    state_->table.unlist(*slot);
    state_->names.remove(*slot);
    state_->lookalikes.remove(*slot);
}

}  // namespace homeward::people
