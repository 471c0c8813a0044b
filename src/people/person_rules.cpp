#include "people/person_rules.h"

#include <algorithm>

#include "base/text.h"
#include "identity/name_key.h"

namespace homeward::people {
namespace {

constexpr std::size_t kLongestNamePart = 120;
constexpr std::size_t kLongestText = 300;
constexpr std::size_t kLongestNote = 4000;
constexpr std::size_t kMostNames = 10;
constexpr std::size_t kMostDocuments = 20;

Done short_enough(std::string_view text, std::size_t most, std::string field) {
    if (!is_utf8(text)) return invalid("person.not_text", std::move(field));
    if (length_of(text) > most) return invalid("person.too_long", std::move(field), {{"most", std::to_string(most)}});
    return {};
}

template <class List, class Value>
bool holds(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool says_something(const NameParts& name) { return !identity::fold(display_name(name)).empty(); }

bool same_text(const NameParts& a, const NameParts& b) {
    return a.family == b.family && a.given == b.given && a.patronymic == b.patronymic;
}

std::vector<NameParts> tidied_names(const std::vector<NameParts>& names) {
    std::vector<NameParts> kept;
    for (const auto& name : names) {
        NameParts tidy_name{tidy(name.family), tidy(name.given), tidy(name.patronymic)};
        const auto equal = [&](const NameParts& other) { return same_text(tidy_name, other); };
        if (says_something(tidy_name) && std::none_of(kept.begin(), kept.end(), equal)) kept.push_back(std::move(tidy_name));
    }
    return kept;
}

Done check_names(const std::vector<NameParts>& names) {
    if (names.empty()) return invalid("person.name_missing", "names");
    if (names.size() > kMostNames) return invalid("person.too_many_names", "names", {{"most", std::to_string(kMostNames)}});
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string at = "names/" + std::to_string(i) + "/";
        TRY(short_enough(names[i].family, kLongestNamePart, at + "family"));
        TRY(short_enough(names[i].given, kLongestNamePart, at + "given"));
        TRY(short_enough(names[i].patronymic, kLongestNamePart, at + "patronymic"));
    }
    return {};
}

Done check_details(const PersonDetails& details) {
    TRY(short_enough(details.birth_place, kLongestText, "details/birth_place"));
    TRY(short_enough(details.citizenship, kLongestText, "details/citizenship"));
    TRY(short_enough(details.phone, kLongestText, "details/phone"));
    TRY(short_enough(details.contact_times, kLongestText, "details/contact_times"));
    TRY(short_enough(details.note, kLongestNote, "details/note"));
    TRY(short_enough(details.listed_region, kLongestText, "details/listed_region"));
    return short_enough(details.listed_relationship, kLongestText, "details/listed_relationship");
}

Done check_arrival(const NewPerson& person, const Register& reg, Date today) {
    if (!person.stage_id.empty() && !reg.find_stage(person.stage_id)) return invalid("person.unknown_stage", "stage_id");
    if (person.stage_id.empty() && person.entry_route == EntryRoute::operation) return invalid("person.stage_missing", "stage_id");
    if (!person.stage_id.empty() && person.entry_route != EntryRoute::operation) return invalid("person.stage_not_asked", "stage_id");
    if (person.arrived_on && *person.arrived_on > today) return invalid("person.arrived_in_future", "arrived_on");
    if (person.arrived_on && person.arrived_on->year < 1990) return invalid("person.arrived_too_early", "arrived_on");
    return {};
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string out(trim(text));
    for (char& c : out) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n') || byte == 0x7f) c = ' ';
    }
    return out;
}

NewPerson tidied(NewPerson person) {
    person.names = tidied_names(person.names);
    auto& details = person.details;
    for (std::string* text : {&details.birth_place, &details.citizenship, &details.phone, &details.contact_times, &details.note,
                              &details.listed_region, &details.listed_relationship, &person.district}) {
        *text = tidy(*text);
    }
    for (auto& document : person.documents) document.number = tidy(document.number);
    return person;
}

Done check_document(const NewDocument& document, Date today, const std::string& field) {
    const std::string at = field.empty() ? "" : field + "/";
    if (!holds(document_kinds(), std::string_view(document.kind))) return invalid("person.unknown_document", at + "kind");
    TRY(short_enough(document.number, kLongestNamePart, at + "number"));
    const bool restored = document.state == DocumentState::restored;
    if (restored && !document.restored_on) return invalid("document.restored_on_missing", at + "restored_on");
    if (!restored && document.restored_on) return invalid("document.restored_on_not_asked", at + "restored_on");
    if (restored && *document.restored_on > today) return invalid("document.restored_in_future", at + "restored_on");
    return {};
}

Done check_person(const NewPerson& person, const Register& reg, Date today) {
    TRY(check_names(person.names));
    if (person.born_on && person.born_on->earliest() > today) return invalid("person.born_in_future", "born_on");
    if (person.born_on && person.born_on->year < 1850) return invalid("person.born_too_early", "born_on");
    TRY(check_arrival(person, reg, today));
    if (!person.region.empty() && !reg.has_region(person.region)) return invalid("person.unknown_region", "region");
    if (!person.relationship.empty() && !holds(relationships(), std::string_view(person.relationship))) {
        return invalid("person.unknown_relationship", "relationship");
    }
    TRY(short_enough(person.district, kLongestText, "district"));
    TRY(check_details(person.details));
    if (person.documents.size() > kMostDocuments) {
        return invalid("person.too_many_documents", "documents", {{"most", std::to_string(kMostDocuments)}});
    }
    for (std::size_t i = 0; i < person.documents.size(); ++i) {
        TRY(check_document(person.documents[i], today, "documents/" + std::to_string(i)));
    }
    return {};
}

RegisterEntry entry_of(PersonId id, const std::string& code, const NewPerson& person) {
    RegisterEntry entry;
    entry.id = id;
    entry.code = code;
    entry.names = person.names;
    for (const auto& document : person.documents) {
        if (!document.number.empty()) entry.document_numbers.push_back(document.number);
    }
    entry.sex = person.sex;
    entry.born_on = person.born_on;
    entry.stage_id = person.stage_id;
    entry.arrived_on = person.arrived_on;
    entry.region = person.region;
    entry.family_id = person.family_id;
    entry.assigned_to = person.assigned_to;
    return entry;
}

RegisterEntry entry_of(const Person& person) {
    RegisterEntry entry = entry_of(person.id, person.code, person);
    for (const auto& document : person.papers) {
        if (!document.number.empty()) entry.document_numbers.push_back(document.number);
    }
    return entry;
}

}  // namespace homeward::people
