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

Marking marking_of(std::string_view edge) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> labels{{
        {"TLP:CLEAR", "FFFFFF"}, {"TLP:GREEN", "33FF00"}, {"TLP:AMBER+STRICT", "FFC000"}, {"TLP:AMBER", "FFC000"}, {"TLP:RED", "FF2B2B"}}};
    for (const auto& [label, colour] : labels) {
        if (!edge.starts_with(label)) continue;
        auto rest = edge.substr(label.size());
        for (const std::string_view between : {std::string_view(" · "), std::string_view(" ")}) {
            if (rest.starts_with(between)) rest.remove_prefix(between.size());
        }
        return {label, rest, colour};
    }
    return {{}, edge, {}};
}

bool runs_leftward(std::string_view language) {
    return language.substr(0, 2) == "ar";
}

}  // namespace homeward::printing
