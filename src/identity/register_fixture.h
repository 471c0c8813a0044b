#pragma once
// A seeded register of made-up people, for tests of size and for the benchmark.

#include <random>

#include "identity/person_likeness.h"

namespace homeward::identity {

/// People whose names are random syllables, each once in Cyrillic and once in Latin letters.
inline std::vector<Description> made_up_people(int n) {
    struct Syllable {
        std::string_view cyrillic, latin;
    };
    constexpr Syllable fronts[] = {{"б", "b"}, {"в", "v"}, {"г", "g"}, {"д", "d"}, {"ж", "zh"}, {"з", "z"}, {"к", "k"}, {"л", "l"}, {"м", "m"},
                                   {"н", "n"}, {"р", "r"}, {"с", "s"}, {"т", "t"}, {"ф", "f"}, {"х", "kh"}, {"ш", "sh"}, {"қ", "q"}, {"ҷ", "j"}};
    constexpr Syllable backs[] = {{"а", "a"}, {"о", "o"}, {"у", "u"}, {"и", "i"}, {"е", "e"}, {"ар", "ar"}, {"ин", "in"}, {"ам", "am"}};
    std::mt19937 random(20240514);
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    struct Word {
        std::string cyrillic, latin;
    };
    const auto word = [&](std::size_t syllables) {
        Word made;
        for (std::size_t i = 0; i < syllables; ++i) {
            const Syllable &front = fronts[below(std::size(fronts))], &back = backs[below(std::size(backs))];
            made.cyrillic.append(front.cyrillic).append(back.cyrillic);
            made.latin.append(front.latin).append(back.latin);
        }
        return made;
    };
    std::vector<Word> families, givens;
    for (int i = 0; i < 3000; ++i) families.push_back(word(2 + below(2)));
    for (int i = 0; i < 600; ++i) givens.push_back(word(2 + below(2)));

    std::vector<Description> people(static_cast<std::size_t>(n));
    for (auto& person : people) {
        const Word &family = families[below(families.size())], &given = givens[below(givens.size())], &father = givens[below(givens.size())];
        const bool female = below(2) == 0;
        person.names = {{family.cyrillic + (female ? "рова" : "ров"), given.cyrillic, father.cyrillic + (female ? "ровна" : "рович")},
                        {family.latin + (female ? "rova" : "rov"), given.latin, ""}};
        person.sex = female ? Sex::female : Sex::male;
        person.born_on = PartialDate::exact({1950 + static_cast<int>(below(74)), 1 + static_cast<int>(below(12)), 1 + static_cast<int>(below(28))});
    }
    return people;
}

inline std::vector<std::string> whole_names(const Description& person) {
    std::vector<std::string> names;
    for (const auto& name : person.names) names.push_back(name.family + ' ' + name.given + ' ' + name.patronymic);
    return names;
}

}  // namespace homeward::identity
