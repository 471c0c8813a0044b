#include "council/reports/report_sections.h"

#include <algorithm>
#include <array>

#include "council/members/body.h"
#include "printing/dates.h"

namespace homeward::council {

namespace {

constexpr std::array<ReportSectionKind, 10> kKinds{{
    {"summary", "The year in figures", "Год в цифрах", nullptr},
    {"sessions", "Sessions", "Заседания", draw_sessions},
    {"decisions", "Decisions", "Решения", draw_decisions},
    {"actions", "Action items", "Поручения", draw_actions},
    {"practices", "Good practices and lessons", "Практики и уроки", draw_practices},
    {"trainings", "Trainings", "Обучение", draw_trainings},
    {"tables", "What the States released", "Что обнародовали государства", draw_tables},
    {"claims", "Public figures", "Публичные цифры", draw_claims},
    {"notices", "Early-warning notices", "Уведомления раннего предупреждения", draw_notices},
    {"members", "Members and partners", "Члены и партнёры", draw_members},
}};

}  // namespace

std::span<const ReportSectionKind> report_section_kinds() { return kKinds; }

const ReportSectionKind* find_report_section(std::string_view key) {
    const auto found = std::ranges::find(kKinds, key, [](const ReportSectionKind& kind) { return std::string_view(kind.key); });
    return found == kKinds.end() ? nullptr : &*found;
}

std::string Drawing::name(const std::string& code) const { return name_of(db, code, until(), language); }
std::string Drawing::day(Date date) const { return printing::long_date(date, language); }

std::string Drawing::register_of(const char* english, const char* in_russian) const {
    return say("the Council's register of ", "реестр Совета: ") + say(english, in_russian) + say(", as it stood on ", ", по состоянию на ") + day(today);
}

void put_list(const Drawing& drawing, Drawn& drawn, printing::Table list) {
    if (list.rows.empty()) return;
    const bool cut = list.rows.size() >= kReportRows;
    drawn.blocks.push_back(std::move(list));
    if (!cut) return;
    drawn.blocks.push_back(printing::Paragraph{drawing.say("The list ends here; further ones stand in the Council's registers.",
                                                           "Здесь список обрывается; остальное — в реестрах Совета."), printing::Paragraph::Style::small});
}

printing::Chart without_empty_series(printing::Chart chart) {
    const auto is_empty = [](const printing::Chart::Series& series) { return std::ranges::all_of(series.values, [](const auto& value) { return value && *value == 0; }); };
    const auto kept = std::remove_if(chart.series.begin(), chart.series.end(), is_empty);
    chart.series.erase(kept == chart.series.begin() ? std::next(kept) : kept, chart.series.end());
    return chart;
}

printing::Paragraph definition(const Drawing& drawing, const std::string& text) {
    return {drawing.say("Definition: ", "Определение: ") + text, printing::Paragraph::Style::small};
}

}  // namespace homeward::council
