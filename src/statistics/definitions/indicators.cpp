#include "statistics/definitions/indicators.h"

#include <algorithm>
#include <stdexcept>

#include "statistics/definitions/catalogue_file.h"

namespace homeward::statistics {
namespace {

struct Shipped {
    CatalogueFile file;
    Lock lock;
};

std::string told(const Error& error) {
    std::string text = error.key + (error.field.empty() ? "" : " at " + error.field);
    for (const auto& [name, value] : error.params) text += ", " + name + " " + value;
    return text;
}

template <class T>
T sound(Result<T> result, const char* what) {
    if (!result) throw std::runtime_error(std::string(what) + ": " + told(result.error()));
    return std::move(*result);
}

const Shipped& shipped() {
    static const Shipped both = [] {
        Shipped read{sound(read_catalogue_file(shipped_catalogue()), "config/indicators/catalogue.json"),
                     sound(read_lock(shipped_lock()), "config/indicators/locked.json")};
        if (const auto held = check_lock(read.file, read.lock); !held) {
            throw std::runtime_error("The definitions of a settled year were changed (" + told(held.error()) +
                                     "): give the indicator a new version from a later year on.");
        }
        return read;
    }();
    return both;
}

}  // namespace

std::vector<std::string> Indicator::outcomes() const {
    if (!has_outcome()) return {};
    if (measure == Measure::happened) return {"reached", "not_reached"};
    std::vector<std::string> keys = categories;
    for (const auto& band : bands) keys.push_back(band.key);
    if (!none.empty()) keys.push_back(none);
    return keys;
}

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
    const auto& years = shipped().lock.years;
    if (year < years.begin()->first) return not_found("statistics.no_catalogue");
    // A year that is not settled yet goes on with the definitions of the last settled one.
    const auto settled = years.find(std::min(year, years.rbegin()->first));
    Catalogue catalogue = shipped().file.of(settled->first);
    catalogue.year = year;
    if (settled->first == year) catalogue.locked_on = settled->second.locked_on;
    return catalogue;
}

std::vector<int> settled_years() {
    std::vector<int> years;
    for (const auto& [year, locked] : shipped().lock.years) years.push_back(year);
    return years;
}

std::vector<VersionYears> versions_of(const std::string& indicator) {
    std::vector<VersionYears> versions;
    for (const auto& each : shipped().file.indicators) {
        if (each.indicator.key == indicator) versions.push_back({each.indicator.version, each.from, each.until});
    }
    std::ranges::sort(versions, {}, &VersionYears::version);
    return versions;
}

void require_catalogues() { (void)shipped(); }

Rules rules_for(const Catalogue& catalogue, int floor) {
    Rules rules;
    rules.floor = floor;
    for (const auto& indicator : catalogue.indicators) {
        if (indicator.floor > floor) rules.floor_of[indicator.key] = indicator.floor;
        if (indicator.zeros_inform) rules.zeros_hidden.insert(indicator.key);
    }
    return rules;
}

const std::vector<Band>& age_bands() { return shipped().file.age_bands; }

const Dimension& sex_dimension() {
    static const Dimension dimension{"sex", {"female", "male", "unknown"}};
    return dimension;
}

const Dimension& age_dimension() {
    static const Dimension dimension = [] {
        Dimension made{"age_band", {}};
        for (const auto& band : age_bands()) made.categories.push_back(band.key);
        made.categories.emplace_back("unknown");
        return made;
    }();
    return dimension;
}

int age_band_of(int age_years) {
    const auto& bands = age_bands();
    if (age_years < 0) return static_cast<int>(bands.size());
    return static_cast<int>(std::ranges::upper_bound(bands, age_years, {}, &Band::from) - bands.begin()) - 1;
}

std::optional<Dimension> age_dimension_of(const Population& population) {
    if (population.every_age()) return age_dimension();
    Dimension dimension{"age_band", {}};
    bool begins = false, ends = !population.age_before;
    for (const auto& band : age_bands()) {
        begins = begins || band.from == population.age_from;
        ends = ends || band.from == population.age_before;
        if (band.from >= population.age_from && (!population.age_before || band.from < *population.age_before)) dimension.categories.push_back(band.key);
    }
    if (!begins || !ends || dimension.categories.empty()) return std::nullopt;
    return dimension;
}

Dimension outcome_dimension(const Indicator& indicator) { return {"outcome." + indicator.key, indicator.outcomes()}; }

}  // namespace homeward::statistics
