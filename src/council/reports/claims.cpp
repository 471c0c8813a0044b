#include "council/claims/claim.h"
#include "council/reports/report_sections.h"

namespace homeward::council {

namespace {

std::string value_of(const Drawing& d, const Claim& claim) {
    const std::string number = std::to_string(claim.value);
    if (claim.qualifier == "more_than") return d.say("more than ", "более ") + number;
    return claim.qualifier == "about" ? d.say("about ", "около ") + number : number;
}

std::string about_of(const Drawing& d, const Claim& claim) {
    const std::string about = claim.about == "region" ? d.say("The region", "Регион") : d.name(claim.about);
    return claim.part.empty() ? about : about + ", " + claim.part;
}

}  // namespace

// Claims are public by what they are. Where sources disagree, both stand.
Drawn draw_claims(const Drawing& d) {
    printing::Table table{d.say("What was said in the year about people who came home", "Что говорилось в этом году о вернувшихся людях"),
                          {{d.say("About", "О ком"), false, 1.6}, {d.say("People", "Человек"), true, 1}, {d.say("As of", "На дату"), false, 1.1},
                           {d.say("Definition, as the source has it", "Определение источника"), false, 2.6}, {d.say("Source", "Источник"), false, 2.6}}, {}};
    for (const auto& claim : list_claims(d.db)) {
        if (claim.as_of.year != d.year || claim.as_of.earliest() > d.until()) continue;
        if (table.rows.size() == kReportRows) break;
        table.rows.push_back({about_of(d, claim), value_of(d, claim), claim.as_of.str(),
                              d.language == "ru" && !claim.definition_ru.empty() ? claim.definition_ru : claim.definition,
                              claim.source_url.empty() ? claim.source : claim.source + "\n" + claim.source_url});
    }
    Drawn drawn;
    if (table.rows.empty()) {
        drawn.blocks.push_back(printing::Paragraph{d.say("The Council knows no public figure that is dated in the year.", "Совету не известны публичные цифры, относящиеся к этому году.")});
        return drawn;
    }
    drawn.blocks.push_back(printing::Paragraph{d.say("Each figure is what somebody said on a day. Where sources disagree, both stand; the Council decides for none.",
                                                     "Каждая цифра — то, что кто-то сообщил в определённый день. Где источники расходятся, приведены оба; Совет не выбирает между ними.")});
    put_list(d, drawn, std::move(table));
    return drawn;
}

}  // namespace homeward::council
