#include "search/stems.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "search/words.h"

namespace homeward::search {
namespace {

/// Of the pairs of forms of one word how many share a stem, and of pairs of two words.
struct Score {
    int pairs = 0, together = 0, foreign = 0, confused = 0;
    double share() const { return static_cast<double>(together) / pairs; }
};

std::map<std::string, Score> scores() {
    std::ifstream in(std::string(HOMEWARD_ROOT) + "/src/search/word_forms.txt");
    std::map<std::string, std::vector<std::vector<std::string>>> words;
    for (std::string line; std::getline(in, line);) {
        std::istringstream parts(line);
        std::string language, form;
        if (!(parts >> language) || language == "#") continue;
        auto& stems = words[language].emplace_back();
        while (parts >> form) {
            Word word;
            WordReader(form).next(word);
            stems.push_back(stem_of(word.letters, word.exact, language.starts_with("tg") ? Language::tajik : Language::turkic));
        }
    }
    std::map<std::string, Score> scores;
    for (const auto& [language, groups] : words) {
        Score& score = scores[language];
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (std::size_t i = 0; i < groups[g].size(); ++i) {
                for (std::size_t j = i + 1; j < groups[g].size(); ++j, ++score.pairs) score.together += groups[g][i] == groups[g][j];
                for (std::size_t h = g + 1; h < groups.size(); ++h) {
                    for (const auto& other : groups[h]) score.confused += groups[g][i] == other, ++score.foreign;
                }
            }
        }
    }
    return scores;
}

TEST(Stems, FormsOfOneWordComeTogether) {
    for (const auto& [language, score] : scores()) {
        EXPECT_GE(score.share(), language.ends_with("-new") ? 0.8 : 0.94) << language << " " << score.together << " of " << score.pairs;
        EXPECT_EQ(score.confused, 0) << language;
        std::cout << language << " " << score.together << " of " << score.pairs << ", " << score.confused << " of " << score.foreign << "\n";
    }
}

}  // namespace
}  // namespace homeward::search
