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

Person joined(Person keep, const NewPerson& gone) {
    keep.names.insert(keep.names.end(), gone.names.begin(), gone.names.end());
    if (sureness(gone.born_on) > sureness(keep.born_on)) keep.born_on = gone.born_on;
    if (keep.sex == Sex::unknown) keep.sex = gone.sex;
    if (!keep.arrived_on) keep.arrived_on = gone.arrived_on;
    if (!keep.family_id) {
        keep.family_id = gone.family_id;
        keep.relationship = gone.relationship;
    }
    fill(keep.region, gone.region);
    fill(keep.district, gone.district);
    fill(keep.details.birth_place, gone.details.birth_place);
    fill(keep.details.citizenship, gone.details.citizenship);
    fill(keep.details.phone, gone.details.phone);
    fill(keep.details.contact_times, gone.details.contact_times);
    if (keep.details.note != gone.details.note && !gone.details.note.empty()) {
        keep.details.note += (keep.details.note.empty() ? "" : "\n") + gone.details.note;
    }
    keep.names = tidied(keep).names;
    return keep;
}

bool same_document(const NewDocument& a, const NewDocument& b) {
    return a.kind == b.kind && a.state == b.state && identity::document_key(a.number) == identity::document_key(b.number);
}

}  // namespace homeward::people
