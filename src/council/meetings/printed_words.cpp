#include "council/meetings/printed_words.h"

#include <stdexcept>

namespace homeward::council {
namespace {

struct Word {
    Printed word;
    std::string_view en, ru;
};
constexpr Word kWords[] = {
    {Printed::council, "Regional Expert Council on Rehabilitation and Reintegration", "Региональный экспертный совет по реабилитации и реинтеграции"},
    {Printed::agenda, "Agenda", "Повестка дня"},
    {Printed::summary, "Summary", "Резюме"},
    {Printed::visit_report, "Report of the visit", "Отчёт о поездке"},
    {Printed::minutes, "Draft minutes", "Проект протокола"},
    {Printed::approved_minutes, "Minutes", "Протокол"},
    {Printed::corrections, "Corrections", "Исправления"},
    {Printed::correction, "Correction", "Исправление"},
    {Printed::host, "Host", "Принимающая сторона"},
    {Printed::organisers, "Organised by", "Организаторы"},
    {Printed::place, "Place", "Место"},
    {Printed::when, "When", "Когда"},
    {Printed::kind, "Kind", "Вид"},
    {Printed::mode, "Form", "Форма"},
    {Printed::also_called, "Also called", "Другие названия"},
    {Printed::sources, "Sources", "Источники"},
    {Printed::time, "Time", "Время"},
    {Printed::item, "Item", "Вопрос"},
    {Printed::owner, "Presented by", "Докладывает"},
    {Printed::online, "Online", "Онлайн"},
    {Printed::hybrid, "In person and online", "Очно и онлайн"},
    {Printed::in_person, "In person", "Очно"},
    {Printed::cancelled, "Cancelled", "Отменено"},
    {Printed::example, "Example", "Пример"},
    {Printed::no_agenda, "No agenda is known.", "Повестка дня неизвестна."},
    {Printed::minutes_short, "min", "мин"},
    {Printed::adopted_on, "Approved on", "Утверждён"},
    {Printed::page_made, "Homeward, the Council's workspace", "Homeward, рабочее пространство Совета"},
};

struct Kind {
    std::string_view code, en, ru;
};
constexpr Kind kKinds[] = {
    {"plenary", "Plenary", "Пленарное заседание"},
    {"working_group", "Working group", "Рабочая группа"},
    {"side_event", "Side event", "Параллельное мероприятие"},
    {"briefing", "Briefing", "Брифинг"},
    {"workshop", "Workshop", "Семинар"},
    {"site_visit", "Site visit", "Выездное ознакомление"},
};

}  // namespace

std::string_view printed(std::string_view language, Printed word) {
    for (const auto& each : kWords) {
        if (each.word == word) return language == "ru" ? each.ru : each.en;
    }
    throw std::logic_error("a printed word is missing");
}

std::string_view printed_kind(std::string_view language, std::string_view kind) {
    for (const auto& each : kKinds) {
        if (each.code == kind) return language == "ru" ? each.ru : each.en;
    }
    throw std::logic_error("a kind of session has no printed word");
}

}  // namespace homeward::council
