#include "node/facts.h"

#include <sodium.h>

#include <array>
#include <cstring>
#include <string_view>
#include <unordered_map>

#include "node/answers.h"

namespace homeward::apps {
namespace {

using access::Work;
using people::FamilyId;
using people::PersonId;
using statistics::PersonFact;

/// A number for an id that is the same in every counting of this State, and tells nobody else anything.
std::uint64_t key_of(const vault::Secret& key, const Uuid& id) {
    std::uint64_t number = 0;
    std::array<std::uint8_t, 16> hash{};  // the shortest that libsodium makes
    crypto_generichash(hash.data(), hash.size(), id.data(), id.size(), key.bytes.data(), key.bytes.size());
    std::memcpy(&number, hash.data(), sizeof number);
    return number == 0 ? 1 : number;
}

class Gathering {
public:
    Gathering(const people::Register& people, const vault::Secret& key, Date reference_date)
        : stages_(people.stages()), key_(key), reference_date_(reference_date) {
        for (const auto& stage : stages_) {
            // What came later is no part of that year.
            if (stage.on_date && reference_date < *stage.on_date) continue;
            operations_.emplace(stage.id, add_operation(stage.id));
        }
        // A State to which no operation returned anybody has a table too.
        if (facts_.classifications.operations.empty()) operations_.emplace(kNotByOperation, add_operation(kNotByOperation));
        for (const auto& region : people.regions()) {
            regions_.emplace(region.id, static_cast<std::int16_t>(facts_.classifications.regions.size()));
            facts_.classifications.regions.push_back(region.id);
        }
        facts_.persons.reserve(people.size());
        slots_.reserve(people.size());
    }

    /// Who arrived after the reference date counts nowhere.
    void add(const people::PersonFacts& person) {
        PersonFact fact;
        fact.arrived_on = arrival_of(person);
        if (reference_date_ < fact.arrived_on) return;
        fact.person_slot = static_cast<std::int32_t>(facts_.persons.size());
        fact.key = key_of(key_, person.id.uuid);
        if (person.family_id) {
            fact.family_slot = families_.try_emplace(*person.family_id, static_cast<std::int32_t>(families_.size())).first->second;
            fact.family_key = key_of(key_, person.family_id->uuid);
        }
        fact.operation = operation_of(person.stage_id);
        if (const auto region = regions_.find(person.region); region != regions_.end()) fact.region = region->second;
        fact.sex = sex_of(person.sex);
        if (person.born_on) fact.age_years = static_cast<std::int16_t>(age_on(*person.born_on, reference_date_));
        slots_.emplace(person.id, fact.person_slot);
        facts_.persons.push_back(fact);
    }

    statistics::Facts gathered(Work& work, const statistics::Catalogue& catalogue) {
        // People who are no longer in the register, such as erased ones, count nowhere.
        fill_answers(work, catalogue, reference_date_, slots_, facts_.persons);
        return std::move(facts_);
    }

private:
    std::int16_t operation_of(std::string_view stage_id) {
        if (const auto stage = operations_.find(stage_id); stage != operations_.end()) return stage->second;
        // Somebody may have arrived before the day that a stage is noted with.
        const auto* stage = stages_.find(stage_id);
        const std::string_view category = stage ? std::string_view(stage->id) : kNotByOperation;
        const auto [found, fresh] = operations_.try_emplace(category);
        if (fresh) found->second = add_operation(category);
        return found->second;
    }

    std::int16_t add_operation(std::string_view category) {
        facts_.classifications.operations.emplace_back(category);
        return static_cast<std::int16_t>(facts_.classifications.operations.size() - 1);
    }

    static statistics::Sex sex_of(people::Sex sex) {
        switch (sex) {
            case people::Sex::female: return statistics::Sex::female;
            case people::Sex::male: return statistics::Sex::male;
            case people::Sex::unknown: break;
        }
        return statistics::Sex::unknown;
    }

    Date arrival_of(const people::PersonFacts& person) const {
        if (person.arrived_on) return *person.arrived_on;
        const auto* stage = stages_.find(person.stage_id);
        return stage && stage->on_date ? *stage->on_date : Date{};
    }

    people::OperationStages stages_;
    const vault::Secret& key_;
    Date reference_date_;
    statistics::Facts facts_;
    std::unordered_map<std::string_view, std::int16_t> operations_, regions_;  // texts of `stages_` and of the register, which outlives this
    std::unordered_map<PersonId, std::int32_t> slots_;
    std::unordered_map<FamilyId, std::int32_t> families_;
};

}  // namespace

vault::Secret facts_key(const vault::Secret& node_key) { return node_key.derive("factskey"); }

statistics::Facts gather_facts(Work& work, const people::Register& people, const vault::Secret& key, const statistics::Catalogue& catalogue,
                               Date reference_date) {
    Gathering gathering(people, key, reference_date);
    people.each([&](const people::PersonFacts& person) { gathering.add(person); });
    return gathering.gathered(work, catalogue);
}

}  // namespace homeward::apps
