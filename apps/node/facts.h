#pragma once

#include "access/work.h"
#include "people/register.h"
#include "statistics/count.h"

namespace homeward::apps {

/// What the year's return is counted from: the nameless views of people and services, joined by a number that means
/// nothing outside this counting. Delivered services and restored documents count in the calendar year up to the
/// reference date, or since arrival, as the indicator says.
struct Facts {
    std::vector<statistics::PersonFact> persons;
    statistics::Classifications classifications;
};
Facts gather_facts(access::Work& work, const people::Register& people, const statistics::Catalogue& catalogue, Date reference_date);

}  // namespace homeward::apps
