#include "statistics/definitions/count.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

namespace homeward::statistics {
namespace {

/// A number for someone in this counting; sums of them tell groups of people apart.
std::uint64_t fingerprint_of(std::int64_t slot, std::uint64_t kind) {
    std::uint64_t x = static_cast<std::uint64_t>(slot) + (kind << 32) + 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Who is counted in one cell or another: a person, or a family of persons.
struct Counted {
    std::uint64_t fingerprint = 0;
    std::int16_t operation = 0;
    std::int16_t region = -1;
    Sex sex = Sex::unknown;
    std::int16_t age_years = -1;
    std::uint16_t reached = 0;
};

enum class Field { operation, sex, age_band, region };

std::optional<Field> field_of(const std::string& key) {
    if (key == "operation") return Field::operation;
    if (key == "sex") return Field::sex;
    if (key == "age_band") return Field::age_band;
    if (key == "region") return Field::region;
    return std::nullopt;
}

/// One table while it is counted.
class Counter {
public:
    Counter(Table table, const Population& population, std::vector<Field> fields, std::optional<Outcome> outcome, int regions)
        : table_(std::move(table)), population_(population), fields_(std::move(fields)), outcome_(outcome), regions_(regions),
          first_band_(population.everyone() ? 0 : age_band_of(population.age_from)), at_(table_.dimensions.size()) {
        const std::size_t cells = cell_count(table_.dimensions);
        table_.counts.assign(cells, 0);
        table_.people.assign(cells, 0);
    }

    void add(const Counted& one) {
        if (!includes(one)) return;
        for (std::size_t d = 0; d < fields_.size(); ++d) at_[d] = category(fields_[d], one);
        if (outcome_) at_.back() = (one.reached >> static_cast<int>(*outcome_) & 1) != 0 ? 0 : 1;
        const std::size_t cell = cell_at(table_.dimensions, at_);
        ++table_.counts[cell];
        table_.people[cell] += one.fingerprint;
    }

    Table finished() {
        // Along one dimension after the other, so that each total is a sum over inner cells and totals before it.
        for (std::size_t d = 0; d < table_.dimensions.size(); ++d) add_totals(d);
        return std::move(table_);
    }

private:
    bool includes(const Counted& one) const {
        if (population_.everyone()) return true;
        return one.age_years >= population_.age_from && (!population_.age_before || one.age_years < *population_.age_before);
    }

    int category(Field field, const Counted& one) const {
        switch (field) {
            case Field::operation: return one.operation;
            case Field::sex: return static_cast<int>(one.sex);
            case Field::age_band: return age_band_of(one.age_years) - first_band_;
            case Field::region: return one.region < 0 ? regions_ : one.region;
        }
        return 0;
    }

    void add_totals(std::size_t d) {
        for (std::size_t cell = 0; cell < table_.counts.size(); ++cell) {
            std::vector<int> at = indices_of(table_.dimensions, cell);
            if (is_total(table_.dimensions, d, at[d])) continue;
            at[d] = static_cast<int>(table_.dimensions[d].categories.size());
            const std::size_t total = cell_at(table_.dimensions, at);
            table_.counts[total] += table_.counts[cell];
            table_.people[total] += table_.people[cell];
        }
    }

    Table table_;
    const Population& population_;
    std::vector<Field> fields_;
    std::optional<Outcome> outcome_;
    int regions_;
    int first_band_;
    std::vector<int> at_;
};

std::optional<Dimension> dimension_of(Field field, const Population& population, const Classifications& classifications) {
    switch (field) {
        case Field::operation: return Dimension{"operation", classifications.operations};
        case Field::sex: return sex_dimension();
        case Field::age_band: return age_dimension_of(population);
        case Field::region: break;
    }
    Dimension regions{"region", classifications.regions};
    regions.categories.emplace_back("unknown");
    return regions;
}

Result<Counter> counter_for(const Indicator& indicator, const std::vector<std::string>& crossing, const Catalogue& catalogue,
                            const Classifications& classifications) {
    const Population& population = catalogue.population(indicator.population);
    Table table;
    table.key = indicator.key;
    if (indicator.crossings.size() > 1) for (const auto& key : crossing) table.key += (&key == &crossing.front() ? "." : "_") + key;
    table.definition = {indicator.key, indicator.version};
    table.population = population.key;
    // A population that begins within an age band would tell by difference who is just outside it.
    if (!age_dimension_of(population)) return invalid("statistics.bad_crossing", indicator.key, {{"classification", "age_band"}});
    std::vector<Field> fields;
    for (const auto& key : crossing) {
        const auto field = field_of(key);
        // A family has no sex, no age and no region of its own.
        if (!field || (indicator.unit == Unit::families && field != Field::operation)) {
            return invalid("statistics.bad_crossing", indicator.key, {{"classification", key}});
        }
        auto dimension = dimension_of(*field, population, classifications);
        if (!dimension) return invalid("statistics.bad_crossing", indicator.key, {{"classification", key}});
        table.dimensions.push_back(std::move(*dimension));
        fields.push_back(*field);
    }
    if (indicator.outcome) {
        table.dimensions.push_back(outcome_dimension());
        table.dimensions.back().key += "." + indicator.key;
    }
    TRY(check_dimensions(table.key, table.dimensions));
    return Counter(std::move(table), population, std::move(fields), indicator.outcome, static_cast<int>(classifications.regions.size()));
}

Error out_of_range(const PersonFact& fact) {
    return invalid("statistics.fact_out_of_range", {}, {{"person_slot", std::to_string(fact.person_slot)}});
}

Result<std::vector<Counted>> persons_of(const std::vector<PersonFact>& facts, const Classifications& classifications, Date reference_date) {
    std::unordered_set<std::int32_t> seen;
    seen.reserve(facts.size());
    std::vector<Counted> persons;
    for (const auto& fact : facts) {
        if (!seen.insert(fact.person_slot).second) {
            return invalid("statistics.fact_repeated", {}, {{"person_slot", std::to_string(fact.person_slot)}});
        }
        const bool sound = fact.operation >= 0 && fact.operation < static_cast<int>(classifications.operations.size()) &&
                           fact.region >= -1 && fact.region < static_cast<int>(classifications.regions.size()) &&
                           static_cast<int>(fact.sex) < static_cast<int>(sex_dimension().categories.size()) && fact.age_years >= -1;
        if (!sound) return out_of_range(fact);
        if (fact.arrived_on > reference_date) continue;
        persons.push_back({fingerprint_of(fact.person_slot, 1), fact.operation, fact.region, fact.sex, fact.age_years, fact.reached});
    }
    return persons;
}

/// Families of those who had arrived, by rising slot.
std::vector<Counted> families_of(const std::vector<PersonFact>& facts, Date reference_date) {
    std::vector<std::pair<std::int32_t, Counted>> members;
    for (const auto& fact : facts) {
        if (fact.family_slot < 0 || fact.arrived_on > reference_date) continue;
        Counted family;
        family.fingerprint = fingerprint_of(fact.family_slot, 2);
        family.operation = fact.operation;
        family.reached = fact.reached;
        members.emplace_back(fact.family_slot, family);
    }
    std::ranges::sort(members, {}, [](const auto& member) { return std::pair(member.first, member.second.operation); });
    std::vector<Counted> families;
    std::optional<std::int32_t> last;
    for (const auto& [slot, member] : members) {
        if (last != slot) families.push_back(member);
        families.back().reached |= member.reached;
        last = slot;
    }
    return families;
}

}  // namespace

Result<TableSet> count(const std::vector<PersonFact>& facts, const Catalogue& catalogue,
                       const Classifications& classifications, Date reference_date) {
    const std::vector<Counted> persons = TRY(persons_of(facts, classifications, reference_date));
    const std::vector<Counted> families = families_of(facts, reference_date);
    TableSet set;
    for (const auto& indicator : catalogue.indicators) {
        for (const auto& crossing : indicator.crossings) {
            Counter counter = TRY(counter_for(indicator, crossing, catalogue, classifications));
            for (const auto& one : indicator.unit == Unit::families ? families : persons) counter.add(one);
            set.tables.push_back(counter.finished());
        }
    }
    return set;
}

}  // namespace homeward::statistics
