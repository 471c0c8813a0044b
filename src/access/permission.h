#pragma once
// May this actor do this here. Policy is one table; what it does not list is refused.

#include <span>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/result.h"

namespace homeward::access {

enum class Permission {
    // people
    list_register, read_person, edit_person, assign_person, import_arrivals, review_duplicates, export_register,
    write_consent, request_documents, answer_documents,
    name_circle,       ///< name a psychologist or a second worker for a person
    // casework
    open_case, read_case, write_case, approve_assessment, submit_plan, approve_plan, record_visit, record_survey,
    propose_closure, approve_closure, reopen_case, transfer_case, hold_conference,
    write_child,       ///< care arrangements, best interests, separation and reunification
    sit_on_panel,      ///< decide a best-interests report
    write_note,
    write_sealed_note, ///< of a psychologist: read by its writer and named successors only
    log_incident, record_complaint, handle_complaint, attach_file, print_letter, read_history, edit_forms,
    propose_disclosure, approve_disclosure,  ///< a lawful order's minimal extract: two persons
    // services
    order_service, approve_order, manage_grants, manage_providers, refer, answer_referral,
    // how it goes
    read_workload, read_bottlenecks, build_reports,
    // statistics
    prepare_return, sign_return, release_return, read_returns,
    // actions of the Council, at a node
    read_actions, report_progress,
    // the Council
    read_council, edit_council, publish_claim,
    speak_for_member,  ///< comment, object, confirm, register, apply, acknowledge: for the actor's own State or body
    edit_national,     ///< law, commitments, initiatives of the actor's own State
    write_practice, review_practice, write_notice,
    // operation
    read_audit, manage_accounts, read_exchange,
};
std::string_view name_of(Permission permission);

/// How far a permission reaches.
enum class Reach {
    none,
    own,     ///< persons assigned to the actor, or in whose circle the actor was named
    region,  ///< persons of the actor's region
    all,
};

Reach reach_of(const Actor& actor, Permission permission);

/// Where the thing stands that is asked about.
struct Relation {
    std::string_view region;                  ///< of the person
    std::optional<AccountId> assigned_to;     ///< the person's social worker
    std::span<const AccountId> circle = {};   ///< who was named beside the social worker
};

/// For things that belong to no person, or lists that are filtered by reach.
/// returns   the reach, never `none`
/// errors    forbidden `access.not_allowed`
Result<Reach> require(const Actor& actor, Permission permission);
/// For one person's record.
/// errors    forbidden `access.not_allowed`, or `access.not_yours` when the role may but not here
Done require(const Actor& actor, Permission permission, const Relation& relation);
bool may(const Actor& actor, Permission permission, const Relation& relation);
bool may(const Actor& actor, Permission permission);

/// Names of all permissions that the actor has with any reach; the front end shows its menu by them.
std::vector<std::string_view> permissions_of(const Actor& actor);

}  // namespace homeward::access
