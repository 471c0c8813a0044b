#include <map>

#include "council/audience.h"
#include "council/reports/report_sections.h"

namespace homeward::council {

namespace {

constexpr const char* kInPeriod = " p.published_on BETWEEN $1 AND $2 AND p.stage IN ('published', 'superseded', 'retired') ";

printing::Table open_practices(const Drawing& d) {
    printing::Table table{d.say("Open to everybody", "Открытые для всех"),
                          {{d.say("Title", "Название"), false, 4}, {d.say("State", "Государство"), false, 1.5},
                           {d.say("Kind", "Вид"), false, 1.5}, {d.say("Published on", "Опубликовано"), false, 1.5}}, {}};
    static const std::string sql =
        "SELECT (SELECT t.title FROM practice_texts t WHERE t.practice_id = p.id ORDER BY t.language = $4 DESC, t.language = 'en' DESC, t.language = 'ru' DESC LIMIT 1),"
        " p.state, p.kind, p.published_on, p.example FROM practices p WHERE" + std::string(kInPeriod) + "AND " + visible_sql("practice", "p.id", "$3") +
        " ORDER BY p.published_on, p.id LIMIT $5";
    for (const auto row : d.db.query(sql, d.from(), d.until(), kEverybody, d.language, kReportRows)) {
        table.rows.push_back({row.get<std::string>(0) + (row.get<bool>(4) ? d.say(" (an invented example)", " (вымышленный пример)") : ""),
                              d.name(row.get<std::string>(1)),
                              row.text(2) == "practice" ? d.say("Good practice", "Практика") : d.say("A lesson: it did not work", "Урок: не сработало"),
                              d.day(row.get<Date>(3))});
    }
    return table;
}

}  // namespace

Drawn draw_practices(const Drawing& d) {
    printing::Chart chart{printing::Chart::Kind::bars, d.say("Published, by State", "Опубликовано, по государствам"), {},
                          {{d.say("Good practices", "Практики"), {}}, {d.say("Lessons of what did not work", "Уроки того, что не сработало"), {}}},
                          d.register_of("practices", "практики")};
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> counts;
    for (const auto& state : d.states) counts[state] = {};
    for (const auto row : d.db.query("SELECT p.state, p.kind, COUNT(*) FROM practices p WHERE" + std::string(kInPeriod) + "GROUP BY 1, 2", d.from(), d.until())) {
        auto& [practices, lessons] = counts[row.get<std::string>(0)];
        (row.text(1) == "practice" ? practices : lessons) = row.integer(2);
    }
    std::int64_t practices = 0, lessons = 0;
    for (const auto& [state, count] : counts) {
        chart.labels.push_back(d.name(state));
        chart.series[0].values.emplace_back(static_cast<double>(count.first));
        chart.series[1].values.emplace_back(static_cast<double>(count.second));
        practices += count.first;
        lessons += count.second;
    }
    Drawn drawn;
    drawn.figures.emplace_back(d.say("Good practices published", "Опубликовано практик"), std::to_string(practices));
    drawn.figures.emplace_back(d.say("Lessons of what did not work", "Уроков того, что не сработало"), std::to_string(lessons));
    if (practices + lessons == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No practice was published.", "Практик не публиковалось.")});
        return drawn;
    }
    drawn.blocks.push_back(without_empty_series(std::move(chart)));
    drawn.blocks.push_back(definition(d, d.say("editions published in the period, after clearance by their State and review by two other States and an expert.",
                                               "редакции, опубликованные в отчётный период после согласования своим государством и рецензии двух других государств и эксперта.")));
    put_list(d, drawn, open_practices(d));
    return drawn;
}

}  // namespace homeward::council
