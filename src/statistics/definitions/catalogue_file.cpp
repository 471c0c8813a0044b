#include "statistics/definitions/catalogue_file.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "statistics/definitions/catalogue_check.h"
#include "statistics/definitions/definition_json.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(Band, (), (key, from, to))

namespace {

struct PopulationText {
    std::string key;
    std::optional<std::string> within;
    std::optional<int> age_from, age_before;
    std::optional<std::string> source;
};
BOOST_DESCRIBE_STRUCT(PopulationText, (), (key, within, age_from, age_before, source))

struct IndicatorText {
    std::string key;
    int version = 1;
    int from = 0;
    std::optional<int> until;
    Unit unit = Unit::persons;
    std::string population;
    Period period = Period::reference_date;
    Subject subject = Subject::plain;
    Measure measure = Measure::population;
    std::string source;
    std::optional<std::vector<std::string>> codes;
    std::optional<int> month;
    std::optional<std::vector<Band>> bands;
    std::optional<std::string> none;
    std::optional<std::vector<std::string>> categories;
    std::vector<std::vector<std::string>> crossings;
    std::vector<std::string> may_cross;
    std::optional<bool> zeros_inform;
};
BOOST_DESCRIBE_STRUCT(IndicatorText, (), (key, version, from, until, unit, population, period, subject, measure, source, codes, month, bands, none,
                                          categories, crossings, may_cross, zeros_inform))

struct FileText {
    int format = 0;
    std::map<std::string, int> floors;
    std::vector<Band> age_bands;
    std::vector<PopulationText> populations;
    std::vector<IndicatorText> indicators;
};
BOOST_DESCRIBE_STRUCT(FileText, (), (format, floors, age_bands, populations, indicators))

// What is hashed: every word of a definition, and no word that is none.
struct HashedIndicator {
    std::string key;
    int version = 1;
    Unit unit = Unit::persons;
    std::string population;
    Period period = Period::reference_date;
    Subject subject = Subject::plain;
    int floor = 0;
    Measure measure = Measure::population;
    std::string source;
    std::vector<std::string> codes;
    std::optional<int> month;
    std::vector<Band> bands;
    std::string none;
    std::vector<std::string> categories, may_cross;
    bool zeros_inform = false;
};
BOOST_DESCRIBE_STRUCT(HashedIndicator, (), (key, version, unit, population, period, subject, floor, measure, source, codes, month, bands, none, categories,
                                            may_cross, zeros_inform))
struct HashedPopulation {
    std::string key, within, source;
    int age_from = 0;
    std::optional<int> age_before;
};
BOOST_DESCRIBE_STRUCT(HashedPopulation, (), (key, within, source, age_from, age_before))
struct HashedYear {
    std::vector<Band> age_bands;
    std::vector<HashedPopulation> populations;
    std::vector<std::string> indicators;  // hashes
};
BOOST_DESCRIBE_STRUCT(HashedYear, (), (age_bands, populations, indicators))

template <class T>
std::string hash_of(const T& value) {
    return to_hex(sha256(json::write(value)));
}

std::string hash_of(const Indicator& i) {
    return hash_of(HashedIndicator{i.key, i.version, i.unit, i.population, i.period, i.subject, i.floor, i.measure, i.source, i.codes, i.month, i.bands,
                                   i.none, i.categories, i.may_cross, i.zeros_inform});
}

Indicator indicator_of(const IndicatorText& text, const std::map<std::string, int>& floors) {
    Indicator i;
    i.key = text.key;
    i.version = text.version;
    i.unit = text.unit;
    i.population = text.population;
    i.period = text.period;
    i.subject = text.subject;
    const auto floor = floors.find(std::string(json::name_of(text.subject)));
    i.floor = floor == floors.end() ? 0 : floor->second;
    i.measure = text.measure;
    i.source = text.source;
    i.codes = text.codes.value_or(std::vector<std::string>{});
    i.month = text.month;
    i.bands = text.bands.value_or(std::vector<Band>{});
    i.none = text.none.value_or("");
    i.categories = text.categories.value_or(std::vector<std::string>{});
    i.crossings = text.crossings;
    i.may_cross = text.may_cross;
    i.zeros_inform = text.zeros_inform.value_or(false);
    return i;
}

}  // namespace

Result<CatalogueFile> read_catalogue_file(std::string_view json_text) {
    const auto text = TRY(json::read<FileText>(json_text));
    if (text.format != 1) return invalid("statistics.catalogue.format", "format");
    CatalogueFile file;
    file.age_bands = text.age_bands;
    for (const auto& each : text.populations) {
        file.populations.push_back({each.key, each.within.value_or(""), each.age_from.value_or(0), each.age_before, each.source.value_or("")});
    }
    for (const auto& each : text.indicators) {
        file.indicators.push_back({indicator_of(each, text.floors), each.from, each.until, {}});
        file.indicators.back().hash = hash_of(file.indicators.back().indicator);
    }
    TRY(check_catalogue(file));
    return file;
}

Catalogue CatalogueFile::of(int year) const {
    Catalogue catalogue;
    catalogue.year = year;
    HashedYear hashed{age_bands, {}, {}};
    std::set<std::string> counted;
    for (const auto& each : indicators) {
        if (year < each.from || (each.until && *each.until < year)) continue;
        catalogue.indicators.push_back(each.indicator);
        hashed.indicators.push_back(each.hash);
        // With the larger populations that it is a part of.
        for (std::string key = each.indicator.population; !key.empty() && counted.insert(key).second;) {
            key = std::ranges::find(populations, key, &Population::key)->within;
        }
    }
    for (const auto& each : populations) {
        if (!counted.contains(each.key)) continue;
        catalogue.populations.push_back(each);
        hashed.populations.push_back({each.key, each.within, each.source, each.age_from, each.age_before});
    }
    catalogue.hash = hash_of(hashed);
    return catalogue;
}

}  // namespace homeward::statistics
