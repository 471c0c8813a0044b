#include "council/reports/report_sections.h"

namespace homeward::council {

// Only how many: never what one says, who sent it, or to whom. What is marked to stay with its addressees is not even
// counted, since its existence is theirs too (TLP 2.0).
Drawn draw_notices(const Drawing& d) {
    printing::Chart chart{printing::Chart::Kind::bars, d.say("Notices sent, by urgency", "Отправленные уведомления, по срочности"), {},
                          {{d.say("Notices", "Уведомления"), {}}}, d.register_of("notices", "уведомления")};
    std::int64_t all = 0;
    for (const auto& [code, name] : {std::pair{"routine", d.say("Routine", "Обычная")}, std::pair{"raised", d.say("Raised", "Повышенная")},
                                     std::pair{"red", d.say("Red", "Красная")}}) {
        const auto count = *d.db.query("SELECT COUNT(*) FROM notices WHERE urgency = $1 AND marking IN ('clear', 'green', 'amber') AND sent_at >= $2 AND sent_at < $3",
                                       code, d.from().str(), d.until().plus_days(1).str()).value<std::int64_t>();
        chart.labels.push_back(name);
        chart.series[0].values.emplace_back(static_cast<double>(count));
        all += count;
    }
    Drawn drawn;
    drawn.figures.emplace_back(d.say("Early-warning notices", "Уведомлений раннего предупреждения"), std::to_string(all));
    if (all == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No notice is counted.", "Учитываемых уведомлений не было.")});
    } else {
        drawn.blocks.push_back(std::move(chart));
    }
    drawn.blocks.push_back(definition(d, d.say("notices between focal points about service needs and protection risks of groups, never of persons. Notices marked "
                                               "TLP:AMBER+STRICT or TLP:RED are not counted here.",
                                               "уведомления между контактными лицами о потребностях в услугах и рисках для групп, но не для отдельных людей. Уведомления с "
                                               "пометкой TLP:AMBER+STRICT или TLP:RED здесь не учитываются.")));
    return drawn;
}

}  // namespace homeward::council
