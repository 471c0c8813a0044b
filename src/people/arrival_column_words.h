#pragma once

#include "people/arrival_list.h"
#include "people/arrival_words.h"

namespace homeward::people {

/// The headers of lists in one language.
struct ColumnWords {
    std::string_view language;  ///< ISO 639-1
    WordTable<ColumnMeaning> words;
};

/// en, ru, kk, ky, uz, tg, tk.
const std::vector<ColumnWords>& column_words();

}  // namespace homeward::people
