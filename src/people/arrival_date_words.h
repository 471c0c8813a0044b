#pragma once

#include <string_view>

namespace homeward::people {

enum class DateWord {
    unknown,
    month,       ///< the name of a month; `month` says which
    about,       ///< примерно, тахминан, about
    years,       ///< a unit of age: лет, жас, yosh, years
    months,      ///< a unit of age: месяцев, ай, oylik, months
    birth,       ///< says that a year is one of birth: г.р., рожд., born
    filler,      ///< г., жылы, -yil, соли: adds nothing
};

struct DateWordReading {
    DateWord word = DateWord::unknown;
    int month = 0;
};

/// What a word stands for in a date. `key` is one word of `word_key`.
DateWordReading read_date_word(std::string_view key);

}  // namespace homeward::people
