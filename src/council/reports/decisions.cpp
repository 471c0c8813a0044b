#include "council/audience.h"
#include "council/reports/report_sections.h"

namespace homeward::council {

namespace {

printing::Table open_decisions(const Drawing& d) {
    printing::Table table{d.say("Decisions open to everybody", "Решения, открытые для всех"),
                          {{d.say("Number", "Номер"), false, 0.9}, {d.say("Decision", "Решение"), false, 4},
                           {d.say("Adopted on", "Принято"), false, 1.6}, {d.say("How", "Порядок"), false, 1.8}}, {}};
    static const std::string sql = "SELECT d.number_year || '/' || d.number, d.title, d.adopted_on, d.way FROM decisions d WHERE d.state = 'adopted'"
                                   " AND d.adopted_on BETWEEN $1 AND $2 AND " + visible_sql("decision", "d.id", "$3") +
                                   " ORDER BY d.number_year, d.number LIMIT $4";
    for (const auto row : d.db.query(sql, d.from(), d.until(), kEverybody, kReportRows)) {
        table.rows.push_back({row.get<std::string>(0), row.get<std::string>(1), d.day(row.get<Date>(2)),
                              row.text(3) == "silence" ? d.say("under silence", "процедура молчания") : d.say("in session", "на заседании")});
    }
    return table;
}

}  // namespace

// How many silences were broken, and by whom, is the States' own matter: a report counts what was adopted.
Drawn draw_decisions(const Drawing& d) {
    std::int64_t in_session = 0, by_silence = 0;
    for (const auto row : d.db.query("SELECT way, COUNT(*) FROM decisions WHERE state = 'adopted' AND adopted_on BETWEEN $1 AND $2 GROUP BY way",
                                     d.from(), d.until())) {
        (row.text(0) == "silence" ? by_silence : in_session) = row.integer(1);
    }
    Drawn drawn;
    const auto all = in_session + by_silence;
    drawn.figures.emplace_back(d.say("Decisions adopted", "Принято решений"), std::to_string(all));
    if (all == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No decision was adopted.", "Решений не принималось.")});
        return drawn;
    }
    drawn.blocks.push_back(printing::Paragraph{d.say("Decisions adopted: ", "Принято решений: ") + std::to_string(all) + d.say("; in session: ", "; на заседании: ") +
                                               std::to_string(in_session) + d.say("; under a silence period: ", "; по процедуре молчания: ") + std::to_string(by_silence) + "."});
    drawn.blocks.push_back(definition(d, d.say("decisions adopted by consensus in the period, in a session or because no State objected in time. "
                                               "Those open to members alone are counted, and not named. Source: ",
                                               "решения, принятые консенсусом в отчётный период: на заседании или потому, что ни одно государство не "
                                               "возразило в срок. Закрытые решения учтены, но не названы. Источник: ") + d.register_of("decisions", "решения")));
    put_list(d, drawn, open_decisions(d));
    return drawn;
}

}  // namespace homeward::council
