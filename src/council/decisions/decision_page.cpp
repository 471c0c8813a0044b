#include "council/decisions/decision_page.h"

#include <algorithm>

#include "council/audience.h"
#include "council/decisions/decision_json.h"
#include "council/decisions/decision_rules.h"
#include "council/members/membership.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(DecisionObjection, (), (id, member, reason, made_by, made_at, withdrawn_at))
BOOST_DESCRIBE_STRUCT(Silence, (), (round, version, begun_by, begun_at, ends_on, outcome, ended_at, objections))
BOOST_DESCRIBE_STRUCT(DecisionNote, (), (id, member, text, made_at))
BOOST_DESCRIBE_STRUCT(DecisionFieldChange, (), (field, was, became))
BOOST_DESCRIBE_STRUCT(DecisionEdit, (), (version, by, at, changes))

struct DecisionAllows {
    bool edit = false, begin_silence = false, withdraw = false, object = false, withdraw_objection = false, note = false, publish = false, act = false;
};
BOOST_DESCRIBE_STRUCT(DecisionAllows, (), (edit, begin_silence, withdraw, object, withdraw_objection, note, publish, act))
/// The last four are empty for who may not see how a decision came about.
struct DecisionPageBody {
    DecisionBody decision;
    std::vector<DecisionNote> notes;
    std::vector<Silence> silences;
    std::vector<DecisionEdit> edits;
    std::string drafted_by;
    std::optional<Instant> drafted_at;
    int least_silence_days = 0;
    DecisionAllows allows;
};
BOOST_DESCRIBE_STRUCT(DecisionPageBody, (), (decision, notes, silences, edits, drafted_by, drafted_at, least_silence_days, allows))

namespace {

using access::Permission;
using access::Work;

DecisionAllows allows_of(Work& work, const Program& program, const DecisionPageBody& page) {
    const auto& decision = page.decision;
    const bool edits = access::may(work.actor, Permission::edit_council), speaks = speaks_for_state(work.actor, program.exchange);
    const bool draft = decision.state == "draft" || decision.state == "objected", adopted = decision.state == "adopted";
    DecisionAllows allows{edits && draft, edits && draft, edits && draft, false, false, speaks && (adopted || decision.state == "silence"),
                          edits && adopted && !decision.open_to_all && !decision.number.empty(), edits && adopted && !decision.number.empty()};
    if (page.silences.empty()) return allows;
    const auto& last = page.silences.back();
    const auto own = std::ranges::find(last.objections, work.actor.member, &DecisionObjection::member);
    const auto stands = std::ranges::count_if(last.objections, [](const auto& each) { return !each.withdrawn_at; });
    if (decision.state == "objected" && stands > 0) allows.begin_silence = false;
    const bool runs = decision.state == "silence" || (decision.state == "objected" && !silence_over(last.ends_on, work.today()));
    allows.object = speaks && runs && own == last.objections.end();
    allows.withdraw_objection = speaks && decision.state == "objected" && own != last.objections.end() && !own->withdrawn_at;
    return allows;
}

void read_deliberation(Work& work, DecisionPageBody& page) {
    const auto id = page.decision.id;
    page.silences = silences_of(work, id);
    page.edits = edits_of(work.db, id);
    for (const auto row : work.db.query("SELECT COALESCE(a.name, ''), d.created_at FROM decisions d LEFT JOIN accounts a ON a.id = d.created_by WHERE d.id = $1", id)) {
        page.drafted_by = row.get<std::string>(0);
        page.drafted_at = row.get<Instant>(1);
    }
}

}  // namespace

Result<http::Reply> decision_page(Work& work, const Program& program, DecisionId id) {
    TRY(require_to_see(work, "decision", id.str(), "decision.not_found"));
    DecisionPageBody page{decision_body(work, TRY(get_decision(work, id))), notes_of(work.db, id), {}, {}, {}, {}, program.least_silence_days, {}};
    if (may_see(work, "deliberation", id.str())) read_deliberation(work, page);
    page.allows = allows_of(work, program, page);
    return http::ok(page);
}

}  // namespace homeward::council
