#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "identity/name_key.h"
#include "identity/name_spelling.h"

namespace homeward::identity {
namespace {

constexpr std::size_t most_words = 12;
constexpr double unmatched_word = 0.04;  // of the score, for each word that only the longer name has
constexpr double of_worst = 0.4;         // share of the score that the worst word has: one word off is another person
constexpr double initial = 0.8;          // likeness of an initial and a word that begins with it

struct Match {
    double alike;
    std::size_t a, b;
};

double likeness_of_words(std::string_view a, std::string_view b, Arabic arabic) {
    const bool is_initial = (a.size() == 1) != (b.size() == 1);
    if (is_initial) return a.front() == b.front() ? initial : 0;
    return likeness_of_spellings(a, b, arabic);
}

std::vector<std::string_view> words_of(const std::string& spelling) {
    auto words = split(spelling, ' ');
    if (words.size() > most_words) words.resize(most_words);
    return words;
}

}  // namespace

double full_name_likeness(std::string_view a, std::string_view b) {
    std::string spelled_a = spell(a), spelled_b = spell(b);
    if (spelled_a.empty() || spelled_b.empty()) return 0;
    auto shorter = words_of(spelled_a), longer = words_of(spelled_b);
    Arabic arabic = which_is_arabic(has_arabic(a), has_arabic(b));
    if (shorter.size() > longer.size()) {
        std::swap(shorter, longer);
        arabic = which_is_arabic(has_arabic(b), has_arabic(a));
    }

    std::vector<Match> matches;
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        for (std::size_t j = 0; j < longer.size(); ++j) matches.push_back({likeness_of_words(shorter[i], longer[j], arabic), i, j});
    }
    std::sort(matches.begin(), matches.end(), [](const Match& x, const Match& y) {
        return std::tie(y.alike, x.a, x.b) < std::tie(x.alike, y.a, y.b);
    });

    std::vector<bool> taken_a(shorter.size()), taken_b(longer.size());
    double sum = 0, weights = 0, worst = 1;
    for (const auto& match : matches) {
        if (taken_a[match.a] || taken_b[match.b]) continue;
        taken_a[match.a] = taken_b[match.b] = true;
        const double weight = static_cast<double>(std::min<std::size_t>(shorter[match.a].size(), 6));
        sum += weight * match.alike;
        weights += weight;
        worst = std::min(worst, match.alike);
    }
    const auto unmatched = static_cast<double>(longer.size() - shorter.size());
    return std::max(0.0, (1 - of_worst) * sum / weights + of_worst * worst - unmatched_word * unmatched);
}

}  // namespace homeward::identity
