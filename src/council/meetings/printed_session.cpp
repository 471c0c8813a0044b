#include "council/meetings/printed_session.h"

#include "council/meetings/agenda_clock.h"
#include "council/meetings/printed_words.h"
#include "council/members/body.h"
#include "printing/dates.h"

namespace homeward::council {
namespace {

using printing::Document;

/// A text in the asked language, or in the other where there is none.
const std::string& in(const std::string& language, const std::string& en, const std::string& ru) {
    const bool russian = language == "ru" ? !ru.empty() : en.empty();
    return russian ? ru : en;
}
std::string say(const std::string& language, Printed word) { return std::string(printed(language, word)); }

/// UTC+5, UTC+5:30
std::string offset_text(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    std::string text = std::string("UTC") + (minutes < 0 ? "−" : "+") + std::to_string(size / 60);
    if (size % 60 != 0) text += ":" + std::to_string(size % 60);
    return text;
}

std::string when(const Session& session, const std::string& language) {
    std::string text = printing::long_days(session.starts_on, session.ends_on, language);
    if (session.opens_at.empty()) return text;
    text += ", " + session.opens_at;
    if (!session.closes_at.empty()) text += "–" + session.closes_at;
    return text + " (" + offset_text(session.utc_offset_minutes) + ")";
}

Printed mode_word(const Session& session) {
    return session.mode == "online" ? Printed::online : session.mode == "hybrid" ? Printed::hybrid : Printed::in_person;
}

printing::Facts facts_of(store::Connection& db, const Session& session, const std::string& language) {
    printing::Facts facts;
    const auto add = [&](Printed term, std::string value) {
        if (!value.empty()) facts.items.emplace_back(say(language, term), std::move(value));
    };
    add(Printed::kind, std::string(printed_kind(language, session.kind)));
    add(Printed::when, when(session, language));
    add(Printed::place, session.place);
    add(Printed::mode, say(language, mode_word(session)));
    if (!session.host.empty()) add(Printed::host, name_of(db, session.host, session.starts_on, language));
    std::string organisers, names;
    for (const auto& code : session.organisers) organisers += (organisers.empty() ? "" : "; ") + name_of(db, code, session.starts_on, language);
    add(Printed::organisers, organisers);
    for (const auto& source : session.sources) {
        if (source.name.empty()) continue;
        const std::string who = source.body.empty() ? source.source : short_name_of(db, source.body, session.starts_on, language);
        names += (names.empty() ? "" : "\n") + source.name + " (" + who + ")";
    }
    add(Printed::also_called, names);
    return facts;
}

/// title    of the paper: Agenda
Document paper(store::Connection& db, const Session& session, const std::string& language, Printed title) {
    Document document;
    document.language = language == "ru" ? "ru" : "en";
    document.title = say(language, title) + ": " + in(language, session.title, session.title_ru);
    document.header = say(language, Printed::council);
    if (session.is_example) document.header += " · " + say(language, Printed::example);
    document.footer = say(language, Printed::page_made);
    document.blocks.push_back(printing::Heading{1, in(language, session.title, session.title_ru)});
    if (session.state == "cancelled") {
        document.blocks.push_back(printing::Paragraph{say(language, Printed::cancelled) + ". " + session.cancelled_because, printing::Paragraph::Style::quote});
    }
    document.blocks.push_back(facts_of(db, session, language));
    document.blocks.push_back(printing::Heading{2, say(language, title)});
    return document;
}

void add_text(Document& document, const std::string& text) {
    for (const auto& paragraph : paragraphs_of(text)) document.blocks.push_back(printing::Paragraph{paragraph});
}

void add_sources(Document& document, const Session& session, const std::string& language) {
    if (session.sources.empty()) return;
    document.blocks.push_back(printing::Heading{2, say(language, Printed::sources)});
    printing::Bullets sources;
    for (const auto& source : session.sources) {
        sources.items.push_back(source.source + (source.source_url.empty() ? "" : ", " + source.source_url));
    }
    document.blocks.push_back(std::move(sources));
}

std::string time_text(const ItemTime& time, int minutes, const std::string& language) {
    if (time.begins && time.ends) return clock_of_minutes(*time.begins) + "–" + clock_of_minutes(*time.ends);
    if (time.begins) return clock_of_minutes(*time.begins);
    return minutes > 0 ? std::to_string(minutes) + " " + say(language, Printed::minutes_short) : "";
}

}  // namespace

Document printed_agenda(store::Connection& db, const Session& session, const std::string& language) {
    Document document = paper(db, session, language, Printed::agenda);
    const auto times = times_of(session);
    const bool days = session.starts_on != session.ends_on;
    std::optional<Date> day;
    std::optional<printing::Table> table;
    const auto finish = [&] {
        if (table) document.blocks.push_back(*std::exchange(table, std::nullopt));
    };
    for (std::size_t i = 0; i < session.agenda.size(); ++i) {
        const auto& item = session.agenda[i];
        if (!table || times[i].day != day) {
            finish();
            day = times[i].day;
            if (days) document.blocks.push_back(printing::Heading{3, printing::long_date(*day, language)});
            table = printing::Table{"", {{"№", true, 0.35}, {say(language, Printed::time), false, 0.9}, {say(language, Printed::item), false, 3.6},
                                         {say(language, Printed::owner), false, 1.7}}, {}};
        }
        const auto& title = in(language, item.title, item.title_ru);
        const auto& body = in(language, item.body, item.body_ru);
        std::string owner = item.owner.empty() ? "" : name_of(db, item.owner, session.starts_on, language);
        if (!item.speaker.empty()) owner += (owner.empty() ? "" : "\n") + item.speaker;
        table->rows.push_back({std::to_string(item.position), time_text(times[i], item.minutes, language), body.empty() ? title : title + "\n" + body, owner});
    }
    finish();
    if (session.agenda.empty()) document.blocks.push_back(printing::Paragraph{say(language, Printed::no_agenda)});
    return document;
}

Document printed_summary(store::Connection& db, const Session& session, const std::string& language) {
    Document document = paper(db, session, language, session.kind == "site_visit" ? Printed::visit_report : Printed::summary);
    add_text(document, in(language, session.summary_en, session.summary_ru));
    add_sources(document, session, language);
    return document;
}

Document printed_minutes(store::Connection& db, const Session& session, const Minutes& minutes, const std::string& language) {
    const bool approved = minutes.state == "approved";
    Document document = paper(db, session, language, approved ? Printed::approved_minutes : Printed::minutes);
    int number = 0;
    for (const auto& paragraph : paragraphs_of(in(language, minutes.text_en, minutes.text_ru))) {
        document.blocks.push_back(printing::Paragraph{std::to_string(++number) + ". " + paragraph});
    }
    if (!minutes.corrections.empty()) document.blocks.push_back(printing::Heading{2, say(language, Printed::corrections)});
    for (const auto& correction : minutes.corrections) {
        document.blocks.push_back(printing::Heading{3, say(language, Printed::correction) + " " + std::to_string(correction.number) + ", " +
                                                           printing::long_date(Date::of(correction.made_at), language)});
        add_text(document, in(language, correction.text_en, correction.text_ru));
    }
    if (approved) {
        document.blocks.push_back(printing::Paragraph{say(language, Printed::adopted_on) + " " + printing::long_date(Date::of(*minutes.approved_at), language),
                                                      printing::Paragraph::Style::small});
    }
    return document;
}

}  // namespace homeward::council
