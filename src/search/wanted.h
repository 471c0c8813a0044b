#pragma once
// What a question asks for: its words and phrases, as the index knows them.

#include <string>
#include <vector>

#include "search/index.h"
#include "search/rank.h"

namespace homeward::search {

/// stems        what its forms may have been stored under
/// exact        the whole word
/// unfinished   more letters may follow
struct WantedWord {
    std::vector<std::string> stems;
    std::string exact;
    bool unfinished = false;
};

/// Each word must be found, and each phrase, word after word. At most kMostWords of both.
struct Wanted {
    std::vector<WantedWord> words;
    std::vector<std::vector<std::string>> phrases;
    bool empty() const { return words.empty() && phrases.empty(); }
};

/// Never fails: a quotation mark that is never closed reaches to the end, signs are skipped.
Wanted read_question(std::string_view text);

/// For FTS5's MATCH; only our own tokens stand in it, within quotation marks.
struct Expression {
    std::string match;
    Groups groups;
};

/// What is wanted, what the question filters by, what its reader may see.
Expression expression_of(const Wanted& wanted, const Question& question);
/// The same, of entries whose title has all the words; their texts are not looked into. Nothing when phrases are wanted.
std::optional<Expression> title_expression_of(const Wanted& wanted, const Question& question);

}  // namespace homeward::search
