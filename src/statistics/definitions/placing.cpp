#include "statistics/definitions/placing.h"

#include <algorithm>
#include <unordered_set>

namespace homeward::statistics {
namespace {

std::uint64_t known_as(std::uint64_t key, std::int32_t slot, std::uint64_t kind) {
    return key != 0 ? key : fingerprint_of(static_cast<std::uint64_t>(slot) + (kind << 32));
}

std::uint64_t family_of(const PersonFact& fact) { return fact.family_slot < 0 ? 0 : known_as(fact.family_key, fact.family_slot, 2); }

Error out_of_range(const PersonFact& fact, const std::string& indicator = {}) {
    std::map<std::string, std::string> params{{"person_slot", std::to_string(fact.person_slot)}};
    if (!indicator.empty()) params["indicator"] = indicator;
    return invalid("statistics.fact_out_of_range", {}, std::move(params));
}

bool in_range(const PersonFact& fact, const Classifications& classifications) {
    return fact.operation >= 0 && fact.operation < static_cast<int>(classifications.operations.size()) && fact.region >= -1 &&
           fact.region < static_cast<int>(classifications.regions.size()) &&
           static_cast<int>(fact.sex) < static_cast<int>(sex_dimension().categories.size()) && fact.age_years >= -1;
}

Result<std::vector<Counted>> persons_of(const std::vector<PersonFact>& facts, const Catalogue& catalogue, const Classifications& classifications,
                                        Date reference_date) {
    std::unordered_set<std::int32_t> seen;
    seen.reserve(facts.size());
    std::vector<Counted> persons;
    for (const auto& fact : facts) {
        if (!seen.insert(fact.person_slot).second) return invalid("statistics.fact_repeated", {}, {{"person_slot", std::to_string(fact.person_slot)}});
        if (!in_range(fact, classifications)) return out_of_range(fact);
        for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) {
            const Indicator& indicator = catalogue.indicators[i];
            if (indicator.has_outcome() && fact.answer(i) != kNotConcerned && !outcome_of(indicator, fact.answer(i))) return out_of_range(fact, indicator.key);
        }
        if (fact.arrived_on > reference_date) continue;
        persons.push_back({known_as(fact.key, fact.person_slot, 1), family_of(fact), fact.operation, fact.region, fact.sex, fact.age_years, fact.answers});
        persons.back().answers.resize(catalogue.indicators.size(), kNothingKnown);
    }
    return persons;
}

/// Families of persons, in the order of their fingerprints.
std::vector<Counted> families_of(const std::vector<Counted>& persons) {
    std::vector<const Counted*> members;
    for (const auto& person : persons) if (person.family != 0) members.push_back(&person);
    std::ranges::sort(members, {}, [](const Counted* member) { return std::pair(member->family, member->operation); });
    std::vector<Counted> families;
    for (const auto* member : members) {
        if (families.empty() || families.back().fingerprint != member->family) {
            Counted family;
            family.fingerprint = member->family;
            family.family = member->family;
            family.operation = member->operation;
            family.answers = member->answers;
            families.push_back(std::move(family));
            continue;
        }
        auto& answers = families.back().answers;
        for (std::size_t i = 0; i < answers.size(); ++i) answers[i] = std::max(answers[i], member->answers[i]);
    }
    return families;
}

}  // namespace

std::optional<int> outcome_of(const Indicator& indicator, std::int32_t answer) {
    if (indicator.measure == Measure::happened) {
        if (answer == kNothingKnown) return 1;
        return answer == 0 || answer == 1 ? std::optional(1 - answer) : std::nullopt;
    }
    const auto known = indicator.categories.size() + indicator.bands.size();
    if (answer == kNothingKnown) return indicator.none.empty() ? std::nullopt : std::optional(static_cast<int>(known));
    if (answer < 0) return std::nullopt;
    if (indicator.bands.empty()) return answer < static_cast<int>(known) ? std::optional(answer) : std::nullopt;
    for (std::size_t b = indicator.bands.size(); b-- > 0;) {
        if (indicator.bands[b].from <= answer) return static_cast<int>(b);
    }
    return std::nullopt;
}

Result<Arrived> arrived_by(const std::vector<PersonFact>& facts, const Catalogue& catalogue, const Classifications& classifications, Date reference_date) {
    Arrived arrived;
    arrived.persons = TRY(persons_of(facts, catalogue, classifications, reference_date));
    arrived.families = families_of(arrived.persons);
    return arrived;
}

Result<Placing> Placing::of(std::size_t indicator, const std::vector<std::string>& crossing, const Catalogue& catalogue,
                            const Classifications& classifications) {
    Placing placing;
    placing.at_ = indicator;
    placing.indicator_ = catalogue.indicators[indicator];
    placing.population_ = catalogue.population(placing.indicator_.population);
    placing.regions_ = static_cast<int>(classifications.regions.size());
    const auto bad = [&](const std::string& key) { return invalid("statistics.bad_crossing", placing.indicator_.key, {{"classification", key}}); };
    // A population that begins within an age band would tell by difference who is just outside it.
    if (!age_dimension_of(placing.population_)) return bad("age_band");
    placing.first_band_ = placing.population_.every_age() ? 0 : age_band_of(placing.population_.age_from);
    for (const auto& key : crossing) {
        const auto field = field_of(key);
        if (!field || std::ranges::find(placing.indicator_.may_cross, key) == placing.indicator_.may_cross.end()) return bad(key);
        auto dimension = placing.dimension_of(*field, classifications);
        if (!dimension) return bad(key);
        placing.dimensions_.push_back(std::move(*dimension));
        placing.fields_.push_back(*field);
    }
    if (placing.indicator_.has_outcome()) placing.dimensions_.push_back(outcome_dimension(placing.indicator_));
    return placing;
}

std::optional<Placing::Field> Placing::field_of(const std::string& key) {
    if (key == "operation") return Field::operation;
    if (key == "sex") return Field::sex;
    if (key == "age_band") return Field::age_band;
    if (key == "region") return Field::region;
    return std::nullopt;
}

std::optional<Dimension> Placing::dimension_of(Field field, const Classifications& classifications) const {
    switch (field) {
        case Field::operation: return Dimension{"operation", classifications.operations};
        case Field::sex: return sex_dimension();
        case Field::age_band: return age_dimension_of(population_);
        case Field::region: break;
    }
    Dimension regions{"region", classifications.regions};
    regions.categories.emplace_back("unknown");
    return regions;
}

bool Placing::includes(const Counted& one) const {
    if (!population_.source.empty() && one.answers[at_] == kNotConcerned) return false;
    if (population_.every_age()) return true;
    // Nobody of unknown age is known to be a child, or an adult.
    return one.age_years >= 0 && one.age_years >= population_.age_from && (!population_.age_before || one.age_years < *population_.age_before);
}

int Placing::category(Field field, const Counted& one) const {
    switch (field) {
        case Field::operation: return one.operation;
        case Field::sex: return static_cast<int>(one.sex);
        case Field::age_band: return age_band_of(one.age_years) - first_band_;
        case Field::region: return one.region < 0 ? regions_ : one.region;
    }
    return 0;
}

bool Placing::place(const Counted& one, std::vector<int>& at) const {
    if (!includes(one)) return false;
    at.resize(dimensions_.size());
    for (std::size_t d = 0; d < fields_.size(); ++d) at[d] = category(fields_[d], one);
    if (!indicator_.has_outcome()) return true;
    const auto outcome = outcome_of(indicator_, one.answers[at_]);
    if (outcome) at.back() = *outcome;
    return outcome.has_value();
}

}  // namespace homeward::statistics
