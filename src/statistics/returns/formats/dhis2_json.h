#pragma once
// A release for DHIS2: its figures, and the metadata that they point to.

#include <string>
#include <string_view>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// The figures as a data value set for `/api/dataValueSets`.
///
/// Each set of classifications of an indicator is a data element of its own, totals too: DHIS2 would otherwise add shown
/// parts up and take what is hidden for nothing. Region is the organisation unit. A hidden figure has no `value`, only
/// a `comment` that says so, which DHIS2 keeps.
///
/// source    DHIS2 developer guide, Data; validation E7618 asks for a value or a comment
std::string dhis2_values(const Release& release);

/// What the values point to, for `/api/metadata`: category options, categories, combinations, data elements (which DHIS2 may not
/// add up, aggregationType NONE), the data set, the State and its regions as organisation units.
std::string dhis2_metadata(const Release& release);

/// Eleven letters and digits, the first a letter: the same name gives the same UID in every release and every State.
std::string dhis2_uid(std::string_view kind, std::string_view name);

}  // namespace homeward::statistics
