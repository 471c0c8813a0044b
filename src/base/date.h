#pragma once

#include "base/instant.h"

namespace homeward {

/// A calendar date of the proleptic Gregorian calendar. Written `2024-05-14`.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;

    /// Nothing when there is no such day.
    static std::optional<Date> of(int year, int month, int day);
    static std::optional<Date> parse(std::string_view text);
    /// The date of an instant in UTC.
    static Date of(Instant instant);
    /// The latest calendar day that it can be then where the work is done: Central Asia is up to six hours ahead of UTC.
    static Date latest_of(Instant instant);
    static Date from_days(std::int64_t days_since_1970);

    std::string str() const;
    std::int64_t days() const;  ///< since 1970-01-01
    Date plus_days(std::int64_t n) const { return from_days(days() + n); }
    /// The same day of a later month; the month's last day where it is shorter.
    Date plus_months(int n) const;
    friend auto operator<=>(const Date&, const Date&) = default;
};

enum class DatePrecision { year, month, day };

/// A birth date as far as it is known. Written as ISO 8601-2 does: `2016`, `2016-05`, `2016-05-03`,
/// with `~` behind it when estimated (`2016~`).
struct PartialDate {
    int year = 1970;
    int month = 0;  ///< 0 when the precision is year
    int day = 0;    ///< 0 unless the precision is day
    bool estimated = false;

    static PartialDate exact(Date date) { return {date.year, date.month, date.day, false}; }
    static std::optional<PartialDate> parse(std::string_view text);
    std::string str() const;
    DatePrecision precision() const;
    Date earliest() const;
    Date latest() const;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// Full years of age on a day. Where only a year is known, the age that the middle of it gives (1 July);
/// where a month, its first day. Never below 0.
int age_on(const PartialDate& born_on, Date day);

}  // namespace homeward
