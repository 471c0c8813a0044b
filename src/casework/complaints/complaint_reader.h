#pragma once
// Whose eyes a complaint is for. Nobody reads a complaint about themselves.

#include "casework/complaints/complaint.h"
#include "people/relation.h"

namespace homeward::casework {

/// Where the person stands whose complaint it is; nothing for an anonymous one.
std::optional<people::PersonRelation> relation_to(store::Connection& db, const Complaint& complaint);

/// Whether it is for the actor to read.
///
/// A supervisor reads those of the region, save those about a supervisor; a coordinator those that came or were taken to them.
/// Whoever works with the person reads what is not about staff. The one a complaint is about reads nothing of it.
bool is_for(const access::Actor& actor, const Complaint& complaint, const std::optional<people::PersonRelation>& relation);
/// Whether an answer is the actor's to give.
bool answers(const access::Actor& actor, const Complaint& complaint);

}  // namespace homeward::casework
