#pragma once
// A person of the register as the area's actions see one, unsealed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/date.h"
#include "base/result.h"
#include "identity/person_likeness.h"
#include "people/ids.h"

namespace homeward::people {

using identity::NameParts;
using identity::Sex;

std::string_view to_string(Sex sex);  ///< `female`, `male`, `unknown`
std::optional<Sex> sex_from(std::string_view name);

/// How somebody came back.
enum class EntryRoute { operation, self_return, family_transfer, other };
std::string_view to_string(EntryRoute route);
std::optional<EntryRoute> entry_route_from(std::string_view name);

/// What stands of a document. `requested`: the authority was asked; `restored`: a new one was given here.
enum class DocumentState { held, missing, requested, restored };
std::string_view to_string(DocumentState state);
std::optional<DocumentState> document_state_from(std::string_view name);

/// What is written down about a person besides names and birth date; as written, empty where not known.
struct PersonDetails {
    std::string birth_place;
    std::string citizenship;
    std::string phone;
    std::string contact_times;            ///< when it is safe to call or visit
    std::string note;
    std::string listed_region;            ///< as an arrival list had it
    std::string listed_relationship;      ///< likewise
};

/// kind         a code of `document_kinds()`
/// number       as written; empty when not known
/// restored_on  with state `restored` only
struct NewDocument {
    std::string kind;
    std::string number;
    DocumentState state = DocumentState::held;
    std::optional<Date> restored_on;
};

/// One document of a person.
struct Document : NewDocument {
    DocumentId id;
    std::int64_t version = 1;
};

/// A person to be added to the register.
///
/// names         as written, the main one first; at least one part of it is not empty
/// stage_id      of `operation_stages`; empty when the entry route is not `operation`
/// region        ISO 3166-2 code of `regions`; empty when not known
/// relationship  a code of `relationships()`; empty when not known
struct NewPerson {
    std::vector<NameParts> names;
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
    PersonDetails details;
    std::vector<NewDocument> documents;
    std::string stage_id;
    std::optional<Date> arrived_on;
    std::string region;
    std::string district;
    std::optional<FamilyId> family_id;
    std::string relationship;
    EntryRoute entry_route = EntryRoute::operation;
    std::optional<access::AccountId> assigned_to;
};

/// A person as stored. `names` has the main one first.
struct Person : NewPerson {
    PersonId id;
    std::string code;  ///< `UZ-2021-00042`: names nobody, may be said aloud
    std::vector<Document> papers;  ///< `documents` of NewPerson stays empty here
    std::optional<PersonId> merged_into;
    std::int64_t version = 1;
    Instant created_at;
};

/// What pages of other areas show of a person.
struct PersonCard {
    PersonId id;
    std::string code;
    std::string name;  ///< the main name as written, "family given patronymic"
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
    std::string region;
    std::optional<FamilyId> family_id;
    std::optional<access::AccountId> assigned_to;
};

/// "family given patronymic", without the parts that are empty.
std::string display_name(const NameParts& name);

/// One person for a page of another area, unsealed. Asks no permission and leaves no line in the log: the action
/// that needs it does both.
/// errors    not_found `person.not_found`, `person.erased`
Result<PersonCard> person_card(access::Work& work, PersonId id);

/// The whole person, unsealed. As `person_card` otherwise.
Result<Person> get_person(access::Work& work, PersonId id);

/// Codes of kinds of documents: `birth_certificate`, `passport`, …
const std::vector<std::string_view>& document_kinds();
/// Codes of relationships to the head of a family: `head`, `spouse`, `son`, …
const std::vector<std::string_view>& relationships();

}  // namespace homeward::people
