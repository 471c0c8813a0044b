#include "statistics/definitions/catalogue_check.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace homeward::statistics {
namespace {

constexpr int first_year = 2019;  // of the operations
constexpr int last_year = 2200;
constexpr int lowest_floor = 3;   // Handbook on Statistical Disclosure Control (2nd edition, 2024): the usual minimum
constexpr std::array<int, 5> survey_months{0, 3, 6, 12, 24};
constexpr std::array<std::string_view, 4> classifications{"operation", "sex", "age_band", "region"};

/// What the areas publish, and how it can answer.
struct Source {
    std::string_view key;
    std::vector<Measure> measures;
};
const std::vector<Source>& sources() {
    static const std::vector<Source> all{
        {"people.register.arrived_on", {Measure::population}},
        {"people.document_facts.restored_on", {Measure::happened, Measure::days_to_first}},
        {"people.consent_facts.answer", {Measure::standing}},
        {"services.service_facts.delivered_on", {Measure::happened, Measure::days_to_first}},
        {"services.survey_facts.economic", {Measure::score}},
        {"services.survey_facts.social", {Measure::score}},
        {"services.survey_facts.psychosocial", {Measure::score}},
        {"casework.care_spells.kind", {Measure::standing, Measure::days_in}},
        {"casework.review_facts.done_on", {Measure::timeliness}},
        {"casework.complaint_answers.answered_on", {Measure::timeliness}},
    };
    return all;
}

bool is_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool distinct(std::vector<std::string> words) {
    std::ranges::sort(words);
    return std::ranges::adjacent_find(words) == words.end();
}

class Check {
public:
    explicit Check(const CatalogueFile& file) : file_(file) {}

    Done all() {
        TRY(bands(file_.age_bands, "age_bands", {}));
        if (file_.age_bands.empty() || file_.age_bands.front().from != 0) return wrong("bands", "age_bands", {});
        for (std::size_t p = 0; p < file_.populations.size(); ++p) TRY(population(p));
        for (std::size_t i = 0; i < file_.indicators.size(); ++i) TRY(indicator(i));
        return {};
    }

private:
    static Error wrong(const std::string& rule, std::string place, const std::string& key) {
        return invalid("statistics.catalogue." + rule, std::move(place), key.empty() ? std::map<std::string, std::string>{} : std::map<std::string, std::string>{{"key", key}});
    }

    /// One behind the other without a gap, and the last one open.
    static Done bands(const std::vector<Band>& bands, const std::string& place, const std::string& key) {
        std::vector<std::string> keys;
        for (std::size_t b = 0; b < bands.size(); ++b) {
            const bool last = b + 1 == bands.size();
            keys.push_back(bands[b].key);
            if (!is_code(bands[b].key) || bands[b].from < 0 || last != !bands[b].to) return wrong("bands", place, key);
            if (!last && (*bands[b].to < bands[b].from || bands[b + 1].from != *bands[b].to + 1)) return wrong("bands", place, key);
        }
        if (!distinct(std::move(keys))) return wrong("bands", place, key);
        return {};
    }

    const Population* find(const std::string& key) const {
        const auto found = std::ranges::find(file_.populations, key, &Population::key);
        return found == file_.populations.end() ? nullptr : &*found;
    }

    Done population(std::size_t p) const {
        const Population& population = file_.populations[p];
        const std::string place = "populations[" + std::to_string(p) + "]";
        if (!is_code(population.key)) return wrong("key", place, population.key);
        if (std::ranges::count(file_.populations, population.key, &Population::key) > 1) return wrong("double_key", place, population.key);
        std::set<std::string> seen{population.key};
        for (std::string within = population.within; !within.empty(); within = find(within)->within) {
            if (!find(within)) return wrong("unknown_population", place, population.key);
            if (!seen.insert(within).second) return wrong("loop", place, population.key);
        }
        const auto begins = [&](int age) { return std::ranges::find(file_.age_bands, age, &Band::from) != file_.age_bands.end(); };
        if (!begins(population.age_from) || (population.age_before && (!begins(*population.age_before) || *population.age_before <= population.age_from))) {
            return wrong("age", place, population.key);
        }
        const auto before = [](const Population& of) { return of.age_before.value_or(std::numeric_limits<int>::max()); };
        if (const auto* larger = population.within.empty() ? nullptr : find(population.within)) {
            if (population.age_from < larger->age_from || before(*larger) < before(population)) return wrong("age", place, population.key);
        }
        if (!population.source.empty() && std::ranges::find(sources(), population.source, &Source::key) == sources().end()) {
            return wrong("unknown_source", place, population.key);
        }
        return {};
    }

    Done indicator(std::size_t i) const {
        const DatedIndicator& dated = file_.indicators[i];
        const Indicator& indicator = dated.indicator;
        const std::string place = "indicators[" + std::to_string(i) + "]";
        const auto error = [&](const char* rule) { return wrong(rule, place, indicator.key); };
        if (!is_code(indicator.key) || indicator.version < 1) return error("key");
        if (dated.from < first_year || last_year < dated.from || (dated.until && *dated.until < dated.from)) return error("years");
        if (doubled(i)) return error("double_key");
        const Population* population = find(indicator.population);
        if (!population) return error("unknown_population");
        if (indicator.floor < lowest_floor) return error("floor");
        const auto source = std::ranges::find(sources(), indicator.source, &Source::key);
        if (source == sources().end()) return error("unknown_source");
        if (std::ranges::find(source->measures, indicator.measure) == source->measures.end()) return error("measure");
        // Who is not concerned by a source stands in no category of it.
        if (indicator.measure == Measure::timeliness && population->source != indicator.source) return error("measure");
        if (!answers(indicator)) return error("measure");
        TRY(bands(indicator.bands, place, indicator.key));
        if (!crossings(indicator)) return error("crossing");
        return {};
    }

    /// The same key in one year, or the same version in two.
    bool doubled(std::size_t i) const {
        const auto& one = file_.indicators[i];
        return std::any_of(file_.indicators.begin(), file_.indicators.begin() + static_cast<std::ptrdiff_t>(i), [&](const auto& other) {
            const int end = one.until.value_or(last_year), others_end = other.until.value_or(last_year);
            return other.indicator.key == one.indicator.key &&
                   (other.indicator.version == one.indicator.version || (one.from <= others_end && other.from <= end));
        });
    }

    static bool answers(const Indicator& indicator) {
        const bool banded = indicator.measure == Measure::days_to_first || indicator.measure == Measure::days_in || indicator.measure == Measure::score;
        const bool coded = indicator.measure == Measure::standing || indicator.measure == Measure::timeliness;
        if (banded == indicator.bands.empty() || coded == indicator.categories.empty()) return false;
        // A family is as its members are: that of bands and codes is not settled.
        if (indicator.unit == Unit::families && (banded || coded)) return false;
        if ((banded || indicator.measure == Measure::standing) == indicator.none.empty()) return false;
        if ((indicator.measure == Measure::score) != indicator.month.has_value()) return false;
        if (indicator.month && std::ranges::find(survey_months, *indicator.month) == survey_months.end()) return false;
        if (indicator.measure == Measure::timeliness && indicator.categories != std::vector<std::string>{"in_time", "late", "overdue"}) return false;
        const auto outcomes = indicator.outcomes();
        return distinct(outcomes) && distinct(indicator.codes) && std::ranges::all_of(outcomes, is_code) && std::ranges::all_of(indicator.codes, is_code);
    }

    static bool crossings(const Indicator& indicator) {
        const auto sound = [&](const std::vector<std::string>& keys, const auto& among) {
            return distinct(keys) && std::ranges::all_of(keys, [&](const auto& key) { return std::ranges::find(among, key) != among.end(); });
        };
        if (!sound(indicator.may_cross, classifications) || indicator.crossings.empty()) return false;
        // A family has no sex, no age and no region of its own.
        if (indicator.unit == Unit::families && !sound(indicator.may_cross, std::array<std::string_view, 1>{"operation"})) return false;
        std::set<std::set<std::string>> seen;
        for (const auto& crossing : indicator.crossings) {
            // Somebody's own population without anything to cross is one number, and no table.
            if (crossing.empty() && !indicator.has_outcome()) return false;
            if (!sound(crossing, indicator.may_cross) || !seen.insert({crossing.begin(), crossing.end()}).second) return false;
        }
        return true;
    }

    const CatalogueFile& file_;
};

}  // namespace

Done check_catalogue(const CatalogueFile& file) { return Check(file).all(); }

}  // namespace homeward::statistics
