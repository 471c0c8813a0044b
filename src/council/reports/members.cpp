#include <map>

#include "council/audience.h"
#include "council/reports/report_sections.h"

namespace homeward::council {

namespace {

std::string tier_of(const Drawing& d, std::string_view tier) {
    if (tier == "member") return d.say("Member State", "Государство-член");
    return tier == "observer" ? d.say("Observer", "Наблюдатель") : d.say("Partner", "Партнёр");
}

}  // namespace

Drawn draw_members(const Drawing& d) {
    static const std::string sql =
        "SELECT b.code, m.tier, m.valid_from FROM memberships m JOIN bodies b ON b.id = m.body_id WHERE m.state = 'confirmed'"
        " AND COALESCE(m.valid_from, '') <= $1 AND COALESCE(m.valid_to, '9999') >= $1 AND " + visible_sql("body", "b.id", "$2") +
        " ORDER BY CASE m.tier WHEN 'member' THEN 0 WHEN 'observer' THEN 1 ELSE 2 END, b.code";
    printing::Table table{d.say("Members, observers and partners at the end of the period", "Члены, наблюдатели и партнёры на конец периода"),
                          {{d.say("Body", "Участник"), false, 4}, {d.say("Standing", "Статус"), false, 2}, {d.say("Since", "С"), false, 1.4}}, {}};
    std::map<std::string, std::int64_t> counts;
    for (const auto row : d.db.query(sql, d.until(), kEverybody)) {
        ++counts[row.get<std::string>(1)];
        if (table.rows.size() == kReportRows) continue;
        const auto since = row.get<std::optional<Date>>(2);
        table.rows.push_back({d.name(row.get<std::string>(0)), tier_of(d, row.text(1)), since ? d.day(*since) : ""});
    }
    Drawn drawn;
    std::int64_t all = 0;
    for (const auto& [tier, count] : counts) {
        drawn.figures.emplace_back(tier == "member" ? d.say("Member States", "Государств-членов") : tier == "observer" ? d.say("Observers", "Наблюдателей")
                                                                                                                      : d.say("Partners", "Партнёров"),
                                   std::to_string(count));
        all += count;
    }
    if (all == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No membership is recorded.", "Членство не внесено.")});
        return drawn;
    }
    drawn.blocks.push_back(std::move(table));
    say_how_many_more(d, drawn, kReportRows, all);
    drawn.blocks.push_back(definition(d, d.say("bodies that everybody may read of, with a membership confirmed by the States, on the last day of the period. Source: ",
                                               "участники, сведения о которых открыты для всех, с членством, подтверждённым государствами, на последний день периода. Источник: ") +
                                             d.register_of("members", "члены")));
    return drawn;
}

}  // namespace homeward::council
