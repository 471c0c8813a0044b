#include "people/enum_names.h"
#include "people/person.h"

namespace homeward::people {
namespace {

constexpr EnumNames<CaseStep, 10> kSteps{{
    {CaseStep::none, "none"}, {CaseStep::opened, "opened"}, {CaseStep::assessed, "assessed"},
    {CaseStep::plan_draft, "plan_draft"}, {CaseStep::plan_submitted, "plan_submitted"},
    {CaseStep::plan_approved, "plan_approved"}, {CaseStep::in_service, "in_service"}, {CaseStep::follow_up, "follow_up"},
    {CaseStep::closure_proposed, "closure_proposed"}, {CaseStep::closed, "closed"},
}};
constexpr EnumNames<Sex, 3> kSexes{{{Sex::female, "female"}, {Sex::male, "male"}, {Sex::unknown, "unknown"}}};
constexpr EnumNames<EntryRoute, 4> kRoutes{{
    {EntryRoute::operation, "operation"}, {EntryRoute::self_return, "self_return"},
    {EntryRoute::family_transfer, "family_transfer"}, {EntryRoute::other, "other"},
}};
constexpr EnumNames<DocumentState, 4> kDocumentStates{{
    {DocumentState::held, "held"}, {DocumentState::missing, "missing"}, {DocumentState::requested, "requested"},
    {DocumentState::restored, "restored"},
}};

}  // namespace

std::string_view to_string(CaseStep step) { return name_in(kSteps, step); }
std::optional<CaseStep> case_step_from(std::string_view name) { return value_in(kSteps, name); }
std::string_view to_string(Sex sex) { return name_in(kSexes, sex); }
std::optional<Sex> sex_from(std::string_view name) { return value_in(kSexes, name); }
std::string_view to_string(EntryRoute route) { return name_in(kRoutes, route); }
std::optional<EntryRoute> entry_route_from(std::string_view name) { return value_in(kRoutes, name); }
std::string_view to_string(DocumentState state) { return name_in(kDocumentStates, state); }
std::optional<DocumentState> document_state_from(std::string_view name) { return value_in(kDocumentStates, name); }

const std::vector<std::string_view>& document_kinds() {
    static const std::vector<std::string_view> kinds{
        "birth_certificate", "foreign_birth_certificate", "id_card", "passport", "travel_passport", "return_certificate",
        "entry_in_parents_document", "citizenship_certificate", "residence_permit", "marriage_certificate",
        "school_record", "medical_record", "other",
    };
    return kinds;
}

const std::vector<std::string_view>& relationships() {
    static const std::vector<std::string_view> codes{
        "head", "spouse", "son", "daughter", "child", "brother", "sister", "mother", "father", "grandmother", "grandfather",
        "grandchild", "nephew_or_niece", "aunt_or_uncle", "other_relative", "not_related", "unaccompanied",
    };
    return codes;
}

std::string display_name(const NameParts& name) {
    std::string text;
    for (const std::string* part : {&name.family, &name.given, &name.patronymic}) {
        if (part->empty()) continue;
        if (!text.empty()) text += ' ';
        text += *part;
    }
    return text;
}

}  // namespace homeward::people
