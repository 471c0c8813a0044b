#include "council/practices/write_practice.h"

#include "council/audience.h"
#include "council/mailing.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Role;
using access::Work;

Done check_own_state(const access::Actor& actor, const std::string& state) {
    if (actor.role == Role::focal_point && actor.member != state) return forbidden("practice.not_your_state");
    return {};
}

Result<Practice> own_draft(Work& work, PracticeId id) {
    Practice practice = TRY(see_practice(work, id));
    if (!writes(work.actor, practice)) return forbidden("practice.not_yours");
    if (practice.stage != PracticeStage::draft) return conflict("practice.stage");
    return practice;
}

/// A practice that waits for its State, to one who speaks for that State.
Result<Practice> to_be_cleared(Work& work, PracticeId id) {
    Practice practice = TRY(see_practice(work, id));
    TRY(access::require(work.actor, Permission::speak_for_member));
    if (work.actor.member != practice.state) return forbidden("practice.not_your_state");
    if (practice.stage != PracticeStage::clearance) return conflict("practice.stage");
    return practice;
}

News news_of(const char* kind, const Practice& practice) {
    return {kind, "practice", practice.id.str(), title_of(practice, "en"), "/practices/" + practice.id.str()};
}

}  // namespace

Result<PracticeId> write_practice(Work& work, const exchange::Membership& members, const PracticeContent& content) {
    TRY(access::require(work.actor, Permission::write_practice));
    TRY(check_own_state(work.actor, content.state));
    TRY(check_practice(content, members, work.today()));
    Practice practice;
    static_cast<PracticeContent&>(practice) = content;
    practice.id = practice.series = PracticeId::make(work.now);
    practice.author = work.actor.id;
    insert_practice(work, practice);
    tell_readers(work, practice.id);
    return practice.id;
}

Done save_practice(Work& work, const exchange::Membership& members, PracticeId id, int seen, const PracticeContent& content) {
    const Practice practice = TRY(own_draft(work, id));
    TRY(check_own_state(work.actor, content.state));
    // A later edition speaks of the same State: those who adapted it know it as that.
    if (practice.edition > 1 && content.state != practice.state) return invalid("practice.state", "state");
    TRY(check_practice(content, members, work.today()));
    return save_practice_content(work, practice, seen, content);
}

Done submit_practice(Work& work, PracticeId id, int seen) {
    const Practice practice = TRY(own_draft(work, id));
    if (seen != practice.version) return conflict("edit.changed_meanwhile");
    TRY(check_complete(practice));
    work.db.run("UPDATE practices SET submitted_by = $2 WHERE id = $1", id, work.actor.id);
    take_step(work, practice, PracticeStage::clearance, "submitted");
    tell(work, {"focal:" + practice.state}, news_of("clearance_waiting", practice));
    return {};
}

Done clear_practice(Work& work, PracticeId id) {
    const Practice practice = TRY(to_be_cleared(work, id));
    // A second person of the State looks before others do.
    if (!clears(work.actor, practice)) return forbidden("practice.own_work");
    work.db.run("UPDATE practices SET round = round + 1 WHERE id = $1", id);
    take_step(work, practice, PracticeStage::review, "cleared");
    return {};
}

Done return_practice(Work& work, PracticeId id, const std::string& reason) {
    Practice practice = TRY(see_practice(work, id));
    if (practice.stage == PracticeStage::clearance) {
        practice = TRY(to_be_cleared(work, id));
    } else {
        TRY(access::require(work.actor, Permission::edit_council));
        if (practice.stage != PracticeStage::review && practice.stage != PracticeStage::reviewed) return conflict("practice.stage");
    }
    TRY(check_text(reason, 4000, "reason"));
    take_step(work, practice, PracticeStage::draft, "returned", reason);
    tell(work, {"account:" + practice.author.str(), "focal:" + practice.state}, news_of("practice_back", practice));
    return {};
}

}  // namespace homeward::council
