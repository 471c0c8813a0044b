#include "identity/birth_dates.h"

#include <cstdlib>

namespace homeward::identity {
namespace {

constexpr int estimate_years = 2;

bool is_whole(const PartialDate& date) { return date.precision() == DatePrecision::day && !date.estimated; }

/// The year alone, where a day is likely to be an office's stop-gap.
bool is_stop_gap(const PartialDate& date) { return date.month == 1 && date.day == 1; }

bool may_be_one(const PartialDate& a, const PartialDate& b) {
    if (a.estimated || b.estimated) return std::abs(a.year - b.year) <= estimate_years;
    if (a.year == b.year && (is_stop_gap(a) || is_stop_gap(b))) return true;
    return a.earliest() <= b.latest() && b.earliest() <= a.latest();
}

bool one_slip_apart(const PartialDate& a, const PartialDate& b) {
    const bool year = a.year == b.year, month = a.month == b.month, day = a.day == b.day;
    if (year && a.month == b.day && a.day == b.month) return true;
    if (year && (month || day)) return true;
    const int years = std::abs(a.year - b.year);
    return month && day && (years == 1 || years == 10);
}

}  // namespace

BirthDates compare_births(const PartialDate& a, const PartialDate& b) {
    if (is_whole(a) && is_whole(b)) {
        if (a == b) return BirthDates::equal;
        if (one_slip_apart(a, b)) return BirthDates::near;
    }
    return may_be_one(a, b) ? BirthDates::compatible : BirthDates::different;
}

}  // namespace homeward::identity
