#include "printing/words.h"

#include <array>
#include <utility>

namespace homeward::printing {

const Words& words_of(std::string_view language) {
    static constexpr std::array<std::pair<std::string_view, Words>, 8> all{{
        {"en", {"hidden", "Source", "Values"}},
        {"ru", {"скрыто", "Источник", "Значения"}},
        {"uz", {"yashirilgan", "Manba", "Qiymatlar"}},
        {"kk", {"жасырылған", "Дереккөз", "Мәндер"}},
        {"ky", {"жашырылган", "Булак", "Маанилер"}},
        {"tg", {"пинҳон", "Манбаъ", "Қиматҳо"}},
        {"tk", {"gizlenen", "Çeşme", "Bahalar"}},
        {"ar", {"محجوب", "المصدر", "القيم"}},
    }};
    for (const auto& [code, words] : all) {
        if (language.substr(0, 2) == code) return words;
    }
    return all[0].second;
}

bool runs_leftward(std::string_view language) {
    return language.substr(0, 2) == "ar";
}

}  // namespace homeward::printing
