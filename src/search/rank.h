#pragma once
// How well an entry answers a question: a function that FTS5 calls for each candidate.

#include <cstdint>
#include <string>
#include <vector>

namespace homeward::search {

/// Which word of the question each token sequence of a MATCH expression stands for, in their order.
///
/// A word may stand there in several forms: its stems, and itself. What filters stands for none.
class Groups {
public:
    void add_filter() { text_ += "-."; }
    void add(std::size_t word) { add(word, '.'); }
    void add_beginning(std::size_t word) { add(word, '*'); }
    const std::string& text() const { return text_; }

private:
    void add(std::size_t word, char kind) {
        text_ += static_cast<char>('A' + word);
        text_ += kind;
    }
    std::string text_;
};

constexpr std::size_t kMostWords = 20;  ///< of a question; what comes behind them is not looked at

/// What `search_rank(search_words, groups)` gives. Greater is better.
///
/// score   BM25F over title and body; the title counts five times
/// place   the word of the body where most of the question stands close together, from 0
struct Ranked {
    std::int64_t score = 0, place = 0;
    static Ranked of(std::int64_t packed) { return {packed >> 32, packed & 0xffffffff}; }
};

/// Makes `search_rank` known to every connection opened from now on. Returns true.
bool register_rank();

}  // namespace homeward::search
