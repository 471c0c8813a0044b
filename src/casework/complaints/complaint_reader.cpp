#include "casework/complaints/complaint_reader.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Permission;
using access::Reach;


/// Whether the actor is of those who answer complaints, and it came as far as them.
bool reached(const Actor& actor, const Complaint& complaint) {
    switch (reach_of(actor, Permission::handle_complaint)) {
        case Reach::all: return complaint.level == ComplaintLevel::coordinator;
        case Reach::region: return complaint.region == actor.region && complaint.about != ComplaintAbout::supervisor;
        default: return false;
    }
}

}  // namespace

std::optional<people::PersonRelation> relation_to(store::Connection& db, const Complaint& complaint) {
    if (!complaint.case_id) return std::nullopt;
    const auto file = get_case(db, *complaint.case_id);
    if (!file) return std::nullopt;
    const auto relation = people::relation_of(db, file->person_id);
    return relation ? std::optional(*relation) : std::nullopt;
}

bool is_for(const Actor& actor, const Complaint& complaint, const std::optional<people::PersonRelation>& relation) {
    if (actor.role == access::Role::system || complaint.about_account == actor.id) return false;
    if (reached(actor, complaint)) return true;
    return !about_staff(complaint.about) && relation && may(actor, Permission::record_complaint, *relation);
}

bool answers(const Actor& actor, const Complaint& complaint) {
    if (complaint.about_account == actor.id || !reached(actor, complaint)) return false;
    return (reach_of(actor, Permission::handle_complaint) == Reach::all) == (complaint.level == ComplaintLevel::coordinator);
}

}  // namespace homeward::casework
