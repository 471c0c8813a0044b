#include "statistics/returns/annual_return.h"

#include <algorithm>

namespace homeward::statistics {

ReturnState ReturnSummary::state() const {
    if (withdrawal && withdrawal->confirmed) return ReturnState::withdrawn;
    if (released_at) return newer ? ReturnState::corrected : ReturnState::released;
    if (newer) return ReturnState::replaced;
    return signatures.size() >= kSignatures ? ReturnState::ready : ReturnState::draft;
}

bool ReturnSummary::signed_by(access::AccountId account) const {
    return std::ranges::find(signatures, account, &Signature::by) != signatures.end();
}

}  // namespace homeward::statistics
