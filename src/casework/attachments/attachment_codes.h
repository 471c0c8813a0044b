#pragma once
// The words of the API for attachments. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/attachments/attachment.h"
#include "casework/codes.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(AttachmentKind, birth_certificate, court_decision, medical, school, photo, consent_form, other)
BOOST_DESCRIBE_ENUM(AttachmentCompartment, record, psychosocial)

}  // namespace homeward::casework
