#include "search/wanted.h"

#include "base/text.h"
#include "search/marks.h"
#include "search/stems.h"
#include "search/words.h"

namespace homeward::search {
namespace {

// How many letters of an unfinished word look for words that begin so: in titles, and in the whole text. Fewer letters
// stand at the beginning of so many words that the search would find everything, and take long to do it.
constexpr std::size_t kShortestBeginning = 4, kShortestTitleBeginning = 2;

std::string quoted(std::string_view token) { return '"' + std::string(token) + '"'; }

std::string any_of(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " OR ") + part;
    return parts.size() == 1 ? out : "(" + out + ")";
}

std::string all_of(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " AND ") + part;
    return out;
}

std::string expression_of(const WantedWord& word, std::size_t group, Groups& groups) {
    std::vector<std::string> forms;
    for (const auto& stem : word.stems) {
        forms.push_back(quoted(stem));
        groups.add(group);
    }
    const std::size_t letters = length_of(word.exact);
    const bool beginning = word.unfinished && letters >= kShortestBeginning;
    if (word.unfinished && !beginning && letters >= kShortestTitleBeginning) {
        forms.push_back(quoted(std::string(title_mark) + word.exact) + " *");
        groups.add_beginning(group);
    }
    forms.push_back(quoted(std::string(exact_mark) + word.exact) + (beginning ? " *" : ""));
    if (beginning) groups.add_beginning(group); else groups.add(group);
    return any_of(forms);
}

std::string expression_of(const std::vector<std::string>& phrase) {
    std::string out;
    for (const auto& word : phrase) out.append(out.empty() ? "" : " ").append(exact_mark).append(word);
    return quoted(out);
}

std::string title_expression_of(const WantedWord& word, std::size_t group, Groups& groups) {
    std::vector<std::string> forms;
    for (const auto& stem : word.stems) {
        forms.push_back(quoted(std::string(title_mark) + stem));
        groups.add(group);
    }
    if (word.unfinished && length_of(word.exact) >= kShortestTitleBeginning) {
        forms.push_back(quoted(std::string(title_mark) + word.exact) + " *");
        groups.add_beginning(group);
    }
    return any_of(forms);
}

void add_wanted(std::vector<std::string>& parts, const Wanted& wanted, Groups& groups) {
    std::size_t group = 0;
    for (const auto& word : wanted.words) parts.push_back(expression_of(word, group++, groups));
    for (const auto& phrase : wanted.phrases) {
        parts.push_back(expression_of(phrase));
        groups.add(group++);
    }
}

void add_filter(std::vector<std::string>& parts, const Question& question, Groups& groups) {
    std::vector<std::string> reader;
    for (const auto& word : question.reader) {
        reader.push_back(quoted(mark(audience_mark, word)));
        groups.add_filter();
    }
    parts.push_back(any_of(reader));
    const auto add = [&](std::string_view which, const std::string& value) {
        if (value.empty()) return;
        parts.push_back(quoted(mark(which, value)));
        groups.add_filter();
    };
    add(kind_mark, question.kind);
    add(state_mark, question.state);
    add(topic_mark, question.topic);
    add(year_mark, question.year ? std::to_string(*question.year) : "");
}

/// "the rights of a child" are also found where no "a" stands; "the" alone is looked for.
void leave_out_small_words(Wanted& wanted) {
    const auto small = [](const WantedWord& word) { return is_small_word(word.exact); };
    if (wanted.phrases.empty() && std::all_of(wanted.words.begin(), wanted.words.end(), small)) return;
    std::erase_if(wanted.words, small);
}

/// Quotation marks of the languages that are written here.
bool is_quotation_mark(char32_t c) { return c == '"' || c == U'«' || c == U'»' || c == U'“' || c == U'”' || c == U'„'; }

}  // namespace

Wanted read_question(std::string_view text) {
    Wanted wanted;
    bool within = false;
    std::string_view rest = text;
    std::string_view part = text;
    const auto finish = [&](std::string_view end, bool last) {
        const std::string_view piece = part.substr(0, part.size() - end.size());
        WordReader words(piece);
        std::vector<std::string> phrase;
        for (Word word; words.next(word);) {
            if (within) phrase.push_back(word.exact);
            else wanted.words.push_back({all_stems(word.letters, word.exact), word.exact, last && word.end == piece.size()});
        }
        if (!phrase.empty()) wanted.phrases.push_back(std::move(phrase));
    };
    while (!rest.empty()) {
        const std::string_view here = rest;
        if (!is_quotation_mark(next_code_point(rest))) continue;
        finish(here, false);
        within = !within;
        part = rest;
    }
    finish({}, true);
    leave_out_small_words(wanted);
    wanted.words.resize(std::min(wanted.words.size(), kMostWords));
    wanted.phrases.resize(std::min(wanted.phrases.size(), kMostWords - wanted.words.size()));
    return wanted;
}

Expression expression_of(const Wanted& wanted, const Question& question) {
    Expression out;
    std::vector<std::string> parts;
    add_wanted(parts, wanted, out.groups);
    add_filter(parts, question, out.groups);
    out.match = all_of(parts);
    return out;
}

std::optional<Expression> title_expression_of(const Wanted& wanted, const Question& question) {
    if (!wanted.phrases.empty()) return std::nullopt;
    Expression out;
    std::vector<std::string> parts;
    std::size_t group = 0;
    for (const auto& word : wanted.words) parts.push_back(title_expression_of(word, group++, out.groups));
    add_filter(parts, question, out.groups);
    out.match = all_of(parts);
    return out;
}

}  // namespace homeward::search
