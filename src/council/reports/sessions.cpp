#include <map>

#include "council/audience.h"
#include "council/meetings/printed_words.h"
#include "council/reports/report_sections.h"
#include "printing/dates.h"

namespace homeward::council {

namespace {

/// How many were held, by kind, those that not everybody may read of among them.
std::map<std::string, std::int64_t> counts_by_kind(const Drawing& d) {
    std::map<std::string, std::int64_t> counts;
    for (const auto row : d.db.query("SELECT kind, COUNT(*) FROM council_sessions WHERE state = 'held' AND starts_on BETWEEN $1 AND $2 GROUP BY kind",
                                     d.from(), d.until())) {
        counts[row.get<std::string>(0)] = row.integer(1);
    }
    return counts;
}

printing::Table open_sessions(const Drawing& d) {
    printing::Table table{d.say("Sessions open to everybody", "Заседания, открытые для всех"),
                          {{d.say("When", "Когда"), false, 1.4}, {d.say("Session", "Заседание"), false, 3}, {d.say("Kind", "Вид"), false, 1.4},
                           {d.say("Place", "Место"), false, 1.4}, {d.say("Host", "Принимающая сторона"), false, 1.6}}, {}};
    // What everybody may read of a session is its announcement, which has its id.
    static const std::string sql = "SELECT s.starts_on, s.ends_on, s.title, s.title_ru, s.kind, s.place, s.host FROM council_sessions s"
                                   " WHERE s.state = 'held' AND s.starts_on BETWEEN $1 AND $2 AND " + visible_sql("announcement", "s.id", "$3") +
                                   " ORDER BY s.starts_on, s.id LIMIT $4";
    for (const auto row : d.db.query(sql, d.from(), d.until(), kEverybody, kReportRows)) {
        const auto russian = row.get<std::string>(3);
        table.rows.push_back({printing::long_days(row.get<Date>(0), row.get<Date>(1), d.language),
                              d.language == "ru" && !russian.empty() ? russian : row.get<std::string>(2),
                              std::string(printed_kind(d.language, row.text(4))), row.get<std::string>(5),
                              row.text(6).empty() ? "" : d.name(row.get<std::string>(6))});
    }
    return table;
}

}  // namespace

Drawn draw_sessions(const Drawing& d) {
    const auto counts = counts_by_kind(d);
    std::int64_t all = 0;
    printing::Chart chart{printing::Chart::Kind::bars, d.say("Sessions held, by kind", "Проведённые заседания, по видам"), {},
                          {{d.say("Sessions", "Заседания"), {}}}, d.register_of("sessions", "заседания")};
    for (const auto& [kind, count] : counts) {
        chart.labels.emplace_back(printed_kind(d.language, kind));
        chart.series[0].values.emplace_back(static_cast<double>(count));
        all += count;
    }
    Drawn drawn;
    drawn.figures.emplace_back(d.say("Sessions held", "Проведено заседаний"), std::to_string(all));
    if (all == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No session was held.", "Заседаний не было.")});
        return drawn;
    }
    drawn.blocks.push_back(printing::Paragraph{d.say("Sessions held: ", "Проведено заседаний: ") + std::to_string(all) + "."});
    drawn.blocks.push_back(std::move(chart));
    drawn.blocks.push_back(definition(d, d.say("sessions that began in the period and took place. Those open to members alone are counted, and not named.",
                                               "заседания, начавшиеся в отчётный период и состоявшиеся. Закрытые заседания учтены, но не названы.")));
    put_list(d, drawn, open_sessions(d));
    return drawn;
}

}  // namespace homeward::council
