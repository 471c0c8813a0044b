// Endings of family names and patronymics in the languages of the region, as folded keys write them.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "identity/name_spelling.h"
#include "identity/person_likeness.h"

namespace homeward::identity {
namespace {

/// As `merged` sees it: o, u and w are one letter.
bool ends_merged(std::string_view text, std::string_view ending) {
    const auto same = [](char a, char b) { return a == b || (b == 'o' && (a == 'u' || a == 'w')); };
    return text.size() >= ending.size() && std::equal(ending.rbegin(), ending.rend(), text.rbegin(), [&](char e, char t) { return same(t, e); });
}

template <std::size_t n>
bool strip_ending(std::string& text, const std::array<std::string_view, n>& endings, std::size_t least_left) {
    for (const auto ending : endings) {
        if (!ends_merged(text, ending) || text.size() < ending.size() + least_left) continue;
        text.erase(text.size() - ending.size());
        return true;
    }
    return false;
}

/// -ович and -овна, оʻғли and қизи, уулу and кызы, ұлы and қызы, oglı and gyzy, -зода; longest first.
constexpr std::array<std::string_view, 21> patronymic_endings = {
    "inicna", "ovic", "evic", "ovna", "evna", "icna", "ogli", "oglo", "ogil", "oli", "olo", "kizi",
    "gizi", "kiz", "zoda", "zade", "zada", "dohtar", "por", "pisar", "ic"};
constexpr std::array<std::string_view, 5> patronymic_fronts = {"ibn", "bint", "bin", "bn", "bnt"};

}  // namespace

std::string without_family_ending(std::string spelling) {
    std::string stem = std::move(spelling);
    constexpr std::array<std::string_view, 4> adjective = {"skaia", "skii", "ski", "skoi"};
    if (strip_ending(stem, adjective, 2)) return stem + "sk";
    for (const std::string_view female : {"ova", "eva", "ina"}) {
        if (stem.ends_with(female) && stem.size() > female.size() + 1) stem.pop_back();
    }
    return stem;
}

std::string father_spelling(std::string_view patronymic) {
    const std::string whole = spell(patronymic);
    std::string father;
    for (const auto word : split(whole, ' ')) {
        const bool front = father.empty() && std::find(patronymic_fronts.begin(), patronymic_fronts.end(), word) != patronymic_fronts.end();
        if (!front) father += word;
    }
    strip_ending(father, patronymic_endings, 2);
    return father.empty() ? whole : father;
}

std::string family_stem(std::string_view family) { return merged(without_family_ending(spell(family))); }

std::string father_name(std::string_view patronymic) { return merged(father_spelling(patronymic)); }

}  // namespace homeward::identity
