#include "people/arrival_words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <stdexcept>

#include "base/text.h"

namespace homeward::people {

namespace {

/// What decomposition does not bring to a plain letter; 0 vanishes.
char32_t plain(char32_t c) {
    switch (c) {
        case U'ө': return U'о';
        case U'ү': case U'ұ': return U'у';
        case U'ң': return U'н';
        case U'қ': return U'к';
        case U'ғ': return U'г';
        case U'ҳ': case U'һ': return U'х';
        case U'ҷ': case U'җ': return U'ч';
        case U'ә': return U'а';
        case U'і': return U'и';
        case U'ь': case U'ъ': return 0;
        case U'ı': return U'i';
        case U'ə': return U'a';
        case U'ŋ': return U'n';
        case U'ø': return U'o';
        default: return c;
    }
}

bool is_apostrophe(char32_t c) {
    switch (c) {
        case U'\'': case U'`': case U'´': case U'ʻ': case U'ʼ': case U'ʹ': case U'‘': case U'’': case U'‛': case U'′': return true;
        default: return false;
    }
}

std::string decomposed(std::string_view text) {
    UErrorCode failed = U_ZERO_ERROR;
    static const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&failed);
    std::u16string wide;
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        if (c > 0xFFFF) {
            wide += static_cast<char16_t>(0xD7C0 + (c >> 10));
            wide += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
        } else {
            wide += static_cast<char16_t>(c);
        }
    }
    std::u16string out(wide.size() * 4 + 16, u'\0');
    auto size = unorm2_normalize(nfkd, wide.data(), static_cast<int32_t>(wide.size()), out.data(), static_cast<int32_t>(out.size()), &failed);
    if (failed == U_BUFFER_OVERFLOW_ERROR) {
        failed = U_ZERO_ERROR;
        out.resize(static_cast<std::size_t>(size));
        size = unorm2_normalize(nfkd, wide.data(), static_cast<int32_t>(wide.size()), out.data(), size, &failed);
    }
    if (U_FAILURE(failed)) throw std::runtime_error("ICU cannot normalize");
    std::string utf8;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size); ++at) {
        char32_t c = out[at];
        if (c >= 0xD800 && c < 0xDC00 && at + 1 < out.size()) c = 0x10000 + ((c - 0xD800) << 10) + (out[++at] - 0xDC00u);
        append_utf8(utf8, c);
    }
    return utf8;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const WordTable<bool>& none_words() {
    static const WordTable<bool> words = {{true, {
        "нет", "не имеет", "не имеется", "отсутствует", "отсутствуют", "б/н", "б.н.", "бн", "без номера", "без документа", "н/д", "нд", "нету",
        "none", "no", "nil", "n/a", "na", "not available", "no number", "without number", "null", "no document",
        "жоқ", "joq", "жок", "номерсиз", "нөмірсіз",
        "йўқ", "yoʻq", "yoq", "мавжуд эмас", "mavjud emas", "raqamsiz", "рақамсиз",
        "нест", "надорад", "бе рақам", "нодорад",
        "ýok", "yok", "belgisiz nomer"}}};
    return words;
}

const WordTable<bool>& unknown_words() {
    static const WordTable<bool> words = {{true, {
        "неизвестно", "неизвестен", "неизвестна", "не известно", "неизв", "не установлено", "не установлена", "не установлен", "неустановлено",
        "не определено", "не указано", "не указана", "нет данных", "нет сведений", "уточняется", "не знает",
        "unknown", "not known", "not stated", "undetermined", "unk", "unspecified", "no data", "not determined",
        "белгісіз", "belgısız", "belgisiz", "анықталмаған", "anyqtalmağan", "көрсетілмеген", "мәлімет жоқ",
        "белгисиз", "аныкталган эмес", "аныкталбаган", "көрсөтүлгөн эмес", "маалымат жок",
        "номаълум", "nomaʼlum", "nomalum", "аниқланмаган", "aniqlanmagan", "маълум эмас", "maʼlum emas", "маълумот йўқ", "maʼlumot yoʻq", "кўрсатилмаган",
        "маълум нест", "номуайян", "муайян нашудааст", "маълумот нест",
        "näbelli", "nämälim", "belli däl", "anyklanmady", "maglumat ýok"}}};
    return words;
}

const WordTable<bool>& total_words() {
    static const WordTable<bool> words = {{true, {
        "итого", "всего", "итог", "total", "totals", "sum", "in total", "grand total", "барлығы", "barlyğy", "жалпы", "жиыны", "жыйынтыгы", "бардыгы",
        "баары", "жалпысынан", "бары", "жами", "jami", "hammasi", "ҳаммаси", "ҳамагӣ", "ҷамъ", "ҳамаги", "ҷамъулҷамъ", "jemi", "hemmesi", "umumiy", "умумий"}}};
    return words;
}

}  // namespace

std::string word_key(std::string_view text) {
    const std::string wide = is_ascii(text) ? std::string(text) : decomposed(text);
    std::string_view rest = wide;
    std::string key;
    bool gap = false;
    while (!rest.empty()) {
        char32_t c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(rest))));
        if (is_apostrophe(c) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) continue;
        c = plain(c);
        if (c == 0) continue;
        if (!u_isalnum(static_cast<UChar32>(c))) {
            gap = !key.empty();
            continue;
        }
        if (gap) key += ' ';
        gap = false;
        append_utf8(key, c);
    }
    return key;
}

std::vector<std::string_view> words_of(std::string_view key) {
    return key.empty() ? std::vector<std::string_view>{} : split(key, ' ');
}

bool says_none(std::string_view text) {
    const std::string key = word_key(text);
    return key.empty() || none_words().find(key);
}

bool says_unknown(std::string_view text) {
    const std::string key = word_key(text);
    return key.empty() || none_words().find(key) || unknown_words().find(key);
}

bool says_no_name(std::string_view text) {
    const std::string key = word_key(text);
    static const WordTable<bool> more = {{true, {"нет", "нет имени", "без имени", "none", "n/a", "жоқ", "йўқ", "yoʻq", "нест", "ýok"}}};
    return key.empty() || unknown_words().find(key) || more.find(key);
}

bool tells_count(std::string_view key) {
    static const WordTable<bool> more = {{true, {"общее", "количество", "численность", "число", "count", "number", "саны", "сани", "сони", "soni", "шумора", "шумораи", "sany"}}};
    const auto words = words_of(key);
    const bool counts = std::any_of(words.begin(), words.end(), [](std::string_view word) { return total_words().find(word) || more.find(word); });
    return counts && key.find_first_of("0123456789") != std::string_view::npos;
}

bool starts_total(std::string_view key) {
    const auto words = words_of(key);
    if (words.empty()) return false;
    if (total_words().find(words.front())) return true;
    return words.size() > 1 && total_words().find(key.substr(0, words[0].size() + 1 + words[1].size()));
}

}  // namespace homeward::people
