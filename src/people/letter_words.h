#pragma once
// The words of letters that go out about a person, in English and Russian.

#include <map>
#include <string>
#include <string_view>

#include "base/date.h"

namespace homeward::people {

/// config/letters-about-persons.json, as it was when this program was built.
std::string_view shipped_letter_words();

/// The words of one kind of letter.
class LetterWords {
public:
    /// language   en or ru; another gets English
    /// letter     request, recall
    LetterWords(std::string_view language, const std::string& letter);
    /// Throws std::logic_error for a key that has no words.
    const std::string& at(const std::string& key) const;
    /// The words of a code; the code itself where a State's own has none.
    std::string word_for(const std::string& key, const std::string& code) const;
    const std::string& language() const { return language_; }
    /// A date as far as it is known: 14.05.2024, 05.2024, 2016.
    std::string day(const PartialDate& date) const;

private:
    std::string language_;
    std::map<std::string, std::string> words_;
};

}  // namespace homeward::people
