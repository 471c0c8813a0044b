#include "base/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace homeward {
namespace {

namespace chr = std::chrono;

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

chr::sys_days to_sys(const Date& d) {
    return chr::year{d.year} / chr::month{static_cast<unsigned>(d.month)} / chr::day{static_cast<unsigned>(d.day)};
}

Date from_sys(chr::sys_days days) {
    const chr::year_month_day ymd{days};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

}  // namespace

Instant Instant::system_now() {
    return {chr::duration_cast<chr::milliseconds>(chr::system_clock::now().time_since_epoch()).count()};
}

std::optional<Instant> Instant::parse(std::string_view text) {
    // 2024-05-14T09:30:00Z or 2024-05-14T09:30:00.123Z
    if ((text.size() != 20 && text.size() != 24) || text.back() != 'Z' || text[10] != 'T') return std::nullopt;
    if (text[13] != ':' || text[16] != ':') return std::nullopt;
    const auto date = Date::parse(text.substr(0, 10));
    const auto h = digits(text.substr(11, 2)), m = digits(text.substr(14, 2)), s = digits(text.substr(17, 2));
    std::optional<int> ms = 0;
    if (text.size() == 24) ms = text[19] == '.' ? digits(text.substr(20, 3)) : std::nullopt;
    if (!date || !h || !m || !s || !ms || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    return Instant{((date->days() * 24 + *h) * 60 + *m) * 60'000 + *s * 1000 + *ms};
}

std::string Instant::str() const {
    std::int64_t day = ms / 86'400'000, rest = ms % 86'400'000;
    if (rest < 0) { rest += 86'400'000; --day; }
    const Date d = Date::from_days(day);
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", d.year, d.month, d.day,
                  static_cast<int>(rest / 3'600'000), static_cast<int>(rest / 60'000 % 60),
                  static_cast<int>(rest / 1000 % 60), static_cast<int>(rest % 1000));
    return out;
}

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const chr::year_month_day ymd{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                  chr::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{year, month, day};
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    return of(*y, *m, *d);
}

Date Date::of(Instant instant) {
    std::int64_t day = instant.ms / 86'400'000;
    if (instant.ms % 86'400'000 < 0) --day;
    return from_days(day);
}

Date Date::latest_of(Instant instant) {
    constexpr std::int64_t six_hours_ms = 6 * 3'600'000;
    return of(Instant{instant.ms + six_hours_ms});
}

Date Date::from_days(std::int64_t n) { return from_sys(chr::sys_days{chr::days{n}}); }

std::string Date::str() const {
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
    return out;
}

std::int64_t Date::days() const { return to_sys(*this).time_since_epoch().count(); }

Date Date::plus_months(int n) const {
    const int index = year * 12 + month - 1 + n;
    const int y = index / 12, m = index % 12 + 1;
    for (int d = day; d > 28; --d) {
        if (auto date = of(y, m, d)) return *date;
    }
    return {y, m, std::min(day, 28)};
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    PartialDate date;
    if (!text.empty() && text.back() == '~') {
        date.estimated = true;
        text.remove_suffix(1);
    }
    const auto y = digits(text.substr(0, 4));
    if (text.size() < 4 || !y || *y < 1) return std::nullopt;
    date.year = *y;
    if (text.size() == 4) return date;
    if (text.size() == 7 && text[4] == '-') {
        const auto m = digits(text.substr(5, 2));
        if (!m || *m < 1 || *m > 12) return std::nullopt;
        date.month = *m;
        return date;
    }
    const auto full = Date::parse(text);
    if (!full) return std::nullopt;
    date.month = full->month;
    date.day = full->day;
    return date;
}

std::string PartialDate::str() const {
    char out[40];
    switch (precision()) {
        case DatePrecision::year: std::snprintf(out, sizeof out, "%04d", year); break;
        case DatePrecision::month: std::snprintf(out, sizeof out, "%04d-%02d", year, month); break;
        case DatePrecision::day: std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day); break;
    }
    return estimated ? std::string(out) + "~" : std::string(out);
}

DatePrecision PartialDate::precision() const {
    if (month == 0) return DatePrecision::year;
    return day == 0 ? DatePrecision::month : DatePrecision::day;
}

Date PartialDate::earliest() const { return {year, month ? month : 1, day ? day : 1}; }

Date PartialDate::latest() const {
    if (month == 0) return {year, 12, 31};
    if (day == 0) return Date{year, month, 1}.plus_months(1).plus_days(-1);
    return {year, month, day};
}

int age_on(const PartialDate& born_on, Date on) {
    const int month = born_on.month ? born_on.month : 7;
    const int day = born_on.day ? born_on.day : 1;
    const bool before_birthday = on.month < month || (on.month == month && on.day < day);
    return std::max(0, on.year - born_on.year - (before_birthday ? 1 : 0));
}

}  // namespace homeward
