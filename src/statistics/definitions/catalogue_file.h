#pragma once
// The file of all definitions, and what was locked of it. No I/O.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "statistics/definitions/indicators.h"

namespace homeward::statistics {

/// An indicator with the years in which it counts.
///
/// hash   of its definition, without its years: what is locked under `<key>@<version>`
struct DatedIndicator {
    Indicator indicator;
    int from = 0;
    std::optional<int> until;  ///< the last year; nothing while it goes on
    std::string hash;

    std::string name() const { return indicator.key + "@" + std::to_string(indicator.version); }
};

struct CatalogueFile {
    std::vector<Band> age_bands;
    std::vector<Population> populations;
    std::vector<DatedIndicator> indicators;

    /// The definitions of a year, with their hash, not yet held against any lock. Populations that none counts are left out.
    Catalogue of(int year) const;
};

/// Reads and checks the file.
///
/// errors   invalid, those of json::read, and with field = the place, such as `indicators[3]` (`returnees` in {key}):
///          `statistics.catalogue.format`; `statistics.catalogue.key` (no key, or one that is no code); `statistics.catalogue.double_key` (in one year);
///          `statistics.catalogue.bands` (they overlap, leave a gap, or the last one ends); `statistics.catalogue.loop` (a population within itself);
///          `statistics.catalogue.unknown_population`; `statistics.catalogue.unknown_source`; `statistics.catalogue.measure` (the source cannot answer so, or bands,
///          categories, codes or month are missing or too many); `statistics.catalogue.crossing` (a classification that is none, twice, or not
///          among those it may cross; of families any other than the operation); `statistics.catalogue.age` (a population that begins or ends
///          within an age band, or outside the larger one); `statistics.catalogue.years`; `statistics.catalogue.floor`
Result<CatalogueFile> read_catalogue_file(std::string_view text);

/// One settled year.
struct LockedYear {
    std::string hash;
    Date locked_on;
    std::vector<std::string> indicators;  ///< `<key>@<version>`, in the order of the catalogue
};

/// years        by year
/// indicators   hash of each definition that a settled year has, by `<key>@<version>`
struct Lock {
    std::map<int, LockedYear> years;
    std::map<std::string, std::string> indicators;
};

/// errors   invalid: those of json::read; `statistics.catalogue.format`, `statistics.catalogue.lock_years` (none, or a gap between them)
Result<Lock> read_lock(std::string_view text);

/// Holds the definitions against what was settled.
/// errors   conflict `statistics.catalogue.changed` {indicator} (its definition is another now), `statistics.catalogue.taken_out` {year, indicator},
///          `statistics.catalogue.put_in` {year, indicator}, `statistics.catalogue.year_changed` {year} (age bands, populations, or an order)
Done check_lock(const CatalogueFile& file, const Lock& lock);

/// The text of a lock that holds the definitions as they are: what was locked stays, and years up to `last` are added.
std::string extended_lock(const CatalogueFile& file, const Lock& lock, int last, Date today);

/// config/indicators/catalogue.json and locked.json, compiled in.
std::string_view shipped_catalogue();
std::string_view shipped_lock();

}  // namespace homeward::statistics
