#include <gtest/gtest.h>

#include <fstream>

#include "printing/document.h"

namespace homeward::printing {
namespace {

TEST(Sample, Write) {
    Document d{.title = "Годовой отчёт Совета 2025 · Annual report", .language = "ru", .header = "TLP:AMBER", .footer = "Региональный совет · 2026-11-22"};
    d.blocks.push_back(Heading{1, "Годовой отчёт Совета"});
    d.blocks.push_back(Paragraph{"Қазақстан, Қырғызстан: әіңғүұқөһ. Тоҷикистон: ғӣқӯҳҷ. O‘zbekiston: o‘ g‘ sh ch. Türkmenistan: äçňöşüýž. See https://www.un.org/counterterrorism/plan?x=1&y=2. Арабский: العودة إلى الوطن in line."});
    d.blocks.push_back(Paragraph{"هذا نص عربي يقرأ من اليمين إلى اليسار ويحتوي على الرقم 2025 وكلمة Tashkent في وسطه.", Paragraph::Style::quote});
    d.blocks.push_back(Heading{2, "Список"});
    d.blocks.push_back(Bullets{{"Первый пункт, достаточно длинный, чтобы перейти на вторую строку и показать, где она начинается под первой строкой", "Второй"}, true});
    d.blocks.push_back(Bullets{{"Пункт без номера", "Ещё один"}, false});
    d.blocks.push_back(Facts{{{"Место", "Ташкент"}, {"Дата", "2025-12-10"}}});
    Table t{"Действия по государствам", {{"Государство", false, 3}, {"Всего", true, 1}, {"Просрочено", true, 1}}, {}};
    for (int i = 0; i < 60; ++i) t.rows.push_back({"Государство " + std::to_string(i), std::to_string(i * 3), i % 7 ? "1" : "скрыто"});
    d.blocks.push_back(Chart{Chart::Kind::bars, "Действия", {"Казахстан", "Кыргызстан", "Таджикистан, с очень длинным названием", "Узбекистан"}, {{"Открыты", {12, 5, std::nullopt, 1234}}, {"Выполнены", {3, 8, 2, std::nullopt}}, {"Третий", {300, 800, 20, 0}}, {"Четвёртый", {100, 700, 70, 9}}}, "Реестр действий Совета, 2026-11-22"});
    d.blocks.push_back(t);
    d.blocks.push_back(Chart{Chart::Kind::lines, "По годам", {"2019", "2020", "2021", "2022", "2023"}, {{"Возвращены", {12, 5, std::nullopt, 34, 20}}}, "Реестр"});
    d.blocks.push_back(Chart{Chart::Kind::lines, "По годам", {"2019", "2020", "2021", "2022", "2023"}, {{"Возвращены", {12, 5, std::nullopt, 34, 20}}, {"Второй", {3, 8, 8, 12, 19}}}, "Реестр"});
    std::string longer;
    for (int i = 0; i < 12; ++i) longer += "Решение принимается консенсусом, и каждое государство может возразить до истечения срока молчания. ";
    d.blocks.push_back(Heading{2, "Решение"});
    d.blocks.push_back(SideBySide{{{"Русский", longer + "\n" + longer + longer + longer}, {"English", longer + "\nThe second paragraph stands beside the second one."}}});
    d.blocks.push_back(QrCode{"https://council.example/c/AB12-CD34", "Проверить: https://council.example/c/AB12-CD34"});
    std::ofstream("/tmp/print.pdf", std::ios::binary) << to_pdf(d, *Instant::parse("2026-11-22T05:00:00Z"));

    Document a{.title = "تقرير", .language = "ar", .header = "TLP:GREEN", .footer = "المجلس"};
    a.blocks = {Heading{1, "التقرير السنوي للمجلس 2025"}, Paragraph{"هذا نص عربي يقرأ من اليمين إلى اليسار ويحتوي على الرقم 2025 وكلمة Tashkent في وسطه. https://example.org/a"},
                Paragraph{"An English paragraph within."}, Bullets{{"أول", "ثان"}, true}, Facts{{{"المكان", "طشقند"}}},
                Table{"جدول", {{"الدولة", false, 3}, {"المجموع", true, 1}}, {{"أوزبكستان", "12"}, {"كازاخستان", "7"}}},
                Chart{Chart::Kind::bars, "رسم", {"أوزبكستان", "كازاخستان"}, {{"أ", {12, std::nullopt}}, {"ب", {4, 6}}}, "السجل"},
                Chart{Chart::Kind::lines, "خط", {"2019", "2020", "2021"}, {{"أ", {12, std::nullopt, 4}}}, "السجل"},
                SideBySide{{{"العربية", "نص أول"}, {"English", "First text"}}}, QrCode{"https://a.example", "تحقق"}};
    std::ofstream("/tmp/print_ar.pdf", std::ios::binary) << to_pdf(a, *Instant::parse("2026-11-22T05:00:00Z"));

    Document c{.title = "Certificate", .language = "en", .footer = "Regional Council · Example", .landscape = true, .framed = true};
    c.blocks = {Paragraph{"Regional Council for Rehabilitation and Reintegration", Paragraph::Style::centred}, Paragraph{"Certificate of attendance", Paragraph::Style::large_centred},
                Paragraph{"This certifies that", Paragraph::Style::centred}, Paragraph{"Мадина Example", Paragraph::Style::large_centred},
                Facts{{{"Course", "Trauma-informed care"}, {"Dates", "2026-10-01 – 2026-10-05"}}}, QrCode{"https://council.example/verify/AB12", "Verify at https://council.example/verify/AB12"}};
    std::ofstream("/tmp/print_cert.pdf", std::ios::binary) << to_pdf(c, *Instant::parse("2026-11-22T05:00:00Z"));
}

}  // namespace
}  // namespace homeward::printing
