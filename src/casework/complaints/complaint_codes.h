#pragma once
// The words of the API for complaints. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/complaints/complaint.h"
#include "casework/visits/visit_codes.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(ComplaintKind, complaint, feedback)
BOOST_DESCRIBE_ENUM(ComplaintAbout, service, decision, privacy, staff, supervisor, other)
BOOST_DESCRIBE_ENUM(ComplaintVia, in_person, phone, letter, box, other_body)
BOOST_DESCRIBE_ENUM(ComplaintLevel, supervisor, coordinator)
BOOST_DESCRIBE_ENUM(Satisfied, yes, partly, no, not_reached)
BOOST_DESCRIBE_ENUM(ComplaintState, open, answered, closed)
BOOST_DESCRIBE_ENUM(ComplaintStep, received, answered, asked, escalated)

/// Under whose key its texts are: the person's, or one of its own when it is anonymous.
inline Result<vault::PersonKey> key_of_complaint(access::Work& work, const Complaint& complaint) {
    if (!complaint.case_id) return work.vault().key_of(work.db, complaint.id.uuid);
    return work.vault().key_of(work.db, TRY(get_case(work.db, *complaint.case_id)).person_id.uuid);
}

/// Adds a step to its story.
Done add_complaint_move(access::Work& work, const Complaint& complaint, ComplaintStep kind, const std::string& text);

}  // namespace homeward::casework
