#include "council/practices/practice_print.h"

#include <algorithm>

#include "base/text.h"
#include "printing/dates.h"
#include "printing/document.h"

namespace homeward::council {
namespace {

/// Headings of the template: of a practice and of a lesson, in English and in Russian.
struct Heading {
    const char* field;
    const char* practice_en;
    const char* practice_ru;
    const char* lesson_en;
    const char* lesson_ru;
};
constexpr Heading kHeadings[] = {
    {"context", "Context", "Контекст", "Context", "Контекст"},
    {"problem", "The problem", "Проблема", "The problem", "Проблема"},
    {"action", "What was done", "Что было сделано", "What was tried", "Что пробовали"},
    {"groups", "For whom", "Для кого", "For whom", "Для кого"},
    {"results", "Results", "Результаты", "What came of it", "Что из этого вышло"},
    {"cost", "Cost", "Стоимость", "Cost", "Стоимость"},
    {"gender", "Girls, women, boys and men", "Девочки, женщины, мальчики и мужчины", "Girls, women, boys and men", "Девочки, женщины, мальчики и мужчины"},
    {"age", "Ages", "Возраст", "Ages", "Возраст"},
    {"rights", "Rights", "Права человека", "Rights", "Права человека"},
    {"failed", "What failed, what we would not do again", "Что не удалось и чего мы не стали бы повторять", "Why it did not work", "Почему это не сработало"},
    {"conditions", "What it needs to work elsewhere", "Что нужно, чтобы это работало в другом месте", "What we would do instead", "Что мы сделали бы вместо этого"},
    {"contact", "Contact", "Контакт", "Contact", "Контакт"},
};

struct Words {
    bool russian, lesson;
    const char* of(const Heading& heading) const {
        return lesson ? (russian ? heading.lesson_ru : heading.lesson_en) : (russian ? heading.practice_ru : heading.practice_en);
    }
    const char* say(const char* english, const char* in_russian) const { return russian ? in_russian : english; }
};

const char* evidence_of(const Practice& practice, const Words& words) {
    if (practice.evidence == "none_yet") return words.say("None yet", "Пока нет");
    if (practice.evidence == "judgement") return words.say("Judgement of those who did it", "Суждение тех, кто это делал");
    if (practice.evidence == "monitoring") return words.say("Figures kept while it ran", "Данные, собранные в ходе работы");
    if (practice.evidence == "evaluation") return words.say("Evaluation without a comparison", "Оценка без сравнения");
    return words.say("Evaluation with a comparison", "Оценка со сравнением");
}

const char* state_of(const Practice& practice, const Words& words) {
    constexpr std::array<std::array<const char*, 3>, 5> names{{{"kg", "Kyrgyzstan", "Кыргызстан"}, {"kz", "Kazakhstan", "Казахстан"},
        {"tj", "Tajikistan", "Таджикистан"}, {"tm", "Turkmenistan", "Туркменистан"}, {"uz", "Uzbekistan", "Узбекистан"}}};
    for (const auto& [code, english, russian] : names) {
        if (practice.state == code) return words.say(english, russian);
    }
    return practice.state.c_str();
}

/// 18 000, with no-break spaces, which both languages read.
std::string grouped(std::int64_t amount) {
    std::string digits = std::to_string(amount);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), "\u00a0");
    return digits;
}

std::string amount_of(const Practice& practice) {
    if (!practice.cost_low && !practice.cost_high) return {};
    std::string amount = grouped(practice.cost_low ? *practice.cost_low : *practice.cost_high);
    if (practice.cost_high && practice.cost_high != practice.cost_low) amount += "–" + grouped(*practice.cost_high);
    return amount + " " + practice.currency;
}

printing::Facts facts_of(const Practice& practice, const Words& words) {
    const std::string language = words.russian ? "ru" : "en";
    printing::Facts facts;
    const std::string until = practice.year_to ? std::to_string(*practice.year_to) : std::string();
    facts.items = {{words.say("State", "Государство"), state_of(practice, words)},
                   {words.say("Years", "Годы"), std::to_string(practice.year_from) + "–" + until},
                   {words.say("Evidence", "Доказательства"), evidence_of(practice, words)},
                   {words.say("Edition", "Редакция"), std::to_string(practice.edition)}};
    if (const auto amount = amount_of(practice); !amount.empty()) facts.items.emplace_back(words.say("Amount", "Сумма"), amount);
    if (practice.published_on) facts.items.emplace_back(words.say("Published on", "Опубликовано"), printing::long_date(*practice.published_on, language));
    if (practice.review_due_on) facts.items.emplace_back(words.say("To be looked at again by", "Пересмотреть до"), printing::long_date(*practice.review_due_on, language));
    return facts;
}

}  // namespace

Result<http::Reply> print_practice(access::Work& work, const Practice& practice, const std::string& language) {
    const auto& text = *text_in(practice, language);
    const Words words{text.language == "ru", practice.kind == "did_not_work"};
    printing::Document document;
    document.title = text.title;
    document.language = text.language;
    if (practice.stage != PracticeStage::published) document.header = words.say("Not published", "Не опубликовано");
    document.footer = words.lesson ? words.say("A lesson: this did not work", "Урок: это не сработало") : words.say("A practice", "Практика");
    if (practice.example) document.footer += words.say(". Invented, as an example", ". Вымышленный пример");
    document.blocks = {printing::Heading{1, text.title}, facts_of(practice, words)};
    for (const auto& heading : kHeadings) {
        const auto field = std::ranges::find(kPracticeFields, std::string_view(heading.field), [](const PracticeField& each) { return std::string_view(each.first); });
        const auto& said = text.*(field->second);
        if (trim(said).empty()) continue;
        document.blocks.push_back(printing::Heading{2, words.of(heading)});
        document.blocks.push_back(printing::Paragraph{said});
    }
    return http::download("application/pdf", shortened(text.title, 80) + ".pdf", printing::to_pdf(document, work.now));
}

}  // namespace homeward::council
