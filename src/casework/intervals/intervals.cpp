#include "casework/intervals/intervals.h"

#include <algorithm>
#include <stdexcept>

#include "access/permission.h"
#include "base/text.h"
#include "casework/need.h"
#include "casework/plan.h"

namespace homeward::casework {
namespace {

using access::Permission;

const IntervalRule* find_rule(std::string_view name) {
    const auto found = std::ranges::find(interval_rules(), name, &IntervalRule::name);
    return found == interval_rules().end() ? nullptr : &*found;
}

}  // namespace

const std::vector<IntervalRule>& interval_rules() {
    static const NextVisitRule visits;
    static const std::vector<IntervalRule> rules{{"plan_review_days", kReviewAfterDays, 7, kLatestReviewDays},
                                                 {"residential_review_months", 3, 1, 12, true},
                                                 {"visit_usual_days", visits.usual, 1, 180},
                                                 {"visit_first_months_days", visits.first_months, 1, 90},
                                                 {"visit_mixed_days", visits.mixed, 1, 90},
                                                 {"visit_hard_days", visits.hard, 1, 90},
                                                 {"visit_change_days", visits.change, 1, 90},
                                                 {"visit_something_new_days", visits.something_new, 1, 90},
                                                 {"visit_soon_days", visits.soon, 1, 30},
                                                 {"visit_nobody_days", visits.nobody, 1, 90}};
    return rules;
}

std::vector<Interval> all_intervals(store::Connection& db) {
    std::vector<Interval> all;
    for (const auto& rule : interval_rules()) {
        Interval one{rule, rule.usual, {}};
        for (const auto row : db.query("SELECT value, source, set_by, set_at FROM work_intervals WHERE name = $1 ORDER BY id", rule.name)) {
            one.value = row.get<int>(0);
            one.source = row.text(1);
            one.set_by = row.get<std::optional<access::AccountId>>(2);
            one.set_at = row.get<std::optional<Instant>>(3);
            ++one.version;
        }
        all.push_back(std::move(one));
    }
    return all;
}

int interval(store::Connection& db, std::string_view name) {
    const auto* rule = find_rule(name);
    if (!rule) throw std::logic_error("no interval " + std::string(name));
    return db.query("SELECT value FROM work_intervals WHERE name = $1 ORDER BY id DESC LIMIT 1", name).value<int>().value_or(rule->usual);
}

NextVisitRule next_visit_rule(store::Connection& db) {
    return {interval(db, "visit_usual_days"), interval(db, "visit_first_months_days"), interval(db, "visit_mixed_days"), interval(db, "visit_hard_days"),
            interval(db, "visit_change_days"), interval(db, "visit_something_new_days"), interval(db, "visit_soon_days"), interval(db, "visit_nobody_days")};
}

bool may_set_intervals(const access::Actor& actor) { return reach_of(actor, Permission::assign_person) == access::Reach::all; }

Done set_interval(access::Work& work, std::string_view name, int value, const std::string& source, int version) {
    if (!may_set_intervals(work.actor)) return forbidden("access.not_allowed");
    const auto all = all_intervals(work.db);
    const auto stands = std::ranges::find_if(all, [&](const Interval& each) { return each.rule.name == name; });
    if (stands == all.end()) return not_found("interval.not_found");
    if (stands->version != version) return conflict("edit.changed_meanwhile");
    const auto& rule = stands->rule;
    if (value < rule.least || value > rule.most) return invalid("interval.value", "value", {{"min", std::to_string(rule.least)}, {"max", std::to_string(rule.most)}});
    if (trim(source).empty()) return invalid("interval.source_needed", "source");
    TRY(check_text(source, "source"));
    const auto id = IntervalId::make(work.now);
    work.db.run("INSERT INTO work_intervals (id, name, value, source, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)", id, name, value, source, work.actor.id, work.now);
    work.record({"interval.set", "interval", id.str(), {}, {{"name", std::string(name)}, {"from", std::to_string(stands->value)}, {"to", std::to_string(value)}}});
    return {};
}

}  // namespace homeward::casework
