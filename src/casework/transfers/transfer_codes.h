#pragma once
// Only .cpp files include this: it pulls Boost.Describe.

#include "casework/codes.h"
#include "casework/transfers/transfer.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(TransferState, waiting, accepted, refused, withdrawn)

}  // namespace homeward::casework
