#include "node/facts.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace homeward::apps {
namespace {

using people::FamilyId;
using people::PersonId;
using statistics::Outcome;
using statistics::PersonFact;

struct Delivers {
    std::string_view service;
    Outcome outcome;
};
// Which delivered services of the catalogue count for which outcome. The others, such as legal aid, have no indicator.
constexpr std::array<Delivers, 10> kOutcomes{{
    {"school_enrolment", Outcome::in_school},
    {"family_reunification", Outcome::reunited_with_family},
    {"housing", Outcome::housed},
    {"medical_care", Outcome::health_care},
    {"psychosocial_support", Outcome::psychosocial_support},
    {"family_counselling", Outcome::psychosocial_support},
    {"vocational_training", Outcome::trained},
    {"low_interest_loan", Outcome::grant_or_loan},
    {"business_equipment", Outcome::grant_or_loan},
    {"job_placement", Outcome::employed},
}};

/// The first day that counts for each outcome; nothing where all days up to the reference date do.
using Beginnings = std::array<std::optional<Date>, statistics::outcome_count>;

Beginnings beginnings_of(const statistics::Catalogue& catalogue, Date reference_date) {
    Beginnings beginnings;
    for (const auto& indicator : catalogue.indicators) {
        if (!indicator.outcome || indicator.period != statistics::Period::year) continue;
        beginnings[static_cast<std::size_t>(*indicator.outcome)] = Date{reference_date.year, 1, 1};
    }
    return beginnings;
}

class Gathering {
public:
    Gathering(const people::Register& people, const statistics::Catalogue& catalogue, Date reference_date)
        : stages_(people.stages()), beginnings_(beginnings_of(catalogue, reference_date)), reference_date_(reference_date) {
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
        if (person.family_id) fact.family_slot = families_.try_emplace(*person.family_id, static_cast<std::int32_t>(families_.size())).first->second;
        fact.operation = operation_of(person.stage_id);
        if (const auto region = regions_.find(person.region); region != regions_.end()) fact.region = region->second;
        fact.sex = sex_of(person.sex);
        if (person.born_on) fact.age_years = static_cast<std::int16_t>(age_on(*person.born_on, reference_date_));
        slots_.emplace(person.id, fact.person_slot);
        facts_.persons.push_back(fact);
    }

    /// People who are no longer in the register, such as erased ones, count nowhere.
    void reach(PersonId person, Outcome outcome, Date on) {
        const auto& beginning = beginnings_[static_cast<std::size_t>(outcome)];
        if (reference_date_ < on || (beginning && on < *beginning)) return;
        const auto slot = slots_.find(person);
        if (slot != slots_.end()) facts_.persons[static_cast<std::size_t>(slot->second)].set(outcome);
    }

    statistics::Facts gathered() { return std::move(facts_); }

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
    Beginnings beginnings_;
    Date reference_date_;
    statistics::Facts facts_;
    std::unordered_map<std::string_view, std::int16_t> operations_, regions_;  // texts of `stages_` and of the register, which outlives this
    std::unordered_map<PersonId, std::int32_t> slots_;
    std::unordered_map<FamilyId, std::int32_t> families_;
};

std::optional<Outcome> outcome_of(std::string_view service) {
    for (const auto& each : kOutcomes) {
        if (each.service == service) return each.outcome;
    }
    return std::nullopt;
}

}  // namespace

statistics::Facts gather_facts(access::Work& work, const people::Register& people, const statistics::Catalogue& catalogue, Date reference_date) {
    Gathering gathering(people, catalogue, reference_date);
    people.each([&](const people::PersonFacts& person) { gathering.add(person); });
    for (const auto row : work.db.query("SELECT person_id, restored_on FROM document_facts WHERE restored_on <= $1", reference_date)) {
        gathering.reach(row.get<PersonId>(0), Outcome::documents_restored, row.get<Date>(1));
    }
    for (const auto row : work.db.query("SELECT person_id, delivered_on, service FROM service_facts WHERE delivered_on <= $1", reference_date)) {
        if (const auto outcome = outcome_of(row.text(2))) gathering.reach(row.get<PersonId>(0), *outcome, row.get<Date>(1));
    }
    return gathering.gathered();
}

}  // namespace homeward::apps
