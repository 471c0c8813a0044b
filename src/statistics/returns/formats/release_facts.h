#pragma once
// What stands above the tables of a release on paper and in a workbook.

#include <string>
#include <utility>
#include <vector>

#include "statistics/returns/formats/return_words.h"
#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// Fewer than two people have signed it.
bool is_draft(const Release& release);
std::string title_of(const Release& release, const ReturnWords& words);
/// State, year, reference day, who signed when, the rule, how much is hidden: term and value.
std::vector<std::pair<std::string, std::string>> facts_of(const Release& release, const ReturnWords& words);
/// Each definition once, in the order of the tables.
std::vector<DefinitionRef> definitions_of(const Release& release);
/// As the pages write a day: `31.12.2024`.
std::string day_text(Date day);

}  // namespace homeward::statistics
