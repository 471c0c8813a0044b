#include "council/notices/notice_print.h"

#include <algorithm>

#include "council/members/body.h"
#include "printing/document.h"
#include "tabular/row_writer.h"

namespace homeward::council {
namespace {

using access::Work;

struct Words {
    bool russian;
    std::string say(const char* english, const char* in_russian) const { return russian ? in_russian : english; }
};

/// FIRST, Traffic Light Protocol 2.0, in words.
std::string meaning_of(Marking marking, const Words& words) {
    switch (marking) {
        case Marking::clear: return words.say("May be shared without limit.", "Можно распространять без ограничений.");
        case Marking::green: return words.say("May be shared within the community of the Council, not in public.", "Можно распространять внутри сообщества Совета, но не публично.");
        case Marking::amber: return words.say("For those who need to know, in the recipients' organisations and their partners.",
                                              "Для тех, кому необходимо знать, в организациях получателей и у их партнёров.");
        case Marking::amber_strict: return words.say("For those who need to know, in the recipients' organisations alone.",
                                                     "Для тех, кому необходимо знать, только в организациях получателей.");
        case Marking::red: break;
    }
    return words.say("For the eyes of the individual recipients only. Not to be passed on.", "Только для самих получателей. Передавать дальше нельзя.");
}

std::string urgency_of(const std::string& urgency, const Words& words) {
    if (urgency == "red") return words.say("Red", "Красная");
    return urgency == "raised" ? words.say("Raised", "Повышенная") : words.say("Routine", "Обычная");
}

std::string side_name(Work& work, const std::string& code, const Words& words) {
    if (code == "council") return words.say("Secretariat of the Council", "Секретариат Совета");
    return name_of(work.db, code, work.today(), words.russian ? "ru" : "en");
}

std::string minute_of(Instant at) { return at.str().substr(0, 10) + " " + at.str().substr(11, 5) + " UTC"; }

printing::Facts facts_of(Work& work, const Notice& notice, const Words& words) {
    std::string to;
    for (const auto& each : notice.addressees) to += (to.empty() ? "" : ", ") + side_name(work, each.code, words);
    printing::Facts facts{{{words.say("From", "От кого"), side_name(work, notice.sender, words)},
                           {words.say("To", "Кому"), to},
                           {words.say("Sent", "Отправлено"), minute_of(notice.sent_at)},
                           {words.say("Urgency", "Срочность"), urgency_of(notice.urgency, words)},
                           {words.say("Acknowledge by", "Подтвердить до"), minute_of(notice.acknowledge_by)}}};
    if (notice.withdrawn_at) facts.items.emplace_back(words.say("Withdrawn", "Отозвано"), minute_of(*notice.withdrawn_at) + ". " + notice.withdrawn_reason);
    if (notice.corrected_by) facts.items.emplace_back(words.say("Corrected", "Исправлено"), words.say("Another notice took its place.", "Его место заняло другое уведомление."));
    return facts;
}

}  // namespace

std::string_view label_of(Marking marking) {
    constexpr std::array<std::string_view, 5> labels{"TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"};
    return labels[static_cast<std::size_t>(marking)];
}

http::Reply print_notice(Work& work, const Notice& notice, std::string_view language) {
    const Words words{language == "ru"};
    const std::string label(label_of(notice.marking));
    printing::Document document{.title = notice.title, .language = words.russian ? "ru" : "en", .header = label, .footer = label};
    document.blocks.push_back(printing::Paragraph{label, printing::Paragraph::Style::large_centred});
    document.blocks.push_back(printing::Paragraph{meaning_of(notice.marking, words), printing::Paragraph::Style::centred});
    document.blocks.push_back(printing::Heading{1, notice.title});
    document.blocks.push_back(facts_of(work, notice, words));
    if (!notice.text.empty()) document.blocks.push_back(printing::Paragraph{notice.text});
    return http::download("application/pdf", "notice-" + notice.sent_at.str().substr(0, 10) + ".pdf", printing::to_pdf(document, work.now));
}

http::Reply export_notices(Work& work) {
    std::string out;
    const auto csv = tabular::csv_writer(out);
    for (const auto* column : {"marking", "id", "sent_at", "from", "to", "urgency", "topic", "state", "acknowledge_by", "title", "text"}) csv->text(column);
    csv->end_row();
    std::int64_t count = 0;
    for (NoticeFilter filter{{}, {}, {}, {}, 100};;) {
        const NoticePage page = list_notices(work, filter).value();
        for (const auto& notice : page.items) {
            std::string to;
            for (const auto& each : notice.addressees) to += (to.empty() ? "" : " ") + each.code;
            for (const auto& field : {std::string(label_of(notice.marking)), notice.id.str(), notice.sent_at.str(), notice.sender, to, notice.urgency, notice.topic,
                                      notice.state(), notice.acknowledge_by.str(), notice.title, notice.text}) csv->text(field);
            csv->end_row();
            ++count;
        }
        if (!page.next) break;
        filter.after = page.next;
    }
    csv->finish();
    work.record({"notices.exported", "notice", "", {}, {{"count", std::to_string(count)}}});
    return http::download("text/csv; charset=utf-8", "notices-" + work.today().str() + ".csv", std::move(out));
}

}  // namespace homeward::council
