#include "people/join_persons.h"

#include "people/person_rules.h"

namespace homeward::people {
namespace {

/// How well a birth date is known: a day before a month before a year, known before estimated.
int sureness(const std::optional<PartialDate>& date) {
    if (!date) return 0;
    return 1 + (date->estimated ? 0 : 3) + static_cast<int>(date->precision());
}

void fill(std::string& text, const std::string& other) {
    if (text.empty()) text = other;
}

}  // namespace

Person joined(Person keep, const NewPerson& other) {
    keep.names.insert(keep.names.end(), other.names.begin(), other.names.end());
    if (sureness(other.born_on) > sureness(keep.born_on)) keep.born_on = other.born_on;
    if (keep.sex == Sex::unknown) keep.sex = other.sex;
    if (!keep.arrived_on) keep.arrived_on = other.arrived_on;
    if (!keep.family_id && other.family_id) {
        keep.family_id = other.family_id;
        keep.relationship = other.relationship;
    }
    fill(keep.relationship, other.relationship);
    fill(keep.region, other.region);
    fill(keep.district, other.district);
    fill(keep.details.birth_place, other.details.birth_place);
    fill(keep.details.citizenship, other.details.citizenship);
    fill(keep.details.phone, other.details.phone);
    fill(keep.details.contact_times, other.details.contact_times);
    if (keep.details.note != other.details.note && !other.details.note.empty()) {
        keep.details.note += (keep.details.note.empty() ? "" : "\n") + other.details.note;
    }
    keep.names = tidied(keep).names;
    return keep;
}

bool same_document(const NewDocument& a, const NewDocument& b) {
    return a.kind == b.kind && a.state == b.state && identity::document_key(a.number) == identity::document_key(b.number);
}

}  // namespace homeward::people
