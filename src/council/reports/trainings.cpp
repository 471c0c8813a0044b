#include "council/audience.h"
#include "council/reports/report_sections.h"
#include "council/trainings/figures.h"
#include "printing/dates.h"

namespace homeward::council {

namespace {

printing::Table open_trainings(const Drawing& d) {
    printing::Table table{d.say("Trainings open to everybody", "Обучение, открытое для всех"),
                          {{d.say("When", "Когда"), false, 1.6}, {d.say("Course", "Курс"), false, 3.4}, {d.say("Host", "Организатор"), false, 2},
                           {d.say("Place", "Место"), false, 1.4}}, {}};
    static const std::string sql = "SELECT t.starts_on, t.ends_on, c.title_en, c.title_ru, t.host, t.place, t.mode FROM trainings t JOIN courses c ON c.id = t.course_id"
                                   " WHERE t.cancelled_because IS NULL AND t.ends_on BETWEEN $1 AND $2 AND " + visible_sql("training", "t.id", "$3") +
                                   " ORDER BY t.starts_on, t.id LIMIT $4";
    for (const auto row : d.db.query(sql, d.from(), d.until(), kEverybody, kReportRows)) {
        table.rows.push_back({printing::long_days(row.get<Date>(0), row.get<Date>(1), d.language), row.get<std::string>(d.language == "ru" ? 3 : 2),
                              d.name(row.get<std::string>(4)), row.text(6) == "online" ? d.say("Online", "Онлайн") : row.get<std::string>(5)});
    }
    return table;
}

}  // namespace

Drawn draw_trainings(const Drawing& d) {
    const auto held = *d.db.query("SELECT COUNT(*) FROM trainings WHERE cancelled_because IS NULL AND ends_on BETWEEN $1 AND $2", d.from(), d.until()).value<std::int64_t>();
    Drawn drawn;
    drawn.figures.emplace_back(d.say("Trainings held", "Проведено курсов обучения"), std::to_string(held));
    printing::Chart chart{printing::Chart::Kind::bars, d.say("Specialists trained, by who sent them", "Обученные специалисты, по направившей стороне"), {},
                          {{d.say("Persons", "Человек"), {}}, {d.say("Participations", "Участий"), {}}}, d.register_of("trainings", "обучение")};
    std::string sentence;
    for (const auto& figure : training_figures(d.db)) {
        if (figure.year != d.year) continue;
        if (figure.member.empty()) {
            drawn.figures.emplace_back(d.say("Specialists trained", "Обучено специалистов"), std::to_string(figure.people));
            sentence = d.say("Specialists trained: ", "Обучено специалистов: ") + std::to_string(figure.people) +
                       d.say("; participations: ", "; участий: ") + std::to_string(figure.places) + ".";
            continue;
        }
        chart.labels.push_back(d.name(figure.member));
        chart.series[0].values.emplace_back(figure.people);
        chart.series[1].values.emplace_back(figure.places);
    }
    if (held == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No training was held.", "Обучения не проводилось.")});
        return drawn;
    }
    if (!sentence.empty()) drawn.blocks.push_back(printing::Paragraph{sentence});
    if (!chart.labels.empty()) {
        drawn.blocks.push_back(std::move(chart));
        drawn.blocks.push_back(definition(d, d.say("members of staff who were there on at least four days in five of a training that ended in the year. Each person is "
                                                   "counted once, however many trainings; participations count each training.",
                                                   "сотрудники, присутствовавшие не менее чем четыре дня из пяти на обучении, завершившемся в этом году. Каждый человек "
                                                   "учтён один раз, сколько бы курсов ни прошёл; участия учитывают каждый курс.")));
    }
    put_list(d, drawn, open_trainings(d));
    return drawn;
}

}  // namespace homeward::council
