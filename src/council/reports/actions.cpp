#include <map>

#include "council/reports/report_sections.h"

namespace homeward::council {

namespace {

struct Tally {
    std::int64_t done = 0, open = 0, overdue = 0, dropped = 0;
};

// How each item stood at the end of the period, whatever came later.
constexpr const char* kTallies =
    "WITH items AS (SELECT a.owner, a.due_on, a.created_at, a.dropped_at, CASE a.state WHEN 'done' THEN"
    "  (SELECT MAX(p.reported_at) FROM action_progress p WHERE p.action_id = a.id AND p.state = 'done') END AS done_at FROM action_items a),"
    " stood AS (SELECT owner, due_on, CASE WHEN dropped_at < $2 THEN dropped_at END AS dropped_at, CASE WHEN done_at < $2 THEN done_at END AS done_at"
    "  FROM items WHERE created_at < $2)"
    " SELECT owner, CASE WHEN dropped_at IS NOT NULL THEN 'dropped' WHEN done_at IS NOT NULL THEN 'done' WHEN due_on < $3 THEN 'overdue' ELSE 'open' END,"
    " COUNT(*) FROM stood WHERE COALESCE(dropped_at, done_at, $2) >= $1 GROUP BY 1, 2";

std::map<std::string, Tally> tallies(const Drawing& d) {
    std::map<std::string, Tally> all;
    for (const auto& state : d.states) all[state] = {};
    const std::string first = d.from().str(), after = d.until().plus_days(1).str();
    for (const auto row : d.db.query(kTallies, first, after, d.until())) {
        Tally& tally = all[row.get<std::string>(0)];
        const auto how = row.text(1);
        (how == "done" ? tally.done : how == "dropped" ? tally.dropped : how == "overdue" ? tally.overdue : tally.open) = row.integer(2);
    }
    return all;
}

}  // namespace

Drawn draw_actions(const Drawing& d) {
    printing::Chart chart{printing::Chart::Kind::bars, d.say("Action items by owner", "Поручения по исполнителям"), {},
                          {{d.say("Done", "Выполнено"), {}}, {d.say("Open, in time", "В срок"), {}}, {d.say("Overdue", "Просрочено"), {}},
                           {d.say("Dropped with a reason", "Снято с указанием причины"), {}}},
                          d.register_of("action items", "поручения")};
    Tally sum;
    for (const auto& [owner, tally] : tallies(d)) {
        chart.labels.push_back(d.name(owner));
        const std::int64_t values[] = {tally.done, tally.open, tally.overdue, tally.dropped};
        for (std::size_t i = 0; i < 4; ++i) chart.series[i].values.emplace_back(static_cast<double>(values[i]));
        sum = {sum.done + tally.done, sum.open + tally.open, sum.overdue + tally.overdue, sum.dropped + tally.dropped};
    }
    Drawn drawn;
    const auto all = sum.done + sum.open + sum.overdue + sum.dropped;
    const auto number = [](std::int64_t n) { return std::to_string(n); };
    drawn.figures.emplace_back(d.say("Action items at work", "Поручений в работе за год"), number(all));
    drawn.figures.emplace_back(d.say("of them done", "из них выполнено"), number(sum.done));
    drawn.figures.emplace_back(d.say("of them overdue", "из них просрочено"), number(sum.overdue));
    if (all == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("There was no action item.", "Поручений не было.")});
        return drawn;
    }
    drawn.blocks.push_back(printing::Paragraph{d.say("Done: ", "Выполнено: ") + number(sum.done) + d.say("; open, in time: ", "; в срок: ") + number(sum.open) +
                                               d.say("; overdue: ", "; просрочено: ") + number(sum.overdue) + d.say("; dropped with a reason: ", "; снято с указанием причины: ") +
                                               number(sum.dropped) + "."});
    drawn.blocks.push_back(without_empty_series(std::move(chart)));
    drawn.blocks.push_back(definition(d, d.say("items that were open at any time in the period, each as it stood at its end; overdue when its day had passed. "
                                               "Owners stand in the order of their codes: it rates nobody.",
                                               "поручения, открытые в любой момент отчётного периода, в состоянии на его конец; просрочены, если срок прошёл. "
                                               "Исполнители стоят в порядке кодов: это не рейтинг.")));
    return drawn;
}

}  // namespace homeward::council
