#include "people/arrival_totals.h"

#include "people/arrival_relations.h"

namespace homeward::people {

namespace {

constexpr int of_age = 18;

std::optional<bool> under_18_by_birth(const ListedPerson& person, std::optional<int> year_hint, Date as_of) {
    if (person.stated_age) return *person.stated_age < of_age;
    if (person.born_on) return age_on(*person.born_on, as_of) < of_age;
    if (year_hint) return age_on({*year_hint, 0, 0, true}, as_of) < of_age;
    return std::nullopt;
}

Sex sex_of(const ListedPerson& person) {
    if (person.sex != Sex::unknown) return person.sex;
    const Sex by_relation = read_relation(person.relationship).sex;
    return by_relation != Sex::unknown ? by_relation : sex_of_name(person.patronymic, person.family_name);
}

}  // namespace

void place_by_age(std::vector<ArrivalRow>& rows, const std::vector<std::optional<int>>& year_hints, Date as_of) {
    std::set<std::string> families_with_adults;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        ArrivalRow& row = rows[at];
        row.under_18 = under_18_by_birth(row.person, year_hints[at], as_of);
        const Relation relation = read_relation(row.person.relationship);
        if (!row.under_18 && relation.adult) row.under_18 = !*relation.adult;
        if (row.under_18 == false) families_with_adults.insert(row.person.family_number);
    }
    for (auto& row : rows) {
        const std::string& family = row.person.family_number;
        if (!row.under_18 && !family.empty()) row.under_18 = !families_with_adults.contains(family);
    }
}

ArrivalTotals totals_of(const std::vector<ArrivalRow>& rows, const std::set<int>& counted) {
    ArrivalTotals totals;
    for (const auto& row : rows) {
        if (!counted.contains(row.row)) continue;
        ++totals.rows;
        if (!row.under_18) continue;
        ++(*row.under_18 ? totals.under_18 : totals.age_18_and_over);
        const Sex sex = sex_of(row.person);
        if (sex == Sex::female) ++(*row.under_18 ? totals.female_under_18 : totals.female_18_and_over);
        if (sex == Sex::male) ++(*row.under_18 ? totals.male_under_18 : totals.male_18_and_over);
    }
    return totals;
}

}  // namespace homeward::people
