#pragma once
// What a figure is called in DHIS2: used by values and by metadata alike.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "statistics/returns/formats/observations.h"

namespace homeward::statistics::dhis2 {

/// Identifiers that every DHIS2 has for "no classification" (DefaultCategoryService of dhis2-core).
constexpr const char* default_category_combo = "bjDvmb4bfuf";
constexpr const char* default_option_combo = "HllvX50cXC0";

using Categories = std::map<std::string, std::string>;  ///< by classification, without the region

/// The organisation unit of a figure: the State, or one of its regions.
std::string org_unit_name(const std::string& state, const std::optional<std::string>& region);
/// The figure's categories without its region, which is a place and no category.
Categories categories_of(const Observation& one);
/// `sex, age_band`; empty without classifications.
std::string classification_names(const Categories& categories);
/// `returnees, version 1, by sex, age_band`
std::string element_name(const DefinitionRef& definition, const Categories& categories);
/// `sex: female, age_band: 0_6`
std::string option_combo_name(const Categories& categories);

std::string org_unit_uid(const std::string& state, const std::optional<std::string>& region);
std::string element_uid(const DefinitionRef& definition, const Categories& categories);
std::string category_combo_uid(const Categories& categories);
std::string option_combo_uid(const Categories& categories);
std::string data_set_uid();

}  // namespace homeward::statistics::dhis2
