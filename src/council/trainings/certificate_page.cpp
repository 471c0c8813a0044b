// A certificate on paper.
#include "council/trainings/certificate.h"
#include "printing/dates.h"

namespace homeward::council {
namespace {

using printing::Paragraph;

struct Words {
    const char* title;
    const char* took_part;
    const char* hours;
    const char* held_by;
    const char* check;
    const char* number;
    const char* issued;
    const char* revoked;
};
constexpr Words kEnglish{"Certificate", "took part in the training", "hours of teaching", "Held by", "Check this certificate", "Number", "Issued on", "REVOKED on"};
constexpr Words kRussian{"Сертификат", "прошёл (прошла) обучение", "учебных часов", "Организатор:", "Проверить сертификат", "Номер", "Выдан", "АННУЛИРОВАН"};

/// In groups of four, as people read it out.
std::string grouped(const std::string& code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += '-';
        text += code[i];
    }
    return text;
}

}  // namespace

printing::Document document_of(const Certificate& certificate, const std::string& public_url, const std::string& host_name,
                               const std::string& language) {
    const bool russian = language == "ru";
    const Words& words = russian ? kRussian : kEnglish;
    const std::string link = public_url + "/certificates/" + certificate.code;
    const std::string& title = russian ? certificate.title_ru : certificate.title_en;
    const std::string days = printing::long_days(certificate.starts_on, certificate.ends_on, language);
    printing::Document document;
    document.title = std::string(words.title) + " " + grouped(certificate.code);
    document.language = russian ? "ru" : "en";
    document.framed = true;
    document.landscape = true;
    document.blocks = {
        Paragraph{words.title, Paragraph::Style::large_centred},
        Paragraph{certificate.name, Paragraph::Style::large_centred},
        Paragraph{words.took_part, Paragraph::Style::centred},
        Paragraph{title, Paragraph::Style::large_centred},
        Paragraph{(certificate.place.empty() ? days : certificate.place + ", " + days) + "\n" + std::to_string(certificate.hours) + " " + words.hours,
                  Paragraph::Style::centred},
        Paragraph{std::string(words.held_by) + " " + host_name, Paragraph::Style::centred},
        printing::QrCode{link, std::string(words.check) + ": " + link},
        Paragraph{std::string(words.number) + " " + grouped(certificate.code) + " · " + words.issued + " " +
                      printing::long_date(Date::of(certificate.issued_at), language),
                  Paragraph::Style::centred},
    };
    // Who prints it again must not be able to pass it on.
    if (certificate.revoked_at) {
        const std::string said = std::string(words.revoked) + " " + printing::long_date(Date::of(*certificate.revoked_at), language);
        document.blocks.insert(document.blocks.begin(), Paragraph{said, Paragraph::Style::large_centred});
    }
    return document;
}

}  // namespace homeward::council
