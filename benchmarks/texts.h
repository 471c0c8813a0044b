#pragma once
// Synthetic texts with the word frequencies of real ones.

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace homeward::bench {

/// Makes texts of the Council's kinds from a seed: the words that its texts are full of in front, and behind them ten
/// thousands of invented ones, each in several forms. Word n comes about 1/n as often as the first (Zipf).
class Texts {
public:
    enum Language { english, russian, uzbek, kazakh, tajik, languages };

    explicit Texts(std::uint64_t seed);

    /// `words` of one language, in sentences.
    std::string text(Language language, std::size_t words);
    std::string title(Language language) { return text(language, 4 + random_() % 5); }
    /// A word of about this rank, in one of its forms.
    std::string word(Language language, std::size_t rank);
    /// How many words a document has: some dozens mostly, and in one of fifty some thousands.
    std::size_t length();

private:
    std::string form_of(Language language, const std::string& word);
    const std::string& drawn(Language language);

    std::mt19937_64 random_;
    std::array<std::vector<std::string>, languages> words_;
    std::vector<double> until_;  ///< share of all words up to a rank
};

}  // namespace homeward::bench
