#include "people/arrival_names.h"

#include "base/text.h"
#include "people/arrival_words.h"

namespace homeward::people {

namespace {

enum class Start { mother, father };

const WordTable<Start>& starts() {
    static const WordTable<Start> words = {{Start::mother, {"umm", "um", "oum", "oumm", "ummu", "umme", "умм", "ум", "умму", "умми", "үмм", "үм", "ўмм", "أم", "ام"}},
                                           {Start::father, {"abu", "abou", "aboo", "abū", "абу", "әбу", "ебу", "ебі", "أبو", "ابو"}}};
    return words;
}

const WordTable<bool>& given_names() {
    static const WordTable<bool> words = {{true, {
        "абу бакр", "абу бакир", "абу бакар", "абу бекир", "абу бекр", "abu bakr", "abu bakir", "abu bakar", "abu bekr", "abou bakr",
        "умму кулсум", "умм кулсум", "умми кулсум", "умму гулсум", "умми гулсум", "умму кульсум", "умм кульсум", "umm kulsum", "ummu kulsum", "umm kulthum", "ummi gulsum", "umm gulsum", "ummu gulsum"}}};
    return words;
}

std::string_view next_word(std::string_view& rest) {
    rest = trim(rest);
    std::size_t size = 0;
    for (auto scan = rest; !scan.empty();) {
        const auto before = scan.size();
        const char32_t c = next_code_point(scan);
        if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\u00A0') break;
        size += before - scan.size();
    }
    const auto word = rest.substr(0, size);
    rest.remove_prefix(size);
    return word;
}

}  // namespace

bool is_kunya(std::string_view given_name, std::string_view family_name) {
    const std::string key = word_key(given_name);
    const auto words = words_of(key);
    if (words.size() < 2 || given_names().find(key)) return false;
    const auto* start = starts().find(words.front());
    return start && (*start == Start::mother || trim(family_name).empty());
}

SplitName split_full_name(std::string_view full_name) {
    std::string_view rest = trim(full_name);
    if (is_kunya(rest, "")) return {{}, rest, {}};
    const auto first = next_word(rest);
    const auto second = next_word(rest);
    if (second.empty()) return {{}, first, {}};
    return {first, second, trim(rest)};
}

}  // namespace homeward::people
