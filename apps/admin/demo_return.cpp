#include <algorithm>

#include "admin/demo_node.h"
#include "instance/done.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using statistics::ReturnId;

/// Requests of another day.
access::Works works_at(Node& node, Instant at) {
    return {node.instance.store, &*node.instance.vault, [at] { return at; }, &node.instance.head_file};
}

ReturnId prepare(Node& node, Instant at, const Actor& actor, int year, Date reference_date) {
    auto works = works_at(node, at);
    return done(node.returns.prepare(works, actor, {year, reference_date}));
}

void write(Node& node, Instant at, const Actor& actor, const std::function<Done(Work&)>& act) {
    auto works = works_at(node, at);
    done(works.write<void>(actor, act));
}

}  // namespace

void make_return(Node& node, const DemoOptions& options, const Staff& staff) {
    const Date today = Date::of(options.now);
    const Date last_day{today.year - 1, 12, 31};
    // A message that waits for more than its lifetime is refused, so last year's return left only lately.
    const Instant after_the_year{last_day.plus_days(1).days() * 86'400'000};
    const Instant begun = std::min(options.now, std::max(after_the_year, options.now.plus_days(-12)));
    const auto later = [&](int days) { return std::min(options.now, begun.plus_days(days)); };

    const auto released = prepare(node, begun, staff.coordinator, last_day.year, last_day);
    write(node, later(1), staff.coordinator, [&](Work& work) { return node.returns.sign(work, released); });
    write(node, later(4), staff.second_coordinator, [&](Work& work) { return node.returns.sign(work, released); });
    write(node, later(5), staff.coordinator, [&](Work& work) { return node.returns.release(work, released); });

    prepare(node, options.now, staff.coordinator, today.year, today);
}

}  // namespace homeward::apps
