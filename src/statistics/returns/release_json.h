#pragma once
// A released return as it crosses to the Council and stands in files: shown figures, hidden flags, definitions.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "base/result.h"
#include "statistics/kernel/safe_table.h"

namespace homeward::statistics {

/// persons   empty exactly when hidden; whether under the floor or to protect another is never told
struct ReleasedCell {
    std::optional<std::int64_t> persons;
    bool hidden() const { return !persons; }
    friend bool operator==(const ReleasedCell&, const ReleasedCell&) = default;
};

/// A table as everyone sees it; shape as in `Table`.
struct ReleasedTable {
    std::string key;
    DefinitionRef definition;
    std::string population;
    Dimensions dimensions;
    std::vector<ReleasedCell> cells;
    friend bool operator==(const ReleasedTable&, const ReleasedTable&) = default;
};

/// Who stands behind a release: a role, never a name.
struct SignOff {
    std::string role;
    Instant signed_at;
    friend bool operator==(const SignOff&, const SignOff&) = default;
};

/// state   ISO 3166-1 alpha-2 code, `UZ`
struct Release {
    std::string state;
    int year = 0;
    Date reference_date;
    Rules rules;
    std::vector<ReleasedTable> tables;
    std::vector<SignOff> sign_offs;
    Instant made_at;
    friend bool operator==(const Release&, const Release&) = default;
};

/// The tables without the reasons: the only way from a SafeTable outwards.
std::vector<ReleasedTable> released(const SafeTableSet& set);

/// One line of JSON; the same release gives the same bytes.
std::string write_release(const Release& release);

/// Reads and checks a release, from a State or from a file. Nothing in it is trusted.
///
/// errors   invalid: those of json::read; `release.format`, `release.state`, `release.year`, `release.rules`,
///          `release.sign_offs`; and with field = table key and {cell}: `release.table_shape`,
///          `release.negative_count`, `release.under_floor` (shown, though under the floor),
///          `release.zero_shown` (of an indicator whose zeros are hidden, and no table with shown zeros tells
///          it), `release.group_attribute` (a shown category holds all of a group, or nearly), `release.definition` (not listed), `release.hidden_flag` (a value that is flagged hidden, or none that is not),
///          `release.margin` (shown parts and total disagree), `release.derivable` (the only hidden cell of
///          a sum), `release.two_decisions` (the same people shown under one label, hidden under another)
Result<Release> read_release(std::string_view text);

}  // namespace homeward::statistics
