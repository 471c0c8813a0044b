#include <algorithm>
#include <set>

#include "access/accounts.h"
#include "casework/children/interests.h"
#include "casework/children/report_store.h"
#include "casework/need.h"
#include "people/relation.h"

namespace homeward::casework::children {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr std::string_view kOpinions[] = {"agree", "dissent"};

Done check_members(Work& work, const Seated& found, const std::vector<AccountId>& members) {
    const auto relation = TRY(people::relation_of(work.db, found.file.person_id));
    const auto candidates = panel_candidates(work, relation.region, found.report.id);
    std::set<AccountId> named;
    for (const auto& member : members) {
        if (std::ranges::find(candidates, member, &access::Actor::id) == candidates.end() || !named.insert(member).second) return invalid("panel.not_nameable", "members");
    }
    // Whoever has answered keeps their place.
    for (const auto& seat : found.report.seats) {
        if (seat.answered_at) named.insert(seat.account_id);
    }
    if (named.size() < kSmallestPanel) return invalid("panel.least", "members", {{"least", std::to_string(kSmallestPanel)}});
    return {};
}

/// The report and the actor's own place, of one that is before its panel when `open`.
Result<std::pair<Seated, Seat>> own_seat(Work& work, ReportId id, bool open) {
    auto found = load_report(work, id);
    if (!found) return not_found("panel.not_seated");
    const auto seat = std::ranges::find(found->report.seats, work.actor.id, &Seat::account_id);
    if (seat == found->report.seats.end()) return not_found("panel.not_seated");
    TRY(people::require_person(work.db, work.actor, Permission::sit_on_panel, found->file.person_id));
    if (TRY(is_of_age(work, found->file.person_id))) return conflict("child.of_age");
    if (open && found->report.state != "before_panel") return conflict("panel.not_open");
    Seat own = *seat;
    return std::pair(std::move(*found), std::move(own));
}

/// What the answers come to, when all have answered.
std::string decided(const std::vector<Seat>& seats) {
    if (seats.size() < kSmallestPanel || std::ranges::any_of(seats, [](const Seat& seat) { return seat.opinion.empty(); })) return {};
    const auto agreed = static_cast<std::size_t>(std::ranges::count(seats, "agree", &Seat::opinion));
    return agreed * 2 > seats.size() ? "agreed" : "not_agreed";
}

Done decide(Work& work, const Seated& found) {
    const auto state = decided(found.report.seats);
    if (state.empty()) return {};
    Report after = found.report;
    after.state = state;
    after.decided_at = work.now;
    return save_report(work, found.file, found.report, after, "panel.decided");
}

}  // namespace

std::vector<access::Actor> panel_candidates(Work& work, const std::string& region, ReportId id) {
    auto candidates = access::list_accounts(work.db, std::nullopt, region);
    std::set<AccountId> writers;
    for (const auto row : work.db.query("SELECT account_id FROM report_writers WHERE report_id = $1", id)) writers.insert(row.get<AccountId>(0));
    std::erase_if(candidates, [&](const access::Actor& each) { return writers.contains(each.id) || !may(each, Permission::sit_on_panel, access::Relation{region, {}, {}}); });
    return candidates;
}

Done name_panel(Work& work, ReportId id, const std::vector<AccountId>& members) {
    const Seated found = TRY(load_report(work, id));
    TRY(require_child_to_write(work, found.file.id));
    if (found.report.state != "before_panel") return conflict("panel.not_open");
    TRY(check_members(work, found, members));
    for (const auto& seat : found.report.seats) {
        if (seat.answered_at || std::ranges::find(members, seat.account_id) != members.end()) continue;
        work.db.run("DELETE FROM panel_seats WHERE report_id = $1 AND account_id = $2", id, seat.account_id);
        work.record({"panel.seat_vacated", "interest_report", id.str(), found.file.person_id.str(), {{"member", seat.account_id.str()}}});
    }
    for (const auto& member : members) {
        if (std::ranges::find(found.report.seats, member, &Seat::account_id) != found.report.seats.end()) continue;
        work.db.run("INSERT INTO panel_seats (report_id, account_id, named_by, named_at) VALUES ($1, $2, $3, $4)", id, member, work.actor.id, work.now);
        work.record({"panel.named", "interest_report", id.str(), found.file.person_id.str(), {{"member", member.str()}}});
    }
    // Whoever had not answered may just have been taken off: those who have may be all by now.
    return decide(work, TRY(load_report(work, id)));
}

Done confirm_seat(Work& work, ReportId id) {
    const auto [found, seat] = TRY(own_seat(work, id, true));
    if (seat.confirmed_at) return {};
    work.db.run("UPDATE panel_seats SET confirmed_at = $3 WHERE report_id = $1 AND account_id = $2", id, work.actor.id, work.now);
    work.record({"panel.confirmed", "interest_report", id.str(), found.file.person_id.str()});
    return {};
}

Done answer_panel(Work& work, ReportId id, const std::string& opinion, const std::string& reason) {
    const auto [found, seat] = TRY(own_seat(work, id, true));
    if (!seat.confirmed_at) return conflict("panel.confirm_first");
    if (seat.answered_at) return conflict("panel.answered");
    TRY(check_code(kOpinions, opinion, "opinion"));
    if (opinion == "dissent" && trim(reason).empty()) return invalid("panel.reason_missing", "reason");
    TRY(check_text(reason, "reason"));
    const auto& person = found.file.person_id;
    work.db.run("UPDATE panel_seats SET opinion = $3, reason_sealed = $4, answered_at = $5 WHERE report_id = $1 AND account_id = $2", id, work.actor.id, opinion,
                TRY(sealed(work, person, {"panel_seats", "reason_sealed", id.str() + work.actor.id.str()}, trim(reason))), work.now);
    work.record({"panel.answered", "interest_report", id.str(), person.str(), {{"opinion", opinion}}});
    TRY(history::note(work, person.uuid, {"panel_seat", id.str()}, {}, {{"opinion", opinion}, {"reason", std::string(trim(reason))}}));
    return decide(work, TRY(load_report(work, id)));
}

Result<Seated> read_as_member(Work& work, ReportId id) {
    auto [found, seat] = TRY(own_seat(work, id, false));
    if (!seat.confirmed_at) found.report.words.clear();
    // Each answers for themselves: others' reasons are shown when the panel has decided.
    for (auto& each : found.report.seats) {
        if (each.account_id != work.actor.id && found.report.state == "before_panel") each.reason.clear();
    }
    work.record({"panel.read", "interest_report", id.str(), found.file.person_id.str()});
    return found;
}

}  // namespace homeward::casework::children
