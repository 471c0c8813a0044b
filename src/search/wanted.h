#pragma once
// What a question asks for: its words and phrases, as the index knows them.

#include <string>
#include <vector>

#include "search/index.h"

namespace homeward::search {

/// stems        what its forms may have been stored under
/// exact        the whole word
/// unfinished   more letters may follow
struct WantedWord {
    std::vector<std::string> stems;
    std::string exact;
    bool unfinished = false;
};

/// Each word must be found, and each phrase, word after word.
struct Wanted {
    std::vector<WantedWord> words;
    std::vector<std::vector<std::string>> phrases;
    bool empty() const { return words.empty() && phrases.empty(); }
};

/// Never fails: a quotation mark that is never closed reaches to the end, signs are skipped.
Wanted read_question(std::string_view text);

/// What is wanted, for FTS5's MATCH. Only our own tokens stand in it, within quotation marks.
std::string expression_of(const Wanted& wanted);
/// The reader's words and the filters, for FTS5's MATCH.
std::string filter_of(const Question& question);

}  // namespace homeward::search
