#pragma once
// Birth dates as lists have them, in seven languages.

#include "base/date.h"
#include "tabular/table.h"

namespace homeward::people {

/// What a cell says of a birth date.
///
/// born_on     empty when refused or missing
/// stated_age  full years, when an age stands in place of a date
/// refusal     empty, date_impossible, date_unreadable or birth_date_future
/// warning     empty, estimated_age, birth_year_only, birth_month_only, birth_date_missing or birth_century_assumed
/// year        the year, also of a date that is none (31.04.2017): it still tells the age
struct BirthReading {
    std::optional<PartialDate> born_on;
    std::optional<int> stated_age;
    std::string_view refusal;
    std::string_view warning;
    std::optional<int> year;
};

/// Reads a birth date: `14.03.2015`, `14/3/15`, `2015-03-14`, a spreadsheet's date or its number, «14 марта 2015 г.»,
/// "14 Mar 2015", a year («2016 г.р.», "2016-yil", «соли 2016»), a month with its year, or an age («примерно 7 лет»,
/// "~7 y", «шамамен 7 жас», "8 months"). Day stands before month, as in the whole region. A number from 1900 to 2100 is
/// a year, whatever its format.
///
/// as_of      an age is an age on it
/// today      dates after it are in the future
/// date_1904  where the sheet's day numbers start
BirthReading read_birth(const tabular::Cell& cell, Date as_of, Date today, bool date_1904);

/// The same for a column of ages, where a bare number is one.
BirthReading read_age(const tabular::Cell& cell, Date as_of);

}  // namespace homeward::people
