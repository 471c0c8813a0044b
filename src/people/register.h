#pragma once
// The register in memory: lists, filters and search without opening a sealed value or asking the database.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permission.h"
#include "base/date.h"
#include "base/result.h"
#include "people/operation_stage.h"
#include "people/person.h"
#include "store/migrate.h"
#include "store/store.h"
#include "vault/vault.h"

namespace homeward::people {

/// One person as the register knows one.
struct RegisterEntry {
    PersonId id;
    std::string code;
    std::vector<NameParts> names;  ///< the main one first
    std::vector<std::string> document_numbers;
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
    std::string stage_id;
    std::optional<Date> arrived_on;
    std::string region;
    std::optional<FamilyId> family_id;
    std::optional<access::AccountId> assigned_to;
    CaseStep step = CaseStep::none;
};

/// Full years: from `from` to `to`, both included.
struct AgeBand {
    int from = 0;
    int to = 200;
};

/// What a list is narrowed to; empty members narrow nothing.
struct RegisterFilter {
    std::string query;      ///< any part of any name, in any script; or a file code
    std::optional<CaseStep> step;
    std::string operation;  ///< `mehr`
    std::string stage_id;
    std::string region;
    std::optional<Sex> sex;
    std::optional<AgeBand> age;
    std::optional<access::AccountId> assigned_to;
    bool unassigned = false;
    std::optional<FamilyId> family_id;
};

/// A line of the list.
struct RegisterItem {
    PersonId id;
    std::string code;
    std::string name;
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
    std::string stage_id;
    std::string region;
    std::optional<FamilyId> family_id;
    std::optional<access::AccountId> assigned_to;
    CaseStep step = CaseStep::none;
};

/// total   persons that match and that the actor may list, on all pages
struct RegisterPage {
    std::vector<RegisterItem> items;
    std::optional<PersonId> next;  ///< the last person of the page when there is a further one
    std::size_t total = 0;
};

/// What may be counted of a person; names nobody. Valid during the call of `Register::each` only.
struct PersonFacts {
    PersonId id;
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
    std::string_view stage_id;
    std::string_view operation;
    std::string_view region;
    std::optional<Date> arrived_on;
    std::optional<FamilyId> family_id;
    std::optional<access::AccountId> assigned_to;
    CaseStep step = CaseStep::none;
};

/// A region of the State.
struct Region {
    std::string id;         ///< ISO 3166-2, `UZ-FA`
    std::string name_en;
    std::string name_ru;
    std::string name_own;   ///< in the State's language
};

/// Somebody who may be the person described.
struct Lookalike {
    PersonId id;
    identity::Verdict verdict;
};

/// All persons, in name order. Thread-safe; writers go first, so that lists under load do not hold up the store.
class Register {
public:
    /// state   two capitals, `UZ`: begins file codes, and chooses operations and regions
    explicit Register(std::string state);
    ~Register();
    Register(const Register&) = delete;

    /// Fills itself from the database; once, at start, before anybody writes. Two threads.
    void load(store::Store& store, const vault::Vault& vault);

    const std::string& state() const;
    /// Of this State, as they are now.
    OperationStages stages() const;
    std::optional<OperationStage> find_stage(std::string_view id) const;
    const std::vector<Region>& regions() const;
    bool has_region(std::string_view id) const;
    /// A region as people write it, in Russian, English or the State's language; nothing when not recognised.
    std::optional<std::string> region_as_written(std::string_view text) const;

    /// One page of what the actor may list, in name order.
    ///
    /// after    the `next` of the page before; empty for the first
    /// limit    persons, 1 to 200
    /// today    ages are counted on it
    /// errors   forbidden `access.not_allowed`; invalid `register.cursor` for a person the actor may not list
    Result<RegisterPage> page(const access::Actor& actor, const RegisterFilter& filter, std::optional<PersonId> after,
                              int limit, Date today) const;
    /// Ids of all that match, in name order, for an export.
    /// errors   as `page`, for export_register
    Result<std::vector<PersonId>> ids_for_export(const access::Actor& actor, const RegisterFilter& filter, Date today) const;

    /// Names of one person for lists of other areas; empty when not there.
    std::string display_name(PersonId id) const;
    std::optional<RegisterItem> find(PersonId id) const;
    /// All the register knows of one person; for those who compare and export.
    std::optional<RegisterEntry> entry(PersonId id) const;
    /// Members of a family, in name order.
    std::vector<RegisterItem> family(FamilyId id) const;
    std::size_t size() const;
    std::size_t memory_bytes() const;

    /// Calls `use` for every person, under the lock: keep it short, and do not call back.
    void each(const std::function<void(const PersonFacts&)>& use) const;

    /// Those who may be the person described, likeliest first.
    std::vector<Lookalike> lookalikes(const identity::Description& person, const std::vector<std::string>& document_numbers,
                                      std::size_t most = 5) const;

    // Called after commits.
    void set_stages(std::vector<OperationStage> stages);
    void put(RegisterEntry entry);
    void put(std::vector<RegisterEntry> entries);
    /// Casework calls this after a commit, and for every case at start.
    void set_step(PersonId id, CaseStep step);
    void set_assigned(PersonId id, std::optional<access::AccountId> account);
    /// Takes a person out of all lists; the merged ones.
    void remove(PersonId id);

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::vector<store::Migration> schema();

}  // namespace homeward::people
