#include "council/routes.h"

#include "council/claims/claim_routes.h"
#include "council/commitments/commitment_routes.h"
#include "council/law/law_routes.h"
#include "council/ledger/ledger_routes.h"
#include "council/decisions/decision_routes.h"
#include "council/desk/desk_routes.h"
#include "council/followup/action_routes.h"
#include "council/experts/expert_routes.h"
#include "council/meetings/meeting_routes.h"
#include "council/members/member_routes.h"
#include "council/notices/notice_routes.h"
#include "council/papers/paper_routes.h"
#include "council/practices/practice_routes.h"
#include "council/public_routes.h"
#include "council/reports/report_routes.h"
#include "council/returns/definition_routes.h"
#include "council/returns/return_routes.h"
#include "council/search_routes.h"
#include "council/trainings/training_routes.h"

namespace homeward::council {

void routes(http::Router& router, const Program& program) {
    member_routes(router, program);
    expert_routes(router, program);
    meeting_routes(router, program);
    decision_routes(router, program);
    action_routes(router, program);
    claim_routes(router, program);
    return_routes(router, program);
    ledger_routes(router, program);
    report_routes(router, program);
    training_routes(router, program);
    law_routes(router, program);
    commitment_routes(router, program);
    initiative_routes(router, program);
    practice_routes(router, program);
    desk_routes(router, program);
    notice_routes(router, program);
    search_routes(router);
    paper_routes(router, program);
    public_routes(router);
    definition_routes(router);
}

}  // namespace homeward::council
