#include "council/meetings/minutes.h"
#include "council/meetings/printed_words.h"
#include "council/reports/block_json.h"
#include "council/reports/report_store.h"
#include "printing/dates.h"

namespace homeward::council {

namespace {

using printing::Block;
using printing::Document;
using printing::Heading;
using printing::Paragraph;

const char* say(const Report& report, const char* english, const char* in_russian) { return report.language == "ru" ? in_russian : english; }

void append_text(std::vector<Block>& blocks, const std::string& text) {
    for (auto& paragraph : paragraphs_of(text)) blocks.push_back(Paragraph{std::move(paragraph)});
}

printing::Facts summary_of(const Report& report) {
    printing::Facts facts;
    for (const auto& section : report.sections) {
        if (section.left_out) continue;
        facts.items.insert(facts.items.end(), section.drawn.figures.begin(), section.drawn.figures.end());
    }
    return facts;
}

/// The first day that is drawn, and the last: the report of a year that is not over ends with the day of its drawing.
std::string period_of(const Report& report) {
    Instant drawn{};
    for (const auto& section : report.sections) drawn = std::max(drawn, section.drawn_at);
    return printing::long_days({report.year, 1, 1}, std::min(Date{report.year, 12, 31}, Date::of(drawn)), report.language);
}

void append_head(std::vector<Block>& blocks, const Report& report) {
    blocks.push_back(Heading{1, report.title});
    printing::Facts facts{{{say(report, "Council", "Совет"), std::string(printed(report.language, Printed::council))}, {say(report, "Period", "Период"), period_of(report)},
                           {say(report, "Edition", "Редакция"), std::to_string(report.edition)}}};
    if (report.released_at) facts.items.emplace_back(say(report, "Released on", "Обнародован"), printing::long_date(Date::of(*report.released_at), report.language));
    if (!report.correction.empty()) facts.items.emplace_back(say(report, "Corrects the edition before", "Исправляет прежнюю редакцию"), report.correction);
    blocks.push_back(std::move(facts));
    if (report.example) {
        blocks.push_back(Paragraph{say(report, "An example: it was drawn from a demonstration, and invented content in it is marked so.",
                                       "Пример: составлен по демонстрационным данным; вымышленное в нём так и отмечено."), Paragraph::Style::quote});
    }
}

void append_end(std::vector<Block>& blocks, const Report& report) {
    blocks.push_back(Heading{2, say(report, "How this report was made", "Как составлен этот отчёт")});
    blocks.push_back(Paragraph{say(report,
        "Numbers, tables and charts were drawn from the registers of the Council; the paragraphs around them were written by its secretariat. What is not open to everybody "
        "is counted at most, and not named. Nothing in it describes a person who came home.",
        "Числа, таблицы и диаграммы составлены по реестрам Совета; текст вокруг них написал секретариат. Закрытое для публики в лучшем случае учтено, но не названо. "
        "Отчёт не описывает ни одного вернувшегося человека.")});
}

}  // namespace

std::vector<Block> blocks_of(const Report& report, const ReportSection& section) {
    std::vector<Block> blocks;
    append_text(blocks, section.before);
    if (section.key == "summary") {
        if (auto facts = summary_of(report); !facts.items.empty()) blocks.push_back(std::move(facts));
    } else {
        blocks.insert(blocks.end(), section.drawn.blocks.begin(), section.drawn.blocks.end());
    }
    append_text(blocks, section.after);
    return blocks;
}

Document document_of(store::Connection& db, const Report& report) {
    if (const auto kept = db.query("SELECT document FROM reports WHERE id = $1 AND document IS NOT NULL", report.id).value<std::string>()) return read_document(*kept);
    Document document{.title = report.title, .language = report.language};
    document.header = report.released() ? "TLP:CLEAR" : std::string("TLP:AMBER · ") + say(report, "Draft, not released", "Проект, не обнародован");
    document.footer = std::string(report.released() ? "TLP:CLEAR · " : "TLP:AMBER · ") + report.title + (report.example ? say(report, " · An example", " · Пример") : "");
    append_head(document.blocks, report);
    for (const auto& section : report.sections) {
        if (section.left_out) continue;
        const auto* kind = find_report_section(section.key);
        document.blocks.push_back(Heading{2, say(report, kind->title_en, kind->title_ru)});
        auto blocks = blocks_of(report, section);
        document.blocks.insert(document.blocks.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    }
    append_end(document.blocks, report);
    return document;
}

Instant paper_instant(const access::Work& work, const Report& report) { return report.released_at.value_or(work.now); }

}  // namespace homeward::council
