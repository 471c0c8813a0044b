#pragma once
// From a row of an arrival list to a person of the register.

#include "people/arrival_list.h"
#include "people/person.h"
#include "people/register.h"

namespace homeward::people {

identity::Description description_of(const ListedPerson& listed);
std::vector<std::string> document_numbers_of(const ListedPerson& listed);

/// What document numbers say about two descriptions: equal when one stands on both; unknown else, since people have
/// several documents.
identity::Ties ties_of(const std::vector<std::string>& numbers, const std::vector<std::string>& other_numbers);

/// The person to be made of a row, without family.
///
/// as_of   the day of arrival
NewPerson person_of(const ListedPerson& listed, const Register& reg, const std::string& stage_id, Date as_of);

/// What a reader of the preview should know of a row beyond the list's own warnings: `region_unknown` (the text is
/// kept), `document_unknown` (likewise), `text_cut`.
std::vector<RowRemark> notes_on(const ArrivalVerdict& verdict, const ArrivalRow& row, const Register& reg);

}  // namespace homeward::people
