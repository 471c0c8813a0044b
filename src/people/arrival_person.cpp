#include "people/arrival_person.h"

#include <algorithm>

#include "base/text.h"
#include "people/listed_words.h"
#include "people/person_rules.h"

namespace homeward::people {
namespace {

/// A cell of a list may hold a whole letter. What is cut ends in an ellipsis, and the preview says so.
std::string at_most(const std::string& text, std::size_t most) { return length_of(text) > most ? shortened(text, most - 1) : text; }

NameParts name_of(const ListedPerson& listed) {
    return {at_most(listed.family_name, 120), at_most(listed.given_name, 120), at_most(listed.patronymic, 120)};
}

}  // namespace

identity::Description description_of(const ListedPerson& listed) { return {{name_of(listed)}, listed.sex, listed.born_on}; }

std::vector<std::string> document_numbers_of(const ListedPerson& listed) {
    return listed.document_number.empty() ? std::vector<std::string>() : std::vector<std::string>{listed.document_number};
}

identity::Ties ties_of(const std::vector<std::string>& numbers, const std::vector<std::string>& other_numbers) {
    identity::Ties ties;
    for (const auto& number : numbers) {
        const auto key = identity::document_key(number);
        const auto equal = [&](const std::string& other) { return identity::document_key(other) == key; };
        if (!key.empty() && std::any_of(other_numbers.begin(), other_numbers.end(), equal)) ties.document_number = identity::Tie::equal;
    }
    return ties;
}

NewPerson person_of(const ListedPerson& listed, const Register& reg, const std::string& stage_id, Date as_of) {
    NewPerson person;
    person.names = {name_of(listed)};
    person.sex = listed.sex;
    person.born_on = listed.born_on;
    person.stage_id = stage_id;
    person.entry_route = stage_id.empty() ? EntryRoute::self_return : EntryRoute::operation;
    person.arrived_on = as_of;
    person.region = reg.region_as_written(listed.region).value_or("");
    person.district = at_most(listed.district, 300);
    person.relationship = relationship_as_listed(listed.relationship, listed.head_of_family);
    person.details.birth_place = at_most(listed.birth_place, 300);
    person.details.citizenship = at_most(listed.citizenship, 300);
    person.details.phone = at_most(listed.phone, 300);
    person.details.note = at_most(listed.note, 4000);
    person.details.listed_region = at_most(listed.region, 300);
    person.details.listed_relationship = at_most(listed.relationship, 300);
    std::string kind = document_kind_as_listed(listed.document);
    if (kind.empty() && !listed.document_number.empty()) kind = "other";
    if (!kind.empty()) person.documents = {{std::move(kind), at_most(listed.document_number, 120), DocumentState::held, std::nullopt}};
    return tidied(std::move(person));
}

std::vector<RowRemark> notes_on(const ArrivalVerdict& verdict, const ArrivalRow& row, const Register& reg) {
    std::vector<RowRemark> notes;
    const auto note = [&](ColumnMeaning meaning, std::string_view reason) {
        RowRemark remark{.column = {}, .column_number = 0, .reason = std::string(reason), .other_row = 0};
        for (const auto& column : verdict.columns) {
            if (column.meaning != meaning) continue;
            remark.column = column.header;
            remark.column_number = column.number;
            break;
        }
        notes.push_back(std::move(remark));
    };
    const auto& listed = row.person;
    if (!listed.region.empty() && !reg.region_as_written(listed.region)) note(ColumnMeaning::region, "region_unknown");
    if (document_kind_as_listed(listed.document) == "other") note(ColumnMeaning::document, "document_unknown");
    if (length_of(listed.family_name) > 120) note(ColumnMeaning::family_name, "text_cut");
    if (length_of(listed.given_name) > 120) note(ColumnMeaning::given_name, "text_cut");
    if (length_of(listed.patronymic) > 120) note(ColumnMeaning::patronymic, "text_cut");
    if (length_of(listed.note) > 4000) note(ColumnMeaning::note, "text_cut");
    return notes;
}

}  // namespace homeward::people
