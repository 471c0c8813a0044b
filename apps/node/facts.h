#pragma once

#include "people/register.h"
#include "statistics/returns/annual_return.h"
#include "vault/key_file.h"

namespace homeward::apps {

/// Stands for those who came by no operation of the list, or of whom nobody noted by which.
constexpr const char* kNotByOperation = "not_by_operation";

/// The key under which people are told apart from one year's counting to the next.
vault::Secret facts_key(const vault::Secret& node_key);

/// What the year's return is counted from: the register, and the nameless views that a catalogue's indicators name,
/// joined by a number that means nothing outside this counting. Someone whose day of arrival nobody noted arrived with
/// the stage, and counts from the beginning where the stage has no date either.
///
/// key          of `facts_key`: keys of people and families are hashes under it
/// operations   stages of the State as the register has them; `not_by_operation` behind them when somebody needs it or there are none
/// answers      to each indicator of the catalogue, in the period that it names
statistics::Facts gather_facts(access::Work& work, const people::Register& people, const vault::Secret& key, const statistics::Catalogue& catalogue,
                               Date reference_date);

}  // namespace homeward::apps
