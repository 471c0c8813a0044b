#pragma once
// The figures of a release one by one, as formats of other systems want them.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// A figure of a release, once, whichever of its tables show it.
///
/// categories   by classification (`sex`, `outcome`), its category; totals left out
/// persons      empty when hidden
struct Observation {
    DefinitionRef definition;
    std::string population;
    std::map<std::string, std::string> categories;
    std::optional<std::int64_t> persons;

    /// The category of a classification; nothing at its total.
    std::optional<std::string> at(const std::string& classification) const;
};

/// In the order of tables and cells; nothing in it depends on a hidden figure.
std::vector<Observation> observations_of(const Release& release);

/// `outcome.housing` is a classification of its own for the protection; a reader's is `outcome`.
std::string classification_of(const Dimension& dimension);

/// Every classification of the tables once, in their order; the outcome last, as in each table.
std::vector<std::string> classifications_of(const std::vector<ReleasedTable>& tables);

}  // namespace homeward::statistics
