#include "search/words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "search/spelling.h"

namespace homeward::search {
namespace {

constexpr std::size_t kLongest = 64;         ///< letters; nobody looks for more of one word
constexpr std::size_t kLongestLine = 300;    ///< words that are judged together
constexpr std::size_t kBeginning = 4'000;    ///< bytes that tell a text's languages

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return (c >= 0x410 && c < 0x450) || u_isalnum(static_cast<UChar32>(c));
}

/// Accents that stand by themselves, soft hyphens and zero-width signs: they neither part words nor count.
bool is_silent(char32_t c) {
    if (c < 0x80) return false;
    if (c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff || c == 0x640) return true;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

char32_t front(std::string_view text) { return text.empty() ? U' ' : next_code_point(text); }

/// Lower case where it takes no table of Unicode; false when it does.
bool fold_plain(std::string_view raw, std::u32string& out) {
    while (!raw.empty()) {
        char32_t c = next_code_point(raw);
        if (c >= 'A' && c <= 'Z') c += 0x20;
        else if (c >= 0x410 && c < 0x430) c += 0x20;
        else if (c >= 0x400 && c < 0x410) c += 0x50;
        else if (c >= 0x80 && (c < 0x430 || c > 0x45f) && !is_apostrophe(c)) return false;
        out += c;
    }
    return true;
}

/// Whether the word, still with its apostrophes, ends as an English possessive does.
bool is_possessive(std::u32string_view word) {
    return word.size() > 2 && word.back() == U's' && is_apostrophe(word[word.size() - 2]);
}

void fill(Word& word, std::string_view raw) {
    std::u32string all;
    if (!fold_plain(raw, all)) {
        all.clear();
        const std::string folded = casefolded(raw);
        for (std::string_view rest = folded; !rest.empty();) all += next_code_point(rest);
    }
    if (is_possessive(all)) all.resize(all.size() - 2);
    word.letters.clear();
    word.oglike = false;
    for (const char32_t c : all) {
        if (is_apostrophe(c)) word.oglike = word.oglike || (!word.letters.empty() && (word.letters.back() == U'o' || word.letters.back() == U'g'));
        else if (is_letter_or_digit(c) && word.letters.size() < kLongest) word.letters += c;
    }
    heal_mixed_scripts(word.letters);
    word.exact = key_of(word.letters);
    // A word of silent letters alone still takes its place.
    if (word.exact.empty()) word.exact = "~";
}

}  // namespace

bool WordReader::find_next(std::size_t& begin, std::size_t& end) {
    std::string_view rest = text_.substr(std::min(at_, text_.size()));
    std::string_view here = rest;
    bool found = false;
    while (!found && !rest.empty()) {
        here = rest;
        found = is_letter_or_digit(next_code_point(rest));
    }
    if (!found) {
        at_ = text_.size();
        return false;
    }
    begin = text_.size() - here.size();
    for (here = rest; !rest.empty(); here = rest) {
        const char32_t c = next_code_point(rest);
        if (is_letter_or_digit(c) || is_silent(c)) continue;
        // Between letters an apostrophe is one of them; so is the turned comma of oʻ at the end of a word.
        if (is_apostrophe(c) && (is_letter_or_digit(front(rest)) || c == 0x2bb || c == 0x2bc)) continue;
        rest = here;
        break;
    }
    end = at_ = text_.size() - rest.size();
    return true;
}

bool WordReader::next(Word& word) {
    if (!find_next(word.begin, word.end)) return false;
    fill(word, text_.substr(word.begin, word.end - word.begin));
    return true;
}

std::size_t WordReader::skip(std::size_t words) {
    std::size_t begin = 0, end = 0;
    for (std::size_t i = 0; i <= words && find_next(begin, end); ++i) {}
    return begin;
}

void StemReader::read_line() {
    line_.clear();
    at_ = 0;
    Evidence evidence;
    Word word;
    if (ahead_) {
        evidence.add(ahead_->letters, ahead_->exact, ahead_->oglike);
        line_.push_back(std::move(*ahead_));
        ahead_.reset();
    }
    while (line_.size() < kLongestLine && words_.next(word)) {
        const bool new_line = !line_.empty() && text_.substr(line_.back().end, word.begin - line_.back().end).find('\n') != text_.npos;
        if (new_line) {
            ahead_ = std::move(word);
            break;
        }
        evidence.add(word.letters, word.exact, word.oglike);
        line_.push_back(std::move(word));
    }
    languages_ = evidence.languages(languages_);
}

bool StemReader::next(Word& word, std::string& stem) {
    if (at_ == line_.size()) read_line();
    if (line_.empty()) return false;
    word = std::move(line_[at_++]);
    const bool cyrillic = std::any_of(word.letters.begin(), word.letters.end(), [](char32_t c) { return script_of(c) == Script::cyrillic; });
    stem = stem_of(word.letters, word.exact, cyrillic ? languages_.cyrillic : languages_.latin);
    return true;
}

Languages languages_of(std::string_view text) {
    Evidence evidence;
    WordReader words(text.substr(0, kBeginning));
    for (Word word; words.next(word);) evidence.add(word.letters, word.exact, word.oglike);
    return evidence.languages({});
}

std::string cleaned(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        append_utf8(out, c == 0 ? U' ' : c);
    }
    return out;
}

}  // namespace homeward::search
