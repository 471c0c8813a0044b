#pragma once
// Lists of the register as the API asks for them. Only .cpp files include this.

#include "people/person_bodies.h"

namespace homeward::people {

struct FilterInput {
    std::optional<std::string> query;
    std::optional<CaseStep> step;
    std::optional<std::string> operation, stage_id, region;
    std::optional<Sex> sex;
    std::optional<int> age_from, age_to;
    std::optional<std::string> assigned_to;  ///< an account's id, `me` or `nobody`
    std::optional<FamilyId> family_id;
};
BOOST_DESCRIBE_STRUCT(FilterInput, (), (query, step, operation, stage_id, region, sex, age_from, age_to, assigned_to, family_id))

struct SearchInput : FilterInput {
    std::optional<PersonId> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(SearchInput, (FilterInput), (cursor, limit))

struct ExportInput : FilterInput {
    std::string format;  ///< csv, xlsx
    std::string reason;  ///< a code of `export_reasons()`
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(ExportInput, (FilterInput), (format, reason, language))

/// errors    invalid `register.age`, `register.query_too_long`, `json.wrong_type`
Result<RegisterFilter> filter_from(const FilterInput& input, const access::Actor& actor);

}  // namespace homeward::people
