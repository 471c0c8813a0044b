#include "printing/dates.h"

#include <unicode/datefmt.h>
#include <unicode/dtitvfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace homeward::printing {
namespace {

/// British English: the day before the month, as all other languages here have it.
icu::Locale locale_of(const std::string& language) {
    constexpr std::array<std::string_view, 7> ours{"ru", "uz", "kk", "ky", "tg", "tk", "ar"};
    return icu::Locale(std::ranges::find(ours, language) == ours.end() ? "en_GB" : language.c_str());
}

UDate instant_of(Date date) { return static_cast<UDate>(date.days()) * 86'400'000.0; }

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

std::string long_date(Date date, const std::string& language) {
    const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale_of(language)));
    if (!format) throw std::runtime_error("ICU has no dates");
    format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    icu::UnicodeString text;
    return utf8(format->format(instant_of(date), text));
}

std::string long_days(Date from, Date to, const std::string& language) {
    if (from == to) return long_date(from, language);
    UErrorCode failed = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateIntervalFormat> format(icu::DateIntervalFormat::createInstance("yMMMMd", locale_of(language), failed));
    if (U_FAILURE(failed)) throw std::runtime_error("ICU has no dates");
    format->setTimeZone(*icu::TimeZone::getGMT());
    const icu::DateInterval days(instant_of(from), instant_of(to));
    icu::UnicodeString text;
    icu::FieldPosition position;
    format->format(&days, text, position, failed);
    if (U_FAILURE(failed)) throw std::runtime_error("ICU cannot write dates");
    return utf8(text);
}

}  // namespace homeward::printing
