#include <malloc.h>

#include <exception>
#include <thread>

#include "people/person_store.h"
#include "people/register_state.h"

namespace homeward::people {
namespace {

constexpr std::size_t kBatch = 500;

/// Half of the persons by id, so that two threads can unseal at once.
struct Part {
    std::string from;    ///< included
    std::string before;  ///< excluded
};

std::vector<Part> parts_of(store::Connection& db) {
    const auto middle = db.query("SELECT id FROM persons ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM persons)").value<std::string>();
    if (!middle) return {{"", "~"}};
    return {{"", *middle}, {*middle, "~"}};
}

/// A second query in step with the persons' one: both come ordered by person.
class InStep {
public:
    explicit InStep(store::Query query) : query_(std::move(query)) { more_ = query_.next(); }
    template <class Use>
    void rows_of(std::string_view person, const Use& use) {
        while (more_ && query_.row().text(0) < person) more_ = query_.next();
        for (; more_ && query_.row().text(0) == person; more_ = query_.next()) use(query_.row());
    }

private:
    store::Query query_;
    bool more_ = false;
};

RegisterEntry entry_from(const store::Row& row, const vault::PersonKey& key) {
    RegisterEntry entry;
    entry.id = row.get<PersonId>(0);
    entry.code = row.text(1);
    entry.sex = *sex_from(row.text(2));
    if (!row.is_null(3)) entry.born_on = PartialDate::parse(key.open({"persons", "born_on_sealed", entry.id.str()}, row.blob(3)));
    entry.stage_id = row.text(4);
    entry.arrived_on = row.get<std::optional<Date>>(5);
    entry.region = row.text(6);
    entry.family_id = row.get<std::optional<FamilyId>>(7);
    entry.assigned_to = row.get<std::optional<access::AccountId>>(8);
    return entry;
}

/// Those whose key was destroyed have no row in person_keys, and so do not come.
void unseal_part(store::Connection& db, const vault::Vault& vault, const Part& part,
                 const std::function<void(std::vector<RegisterTable::Prepared>&)>& use) {
    auto persons = db.query("SELECT p.id, p.code, p.sex, p.born_on_sealed, p.stage_id, p.arrived_on, p.region, p.family_id, "
                            "p.assigned_to, k.wrapped FROM persons p JOIN person_keys k ON k.person_id = p.id "
                            "WHERE p.id >= $1 AND p.id < $2 AND p.merged_into IS NULL ORDER BY p.id", part.from, part.before);
    InStep names(db.query("SELECT person_id, id, name_sealed FROM person_names WHERE person_id >= $1 AND person_id < $2 "
                          "ORDER BY person_id, position", part.from, part.before));
    InStep documents(db.query("SELECT person_id, id, number_sealed FROM person_documents WHERE person_id >= $1 AND person_id < $2 "
                              "ORDER BY person_id", part.from, part.before));
    std::vector<RegisterTable::Prepared> batch;
    for (const auto row : persons) {
        const auto uuid = row.get<PersonId>(0).uuid;
        const auto key = vault.unwrap(uuid, row.blob(9));
        RegisterEntry entry = entry_from(row, key);
        names.rows_of(row.text(0), [&](const store::Row& name) {
            entry.names.push_back(name_from_json(key.open({"person_names", "name_sealed", name.get<std::string>(1)}, name.blob(2))));
        });
        documents.rows_of(row.text(0), [&](const store::Row& document) {
            if (document.is_null(2)) return;
            entry.document_numbers.push_back(key.open({"person_documents", "number_sealed", document.get<std::string>(1)}, document.blob(2)));
        });
        batch.push_back(RegisterTable::prepare(std::move(entry)));
        if (batch.size() == kBatch) use(batch);
    }
    use(batch);
}

}  // namespace

void Register::load(store::Store& store, const vault::Vault& vault) {
    std::vector<Part> parts;
    store.read([&](store::Connection& db) {
        state_->reference.load(db, state_->code);
        const auto people = static_cast<std::size_t>(db.query("SELECT count(*) FROM persons").value<std::int64_t>().value_or(0));
        state_->table.reserve(people);
        state_->names.reserve(people);
        parts = parts_of(db);
    });
    const auto enter = [this](std::vector<RegisterTable::Prepared>& batch) {
        const auto lock = state_->mutex.write();
        for (const auto& row : batch) state_->index(state_->table.append(row), row.entry);
        batch.clear();
    };
    std::vector<std::exception_ptr> broken(parts.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        threads.emplace_back([&, i] {
            try {
                store.read([&](store::Connection& db) { unseal_part(db, vault, parts[i], enter); });
            } catch (...) {
                broken[i] = std::current_exception();
            }
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& each : broken) {
        if (each) std::rethrow_exception(each);
    }
    const auto lock = state_->mutex.write();
    state_->table.sort_all();
    malloc_trim(0);  // what the two threads worked with
}

}  // namespace homeward::people
