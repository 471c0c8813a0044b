#include "people/letter_words.h"

#include <stdexcept>

#include "base/json.h"

namespace homeward::people {
namespace {

using Words = std::map<std::string, std::map<std::string, std::map<std::string, std::string>>>;  // letter, language, key

const Words& all_words() {
    static const Words words = [] {
        auto read = json::read<Words>(shipped_letter_words());
        if (!read) throw std::logic_error("the words of letters: " + read.error().key + " at " + read.error().field);
        return std::move(*read);
    }();
    return words;
}

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

LetterWords::LetterWords(std::string_view language, const std::string& letter)
    : language_(language == "ru" ? "ru" : "en"), words_(all_words().at(letter).at(language_)) {}

const std::string& LetterWords::at(const std::string& key) const {
    const auto found = words_.find(key);
    if (found == words_.end()) throw std::logic_error("no words for " + key);
    return found->second;
}

std::string LetterWords::word_for(const std::string& key, const std::string& code) const {
    const auto found = words_.find(key);
    return found == words_.end() ? code : found->second;
}

std::string LetterWords::day(const PartialDate& date) const {
    std::string text = std::to_string(date.year);
    if (date.month) text = two_digits(date.month) + "." + text;
    if (date.day) text = two_digits(date.day) + "." + text;
    return date.estimated ? at("about") + " " + text : text;
}

}  // namespace homeward::people
