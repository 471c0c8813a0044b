#include "statistics/definitions/indicators.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace homeward::statistics {
namespace {

constexpr int first_year = 2019;
constexpr int first_adult_age = 18;
constexpr int first_school_age = 7;

const std::vector<std::string> sex_and_age{"sex", "age_band"};

Indicator reached(std::string key, std::string population, Period period, Outcome outcome, std::string source) {
    return {std::move(key), 1, Unit::persons, std::move(population), period, outcome, std::move(source), {sex_and_age}};
}

std::vector<Population> populations() {
    return {
        {"returnees", 0, std::nullopt},
        {"school_age", first_school_age, first_adult_age},
        {"adults", first_adult_age, std::nullopt},
        {"families", 0, std::nullopt},
    };
}

/// One crossing each: every further one costs hidden cells in all the others.
std::vector<Indicator> first_version() {
    return {
        {"returnees", 1, Unit::persons, "returnees", Period::reference_date, std::nullopt, "people.register.arrived_on",
         {{"operation", "sex", "age_band"}}},
        reached("documents_restored", "returnees", Period::since_arrival, Outcome::documents_restored, "people.document_facts.restored_on"),
        reached("children_in_school", "school_age", Period::reference_date, Outcome::in_school, "services.service_facts.delivered_on: school_enrolment"),
        {"families_reunified", 1, Unit::families, "families", Period::since_arrival, Outcome::reunited_with_family,
         "services.service_facts.delivered_on: family_reunification", {{"operation"}}},
        reached("housing", "returnees", Period::reference_date, Outcome::housed, "services.service_facts.delivered_on: housing"),
        reached("health_care", "returnees", Period::year, Outcome::health_care, "services.service_facts.delivered_on: medical_care"),
        reached("psychosocial_support", "returnees", Period::year, Outcome::psychosocial_support, "services.service_facts.delivered_on: psychosocial_support, family_counselling"),
        reached("training", "adults", Period::year, Outcome::trained, "services.service_facts.delivered_on: vocational_training"),
        reached("grants_and_loans", "adults", Period::since_arrival, Outcome::grant_or_loan, "services.service_facts.delivered_on: low_interest_loan, business_equipment"),
        reached("employment", "adults", Period::reference_date, Outcome::employed, "services.service_facts.delivered_on: job_placement"),
    };
}

struct Band {
    const char* key;
    int from;  // full years
};

constexpr std::array<Band, 6> bands{{{"0_6", 0}, {"7_11", 7}, {"12_17", 12}, {"18_29", 18}, {"30_49", 30}, {"50_plus", 50}}};

}  // namespace

const Population& Catalogue::population(const std::string& key) const {
    const auto found = std::ranges::find(populations, key, &Population::key);
    if (found == populations.end()) throw std::logic_error("an indicator counts a population that is not in its catalogue");
    return *found;
}

const Indicator* Catalogue::find(const std::string& key) const {
    const auto found = std::ranges::find(indicators, key, &Indicator::key);
    return found == indicators.end() ? nullptr : &*found;
}

Result<Catalogue> catalogue_of(int year) {
    if (year < first_year) return not_found("statistics.no_catalogue");
    return Catalogue{year, populations(), first_version()};
}

const Dimension& sex_dimension() {
    static const Dimension dimension{"sex", {"female", "male", "unknown"}};
    return dimension;
}

const Dimension& age_dimension() {
    static const Dimension dimension = [] {
        Dimension made{"age_band", {}};
        for (const auto& band : bands) made.categories.emplace_back(band.key);
        made.categories.emplace_back("unknown");
        return made;
    }();
    return dimension;
}

int age_band_of(int age_years) {
    if (age_years < 0) return static_cast<int>(bands.size());
    int band = 0;
    while (band + 1 < static_cast<int>(bands.size()) && age_years >= bands[static_cast<std::size_t>(band) + 1].from) ++band;
    return band;
}

std::optional<Dimension> age_dimension_of(const Population& population) {
    if (population.everyone()) return age_dimension();
    Dimension dimension{"age_band", {}};
    bool begins = false, ends = !population.age_before;
    for (const auto& band : bands) {
        begins = begins || band.from == population.age_from;
        ends = ends || band.from == population.age_before;
        if (band.from >= population.age_from && (!population.age_before || band.from < *population.age_before)) {
            dimension.categories.emplace_back(band.key);
        }
    }
    if (!begins || !ends || dimension.categories.empty()) return std::nullopt;
    return dimension;
}

const Dimension& outcome_dimension() {
    static const Dimension dimension{"outcome", {"reached", "not_reached"}};
    return dimension;
}

}  // namespace homeward::statistics
