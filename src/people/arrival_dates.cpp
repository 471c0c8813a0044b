#include "people/arrival_dates.h"

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "people/arrival_date_words.h"
#include "people/arrival_words.h"

namespace homeward::people {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;
constexpr int oldest = 120;  // years
constexpr int longest_months = 48;

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

/// A text taken apart.
struct Parts {
    std::vector<Number> numbers;
    int month = 0;
    bool about = false;
    bool years = false;
    bool months = false;
    bool birth = false;
    bool words = false;
    bool unreadable = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Without a time of day at the end: `2015-03-14T00:00:00`, `14.03.2015 0:00`.
std::string_view without_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return text;
    auto at = colon;
    while (at > 0 && is_digit(text[at - 1])) --at;
    const bool is_time = at > 0 && colon - at >= 1 && colon - at <= 2 && colon + 1 < text.size() && is_digit(text[colon + 1]);
    return is_time ? text.substr(0, at) : text;
}

void add_word(Parts& parts, std::string_view word) {
    const DateWordReading reading = read_date_word(word);
    parts.words = true;
    switch (reading.word) {
        case DateWord::month:
            parts.unreadable = parts.unreadable || parts.month != 0;
            parts.month = reading.month;
            break;
        case DateWord::about: parts.about = true; break;
        case DateWord::years: parts.years = true; break;
        case DateWord::months: parts.months = true; break;
        case DateWord::birth: parts.birth = true; break;
        case DateWord::filler: break;
        case DateWord::unknown: parts.unreadable = true; break;
    }
}

void add_number(Parts& parts, std::string_view digits) {
    Number number{0, digits.size()};
    if (digits.size() > 8) parts.unreadable = true;
    else std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    parts.numbers.push_back(number);
}

Parts take_apart(std::string_view text) {
    Parts parts;
    parts.about = text.find('~') != std::string_view::npos || text.find("≈") != std::string_view::npos || text.find('?') != std::string_view::npos;
    const std::string key = word_key(without_time(text));
    for (const auto token : words_of(key)) {
        // A token may join a number and a word: 2016г, 7лет, 14th.
        for (std::size_t at = 0; at < token.size();) {
            std::size_t end = at;
            while (end < token.size() && is_digit(token[end]) == is_digit(token[at])) ++end;
            const auto piece = token.substr(at, end - at);
            if (is_digit(token[at])) add_number(parts, piece); else add_word(parts, piece);
            at = end;
        }
    }
    return parts;
}

BirthReading refusal(std::string_view reason, std::optional<int> year = std::nullopt) {
    BirthReading reading;
    reading.refusal = reason;
    reading.year = year;
    return reading;
}

BirthReading found(PartialDate born_on, std::string_view warning, Date today) {
    if (born_on.year < first_year) return refusal("date_impossible");
    if (born_on.earliest() > today) return refusal("birth_date_future");
    BirthReading reading;
    reading.born_on = born_on;
    reading.warning = warning;
    reading.year = born_on.year;
    return reading;
}

BirthReading age(int years, Date as_of) {
    if (years > oldest) return refusal("date_impossible");
    BirthReading reading;
    reading.born_on = PartialDate{as_of.year - years, 0, 0, true};
    reading.stated_age = years;
    reading.warning = "estimated_age";
    reading.year = as_of.year - years;
    return reading;
}

BirthReading age_in_months(int months, Date as_of) {
    if (months > longest_months) return refusal("date_unreadable");
    BirthReading reading = age(months / 12, as_of);
    reading.born_on->year = as_of.plus_months(-months).year;
    reading.year = reading.born_on->year;
    return reading;
}

/// A year of two digits is of this century unless that lies ahead.
int whole_year(Number year, Date today) {
    if (year.digits > 2) return year.value;
    return year.value + (2000 + year.value <= today.year ? 2000 : 1900);
}

BirthReading full_date(Number year, int month, int day, Date today) {
    if (year.digits == 3 || year.digits > 4) return refusal("date_impossible");
    const int whole = whole_year(year, today);
    const auto date = Date::of(whole, month, day);
    if (!date) return refusal("date_impossible", whole);
    return found(PartialDate::exact(*date), year.digits <= 2 ? "birth_century_assumed" : "", today);
}

BirthReading month_of(Number year, int month, Date today) {
    if (year.digits != 4) return refusal("date_unreadable");
    if (month < 1 || month > 12) return refusal("date_impossible", year.value);
    return found({year.value, month, 0, false}, "birth_month_only", today);
}

BirthReading year_of(int year, bool about, Date today) {
    return found({year, 0, 0, about}, "birth_year_only", today);
}

BirthReading serial_day(double serial, bool date_1904, Date today) {
    const auto date = tabular::date_of_serial(serial, date_1904);
    return date ? found(PartialDate::exact(*date), "", today) : refusal("date_unreadable");
}

/// `20150314`, else `14032015`.
BirthReading eight_digits(int value, Date today) {
    const int front = value / 10'000;
    if (front >= first_year && front <= last_year) return full_date({front, 4}, value / 100 % 100, value % 100, today);
    return full_date({value % 10'000, 4}, value / 10'000 % 100, value / 1'000'000, today);
}

BirthReading one_number(const Parts& parts, Date as_of, Date today, bool date_1904) {
    const Number number = parts.numbers[0];
    if (number.digits == 4) return year_of(number.value, parts.about, today);
    if (number.digits == 5 && !parts.words) return serial_day(number.value, date_1904, today);
    if (number.digits == 8 && !parts.words) return eight_digits(number.value, today);
    if (number.digits > 3) return refusal("date_unreadable");
    if (parts.birth && !parts.years && !parts.months && number.digits == 2) return year_of(whole_year(number, today), parts.about, today);
    if (parts.months && !parts.years) return age_in_months(number.value, as_of);
    return age(number.value, as_of);
}

BirthReading two_numbers(const Parts& parts, Date as_of, Date today) {
    const auto& [first, second] = std::pair(parts.numbers[0], parts.numbers[1]);
    if (first.digits == 4 && second.digits == 4) return year_of(first.value, true, today);
    if (first.digits == 4) return month_of(first, second.value, today);
    if (second.digits == 4) return month_of(second, first.value, today);
    // "2 года 3 месяца", "7-8 лет", "1,5 года": the first number is the full years.
    return parts.words || parts.about ? age(first.value, as_of) : refusal("date_unreadable");
}

BirthReading named_month(const Parts& parts, Date today) {
    const auto& numbers = parts.numbers;
    if (numbers.size() == 1) return month_of(numbers[0], parts.month, today);
    if (numbers.size() != 2) return refusal("date_unreadable");
    const bool year_first = numbers[0].digits == 4;
    return full_date(numbers[year_first ? 0 : 1], parts.month, numbers[year_first ? 1 : 0].value, today);
}

/// `2016.0`, as programs write a number they took for a fraction.
std::string_view without_fraction(std::string_view text) {
    const auto point = text.find('.');
    if (point == std::string_view::npos || point == 0) return text;
    const bool whole = text.substr(0, point).find_first_not_of("0123456789") == std::string_view::npos;
    const bool zero = point + 1 < text.size() && text.substr(point + 1).find_first_not_of('0') == std::string_view::npos;
    return whole && zero ? text.substr(0, point) : text;
}

BirthReading read_text(std::string_view text, Date as_of, Date today, bool date_1904) {
    const Parts parts = take_apart(text);
    if (parts.unreadable || parts.numbers.empty()) return refusal("date_unreadable");
    if (parts.month) return named_month(parts, today);
    const auto& numbers = parts.numbers;
    if (numbers.size() == 1) return one_number(parts, as_of, today, date_1904);
    if (numbers.size() == 2) return two_numbers(parts, as_of, today);
    if (numbers.size() > 3) return refusal("date_unreadable");
    const bool year_first = numbers[0].digits > 2;
    return full_date(numbers[year_first ? 0 : 2], numbers[1].value, numbers[year_first ? 2 : 0].value, today);
}

BirthReading read_number(double number, Date as_of, Date today, bool date_1904) {
    const bool whole = number == std::floor(number);
    if (whole && number >= first_year && number <= last_year) return year_of(static_cast<int>(number), false, today);
    if (whole && number >= 0 && number <= oldest) return age(static_cast<int>(number), as_of);
    if (whole && number >= 1'000'000 && number <= 99'999'999) return eight_digits(static_cast<int>(number), today);
    return serial_day(number, date_1904, today);
}

BirthReading missing() {
    BirthReading reading;
    reading.warning = "birth_date_missing";
    return reading;
}

}  // namespace

BirthReading read_birth(const tabular::Cell& cell, Date as_of, Date today, bool date_1904) {
    if (cell.kind == tabular::CellKind::number) return read_number(cell.number, as_of, today, date_1904);
    if (cell.kind == tabular::CellKind::date) {
        const bool is_year = cell.number >= first_year && cell.number <= last_year && cell.number == std::floor(cell.number);
        return is_year ? year_of(static_cast<int>(cell.number), false, today) : found(PartialDate::exact(*cell.date), "", today);
    }
    const auto text = trim(cell.text);
    if (text.size() > 200) return refusal("date_unreadable");
    // A lone question mark is "not known"; one beside a number is "about".
    if (says_unknown(text)) return missing();
    return read_text(without_fraction(text), as_of, today, date_1904);
}

BirthReading read_age(const tabular::Cell& cell, Date as_of) {
    if (says_unknown(cell.text)) return missing();
    const Parts parts = take_apart(trim(cell.text).substr(0, 200));
    const bool is_age = !parts.unreadable && !parts.numbers.empty() && parts.numbers.size() <= 2 && parts.numbers[0].digits <= 3;
    if (!is_age) return refusal("date_unreadable");
    const int value = parts.numbers[0].value;
    return parts.months && !parts.years ? age_in_months(value, as_of) : age(value, as_of);
}

}  // namespace homeward::people
