#include "council/audience.h"
#include "council/reports/report_sections.h"

namespace homeward::council {

namespace {

std::string tier_of(const Drawing& d, std::string_view tier) {
    if (tier == "member") return d.say("Member State", "Государство-член");
    return tier == "observer" ? d.say("Observer", "Наблюдатель") : d.say("Partner", "Партнёр");
}

printing::Table open_members(const Drawing& d) {
    static const std::string sql =
        "SELECT b.code, m.tier, m.valid_from FROM memberships m JOIN bodies b ON b.id = m.body_id WHERE m.state = 'confirmed'"
        " AND COALESCE(m.valid_from, '') <= $1 AND COALESCE(m.valid_to, '9999') >= $1 AND " + visible_sql("body", "b.id", "$2") +
        " ORDER BY CASE m.tier WHEN 'member' THEN 0 WHEN 'observer' THEN 1 ELSE 2 END, b.code LIMIT $3";
    printing::Table table{d.say("Members, observers and partners open to everybody", "Члены, наблюдатели и партнёры, сведения о которых открыты"),
                          {{d.say("Body", "Участник"), false, 4}, {d.say("Standing", "Статус"), false, 2}, {d.say("Since", "С"), false, 1.4}}, {}};
    for (const auto row : d.db.query(sql, d.until(), kEverybody, kReportRows)) {
        const auto since = row.get<std::optional<Date>>(2);
        table.rows.push_back({d.name(row.get<std::string>(0)), tier_of(d, row.text(1)), since ? d.day(*since) : ""});
    }
    return table;
}

}  // namespace

// Who is a member is counted; a body is named where everybody may read of it.
Drawn draw_members(const Drawing& d) {
    Drawn drawn;
    std::int64_t all = 0;
    for (const auto row : d.db.query("SELECT tier, COUNT(DISTINCT body_id) FROM memberships WHERE state = 'confirmed' AND COALESCE(valid_from, '') <= $1"
                                     " AND COALESCE(valid_to, '9999') >= $1 GROUP BY tier ORDER BY CASE tier WHEN 'member' THEN 0 WHEN 'observer' THEN 1 ELSE 2 END",
                                     d.until())) {
        const auto tier = row.text(0);
        drawn.figures.emplace_back(tier == "member" ? d.say("Member States", "Государств-членов") : tier == "observer" ? d.say("Observers", "Наблюдателей")
                                                                                                                      : d.say("Partners", "Партнёров"),
                                   std::to_string(row.integer(1)));
        all += row.integer(1);
    }
    if (all == 0) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No membership is recorded.", "Членство не внесено.")});
        return drawn;
    }
    drawn.blocks.push_back(printing::Facts{drawn.figures});
    put_list(d, drawn, open_members(d));
    drawn.blocks.push_back(definition(d, d.say("memberships confirmed by the States, on the last day of the period. Source: ",
                                               "членство, подтверждённое государствами, на последний день периода. Источник: ") + d.register_of("members", "члены")));
    return drawn;
}

}  // namespace homeward::council
