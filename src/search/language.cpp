#include "search/language.h"

#include <algorithm>
#include <unordered_map>

#include "base/letters.h"

namespace homeward::search {
namespace {

enum class Speaks { english, russian, turkic, tajik, nobody };

/// Small words by their key. Those that two languages share speak for nobody.
const std::unordered_map<std::string_view, Speaks>& small_words() {
    using enum Speaks;
    static const std::unordered_map<std::string_view, Speaks> words = {
        {"the", english}, {"of", english}, {"and", english}, {"to", english}, {"in", english}, {"for", english}, {"is", english},
        {"are", english}, {"with", english}, {"by", english}, {"at", english}, {"from", english}, {"or", english}, {"as", english},
        {"on", nobody}, {"a", nobody}, {"an", english}, {"this", english}, {"that", english},
        {"i", russian}, {"v", russian}, {"na", russian}, {"s", russian}, {"po", russian}, {"dlya", russian}, {"iz", russian}, {"k", russian},
        {"o", russian}, {"ob", russian}, {"ot", russian}, {"ne", russian}, {"qto", russian}, {"kak", russian}, {"za", russian}, {"do", russian},
        {"pri", russian}, {"u", russian},
        {"bilan", turkic}, {"uqun", turkic}, {"ham", turkic}, {"bu", turkic}, {"jane", turkic}, {"uxin", turkic}, {"jana", turkic},
        {"menen", turkic}, {"bilen", turkic}, {"uqin", turkic}, {"bul", turkic}, {"ve", turkic}, {"va", nobody},
        {"dar", tajik}, {"az", tajik}, {"ba", tajik}, {"baroi", tajik}, {"ki", tajik}, {"bo", tajik}, {"ast", tajik}};
    return words;
}

bool has_any(std::u32string_view word, std::u32string_view letters) { return word.find_first_of(letters) != word.npos; }

bool has_lone_q(std::u32string_view word) {
    const auto at = word.find(U'q');
    return at != word.npos && (at + 1 == word.size() || word[at + 1] != U'u');
}

}  // namespace

bool is_small_word(std::string_view key) { return small_words().contains(key); }

void Evidence::add(std::u32string_view word, const std::string& key, bool og) {
    const auto found = small_words().find(key);
    const Speaks speaks = found == small_words().end() ? Speaks::nobody : found->second;
    const bool cyrillic = std::any_of(word.begin(), word.end(), [](char32_t c) { return script_of(c) == Script::cyrillic; });
    if (!cyrillic) {
        english_ += speaks == Speaks::english;
        latin_turkic_ += speaks == Speaks::turkic || og || has_any(word, U"şçňýäöüžğñı") || has_lone_q(word);
        return;
    }
    russian_ += speaks == Speaks::russian || has_any(word, U"щ");
    // Қ, ғ and ҳ are in both: they speak for what else does.
    const bool shared = has_any(word, U"қғҳ");
    tajik_ += 2 * (speaks == Speaks::tajik || has_any(word, U"ҷӣӯ")) + shared;
    cyrillic_turkic_ += 2 * (speaks == Speaks::turkic || has_any(word, U"ңөүұһәіў")) + shared;
}

Languages Evidence::languages(Languages before) const {
    Languages now = before;
    if (english_ != latin_turkic_) now.latin = english_ > latin_turkic_ ? Language::english : Language::turkic;
    const int russian = 2 * russian_, regional = std::max(tajik_, cyrillic_turkic_);
    if (russian > regional) now.cyrillic = Language::russian;
    else if (regional > russian && tajik_ > cyrillic_turkic_) now.cyrillic = Language::tajik;
    else if (regional > russian && (tajik_ < cyrillic_turkic_ || now.cyrillic == Language::russian)) now.cyrillic = Language::turkic;
    return now;
}

}  // namespace homeward::search
