#include "access/permission.h"

#include <algorithm>

namespace homeward::access {
namespace {

struct Named {
    Permission permission;
    std::string_view name;
};

constexpr Named kNames[] = {
    {Permission::list_register, "list_register"}, {Permission::read_person, "read_person"},
    {Permission::edit_person, "edit_person"}, {Permission::assign_person, "assign_person"},
    {Permission::import_arrivals, "import_arrivals"}, {Permission::review_duplicates, "review_duplicates"},
    {Permission::export_register, "export_register"},
    {Permission::write_consent, "write_consent"}, {Permission::request_documents, "request_documents"},
    {Permission::answer_documents, "answer_documents"}, {Permission::name_circle, "name_circle"},
    {Permission::open_case, "open_case"}, {Permission::read_case, "read_case"}, {Permission::write_case, "write_case"},
    {Permission::approve_assessment, "approve_assessment"},
    {Permission::submit_plan, "submit_plan"}, {Permission::approve_plan, "approve_plan"},
    {Permission::record_visit, "record_visit"}, {Permission::record_survey, "record_survey"},
    {Permission::propose_closure, "propose_closure"}, {Permission::approve_closure, "approve_closure"},
    {Permission::reopen_case, "reopen_case"}, {Permission::transfer_case, "transfer_case"},
    {Permission::hold_conference, "hold_conference"}, {Permission::write_child, "write_child"},
    {Permission::sit_on_panel, "sit_on_panel"}, {Permission::write_note, "write_note"},
    {Permission::write_sealed_note, "write_sealed_note"}, {Permission::log_incident, "log_incident"},
    {Permission::record_complaint, "record_complaint"}, {Permission::handle_complaint, "handle_complaint"},
    {Permission::attach_file, "attach_file"}, {Permission::print_letter, "print_letter"},
    {Permission::read_history, "read_history"}, {Permission::edit_forms, "edit_forms"},
    {Permission::propose_disclosure, "propose_disclosure"}, {Permission::approve_disclosure, "approve_disclosure"},
    {Permission::order_service, "order_service"}, {Permission::approve_order, "approve_order"},
    {Permission::manage_grants, "manage_grants"}, {Permission::manage_providers, "manage_providers"},
    {Permission::refer, "refer"}, {Permission::answer_referral, "answer_referral"},
    {Permission::read_workload, "read_workload"}, {Permission::read_bottlenecks, "read_bottlenecks"},
    {Permission::build_reports, "build_reports"},
    {Permission::prepare_return, "prepare_return"}, {Permission::sign_return, "sign_return"},
    {Permission::release_return, "release_return"}, {Permission::read_returns, "read_returns"},
    {Permission::read_actions, "read_actions"}, {Permission::report_progress, "report_progress"},
    {Permission::read_council, "read_council"}, {Permission::edit_council, "edit_council"},
    {Permission::publish_claim, "publish_claim"}, {Permission::speak_for_member, "speak_for_member"},
    {Permission::edit_national, "edit_national"}, {Permission::write_practice, "write_practice"},
    {Permission::review_practice, "review_practice"}, {Permission::write_notice, "write_notice"},
    {Permission::read_audit, "read_audit"}, {Permission::manage_accounts, "manage_accounts"},
    {Permission::read_exchange, "read_exchange"},
};

struct Rule {
    Role role;
    Permission permission;
    Reach reach;
};

// One line, one right. Self-approval is refused by the rules of casework, whoever holds the right.
constexpr Rule kRules[] = {
    {Role::social_worker, Permission::list_register, Reach::own},
    {Role::social_worker, Permission::read_person, Reach::own},
    {Role::social_worker, Permission::edit_person, Reach::own},
    {Role::social_worker, Permission::open_case, Reach::own},
    {Role::social_worker, Permission::read_case, Reach::own},
    {Role::social_worker, Permission::write_case, Reach::own},
    {Role::social_worker, Permission::submit_plan, Reach::own},
    {Role::social_worker, Permission::order_service, Reach::own},
    {Role::social_worker, Permission::record_visit, Reach::own},
    {Role::social_worker, Permission::record_survey, Reach::own},
    {Role::social_worker, Permission::propose_closure, Reach::own},
    {Role::social_worker, Permission::write_consent, Reach::own},
    {Role::social_worker, Permission::request_documents, Reach::own},
    {Role::social_worker, Permission::transfer_case, Reach::own},
    {Role::social_worker, Permission::hold_conference, Reach::own},
    {Role::social_worker, Permission::write_child, Reach::own},
    {Role::social_worker, Permission::write_note, Reach::own},
    {Role::social_worker, Permission::log_incident, Reach::own},
    {Role::social_worker, Permission::record_complaint, Reach::own},
    {Role::social_worker, Permission::attach_file, Reach::own},
    {Role::social_worker, Permission::print_letter, Reach::own},
    {Role::social_worker, Permission::read_history, Reach::own},
    {Role::social_worker, Permission::manage_grants, Reach::own},
    {Role::social_worker, Permission::refer, Reach::own},

    {Role::supervisor, Permission::list_register, Reach::region},
    {Role::supervisor, Permission::read_person, Reach::region},
    {Role::supervisor, Permission::edit_person, Reach::region},
    {Role::supervisor, Permission::assign_person, Reach::region},
    {Role::supervisor, Permission::review_duplicates, Reach::region},
    {Role::supervisor, Permission::open_case, Reach::region},
    {Role::supervisor, Permission::read_case, Reach::region},
    {Role::supervisor, Permission::write_case, Reach::region},
    {Role::supervisor, Permission::submit_plan, Reach::region},
    {Role::supervisor, Permission::approve_plan, Reach::region},
    {Role::supervisor, Permission::order_service, Reach::region},
    {Role::supervisor, Permission::record_visit, Reach::region},
    {Role::supervisor, Permission::record_survey, Reach::region},
    {Role::supervisor, Permission::propose_closure, Reach::region},
    {Role::supervisor, Permission::approve_closure, Reach::region},
    {Role::supervisor, Permission::reopen_case, Reach::region},
    {Role::supervisor, Permission::write_consent, Reach::region},
    {Role::supervisor, Permission::request_documents, Reach::region},
    {Role::supervisor, Permission::transfer_case, Reach::region},
    {Role::supervisor, Permission::hold_conference, Reach::region},
    {Role::supervisor, Permission::write_child, Reach::region},
    {Role::supervisor, Permission::write_note, Reach::region},
    {Role::supervisor, Permission::log_incident, Reach::region},
    {Role::supervisor, Permission::record_complaint, Reach::region},
    {Role::supervisor, Permission::attach_file, Reach::region},
    {Role::supervisor, Permission::print_letter, Reach::region},
    {Role::supervisor, Permission::read_history, Reach::region},
    {Role::supervisor, Permission::manage_grants, Reach::region},
    {Role::supervisor, Permission::refer, Reach::region},
    {Role::supervisor, Permission::name_circle, Reach::region},
    {Role::supervisor, Permission::approve_assessment, Reach::region},
    {Role::supervisor, Permission::sit_on_panel, Reach::region},
    {Role::supervisor, Permission::handle_complaint, Reach::region},
    {Role::supervisor, Permission::approve_order, Reach::region},
    {Role::supervisor, Permission::read_workload, Reach::region},
    {Role::supervisor, Permission::build_reports, Reach::region},

    // A psychologist works with those for whom a supervisor named them, and sits on the region's panels.
    {Role::psychologist, Permission::read_person, Reach::own},
    {Role::psychologist, Permission::read_case, Reach::own},
    {Role::psychologist, Permission::hold_conference, Reach::own},
    {Role::psychologist, Permission::write_sealed_note, Reach::own},
    {Role::psychologist, Permission::log_incident, Reach::own},
    {Role::psychologist, Permission::record_complaint, Reach::own},
    {Role::psychologist, Permission::sit_on_panel, Reach::region},

    // A registry clerk sees requests and their status, and of the person what a request says; no record, no file.
    {Role::civil_registry, Permission::answer_documents, Reach::region},

    // Staff of a provider see what was referred to their own body: the actions compare with Actor::member.
    {Role::provider, Permission::answer_referral, Reach::all},

    // The coordinator steers the programme: arrivals, numbers and the Council's actions, but no case file.
    {Role::coordinator, Permission::list_register, Reach::all},
    {Role::coordinator, Permission::read_person, Reach::all},
    {Role::coordinator, Permission::edit_person, Reach::all},
    {Role::coordinator, Permission::assign_person, Reach::all},
    {Role::coordinator, Permission::import_arrivals, Reach::all},
    {Role::coordinator, Permission::review_duplicates, Reach::all},
    {Role::coordinator, Permission::export_register, Reach::all},
    {Role::coordinator, Permission::manage_providers, Reach::all},
    {Role::coordinator, Permission::prepare_return, Reach::all},
    {Role::coordinator, Permission::sign_return, Reach::all},
    {Role::coordinator, Permission::release_return, Reach::all},
    {Role::coordinator, Permission::read_returns, Reach::all},
    {Role::coordinator, Permission::read_actions, Reach::all},
    {Role::coordinator, Permission::report_progress, Reach::all},
    {Role::coordinator, Permission::handle_complaint, Reach::all},
    {Role::coordinator, Permission::edit_forms, Reach::all},
    {Role::coordinator, Permission::read_bottlenecks, Reach::all},
    {Role::coordinator, Permission::build_reports, Reach::all},
    {Role::coordinator, Permission::propose_disclosure, Reach::all},

    {Role::data_protection_officer, Permission::read_audit, Reach::all},
    {Role::data_protection_officer, Permission::read_returns, Reach::all},
    {Role::data_protection_officer, Permission::sign_return, Reach::all},
    {Role::data_protection_officer, Permission::approve_disclosure, Reach::all},

    {Role::secretariat, Permission::read_council, Reach::all},
    {Role::secretariat, Permission::edit_council, Reach::all},
    {Role::secretariat, Permission::publish_claim, Reach::all},
    {Role::secretariat, Permission::read_exchange, Reach::all},
    {Role::secretariat, Permission::write_practice, Reach::all},
    {Role::secretariat, Permission::write_notice, Reach::all},
    // A focal point speaks for one State or body, never for another: the actions compare with Actor::member.
    {Role::focal_point, Permission::read_council, Reach::all},
    {Role::focal_point, Permission::speak_for_member, Reach::all},
    {Role::focal_point, Permission::edit_national, Reach::all},
    {Role::focal_point, Permission::write_practice, Reach::all},
    {Role::focal_point, Permission::review_practice, Reach::all},
    {Role::focal_point, Permission::write_notice, Reach::all},
    {Role::expert, Permission::read_council, Reach::all},
    {Role::expert, Permission::write_practice, Reach::all},
    {Role::expert, Permission::review_practice, Reach::all},
    {Role::observer, Permission::read_council, Reach::all},

    {Role::admin, Permission::manage_accounts, Reach::all},
    {Role::admin, Permission::read_exchange, Reach::all},
    {Role::admin, Permission::read_audit, Reach::all},
};

}  // namespace

std::string_view name_of(Permission permission) {
    for (const auto& [each, name] : kNames) {
        if (each == permission) return name;
    }
    return {};
}

Reach reach_of(const Actor& actor, Permission permission) {
    if (actor.role == Role::system) return Reach::all;
    for (const Rule& rule : kRules) {
        if (rule.role == actor.role && rule.permission == permission) {
            // A regional right of someone who has no region reaches nowhere.
            return rule.reach == Reach::region && actor.region.empty() ? Reach::none : rule.reach;
        }
    }
    return Reach::none;
}

Result<Reach> require(const Actor& actor, Permission permission) {
    const Reach reach = reach_of(actor, permission);
    if (reach == Reach::none) return forbidden("access.not_allowed");
    return reach;
}

Done require(const Actor& actor, Permission permission, const Relation& relation) {
    switch (TRY(require(actor, permission))) {
        case Reach::all: return {};
        case Reach::region:
            if (relation.region == actor.region) return {};
            break;
        case Reach::own:
            if (relation.assigned_to == actor.id || std::ranges::find(relation.circle, actor.id) != relation.circle.end()) return {};
            break;
        case Reach::none: break;
    }
    return forbidden("access.not_yours");
}

bool may(const Actor& actor, Permission permission, const Relation& relation) {
    return require(actor, permission, relation).has_value();
}
bool may(const Actor& actor, Permission permission) { return reach_of(actor, permission) != Reach::none; }

std::vector<std::string_view> permissions_of(const Actor& actor) {
    std::vector<std::string_view> names;
    for (const auto& [permission, name] : kNames) {
        if (may(actor, permission)) names.push_back(name);
    }
    return names;
}

}  // namespace homeward::access
