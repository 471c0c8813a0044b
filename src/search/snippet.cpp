#include "search/snippet.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/text.h"
#include "search/stems.h"

namespace homeward::search {
namespace {

constexpr std::size_t kBefore = 60, kShown = 220;  ///< characters

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// `count` code points back from a byte.
std::size_t back(std::string_view text, std::size_t from, std::size_t count) {
    while (from > 0 && count > 0) {
        --from;
        if (!is_continuation(text[from])) --count;
    }
    return from;
}

std::size_t forth(std::string_view text, std::size_t from, std::size_t count) {
    std::string_view rest = text.substr(from);
    for (; count > 0 && !rest.empty(); --count) next_code_point(rest);
    return text.size() - rest.size();
}

bool is_white(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) || u_iscntrl(static_cast<UChar32>(c)); }

/// Writes a text with white space made one space, and carries byte ranges over into UTF-16 units.
class Writer {
public:
    explicit Writer(std::string_view lead) {
        for (; !lead.empty();) put(next_code_point(lead));
    }

    void write(std::string_view text, const Ranges& ranges) {
        auto range = ranges.begin();
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t here = text.size() - rest.size();
            const char32_t c = next_code_point(rest);
            if (range != ranges.end() && here == range->first) begin_ = units_;
            if (!is_white(c)) put(c);
            else if (!out_.text.empty() && out_.text.back() != ' ') put(U' ');
            if (range != ranges.end() && text.size() - rest.size() >= range->second) {
                out_.marks.emplace_back(begin_, units_);
                ++range;
            }
        }
    }

    Marked done(std::string_view tail) {
        while (!out_.text.empty() && out_.text.back() == ' ') out_.text.pop_back();
        out_.text += tail;
        return std::move(out_);
    }

private:
    void put(char32_t c) {
        append_utf8(out_.text, c);
        units_ += c >= 0x10000 ? 2 : 1;
    }

    Marked out_;
    int units_ = 0, begin_ = 0;
};

/// Ranges in order, those that touch or overlap made one.
void join(Ranges& ranges) {
    std::sort(ranges.begin(), ranges.end());
    Ranges out;
    for (const auto& range : ranges) {
        if (!out.empty() && range.first <= out.back().second) out.back().second = std::max(out.back().second, range.second);
        else out.push_back(range);
    }
    ranges = std::move(out);
}

}  // namespace

Finder::Finder(const Wanted& wanted) : wanted_(wanted) {
    const auto begins = [this](const std::string& token) { first_[static_cast<unsigned char>(token[0])] = true; };
    for (const auto& word : wanted.words) {
        for (const auto& stem : word.stems) {
            stems_.insert(stem);
            begins(stem);
        }
        exact_.insert(word.exact);
        begins(word.exact);
    }
    for (const auto& phrase : wanted.phrases) begins(phrase.front());
}

bool Finder::wants(const Word& word) const {
    if (exact_.contains(word.exact)) return true;
    for (const auto& each : wanted_.words) {
        if (each.unfinished && word.exact.starts_with(each.exact)) return true;
    }
    const auto stems = all_stems(word.letters, word.exact);
    return std::any_of(stems.begin(), stems.end(), [this](const std::string& stem) { return stems_.contains(stem); });
}

Ranges Finder::found_in(std::string_view text) const {
    std::vector<Word> words;
    WordReader reader(text);
    for (Word word; reader.next(word);) words.push_back(std::move(word));
    Ranges found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!first_[static_cast<unsigned char>(words[i].exact[0])]) continue;
        if (wants(words[i])) found.emplace_back(words[i].begin, words[i].end);
        for (const auto& phrase : wanted_.phrases) {
            const auto matches = [&](std::size_t k) { return words[i + k].exact == phrase[k]; };
            std::size_t k = 0;
            while (k < phrase.size() && i + k < words.size() && matches(k)) ++k;
            if (k == phrase.size()) found.emplace_back(words[i].begin, words[i + k - 1].end);
        }
    }
    join(found);
    return found;
}

Marked Finder::mark(std::string_view text) const {
    Writer writer("");
    writer.write(text, found_in(text));
    return writer.done("");
}

Marked Finder::snippet(std::string_view passage, std::size_t word, bool first_passage, bool last_passage) const {
    const std::size_t at = WordReader(passage).skip(word);
    std::size_t begin = back(passage, at, kBefore);
    // Near the end of a passage more of what stands before is shown.
    if (forth(passage, begin, kShown) == passage.size()) begin = back(passage, passage.size(), kShown);
    const std::size_t end = forth(passage, begin, kShown);
    // Both ends between words.
    const auto cut = [&](std::size_t from) {
        const auto space = passage.find_first_of(" \n\t", from);
        return space == passage.npos || space > from + 100 ? from : space + 1;
    };
    const std::size_t first = begin == 0 ? 0 : std::min(cut(begin), at);
    std::size_t last = end;
    if (end < passage.size()) {
        const auto space = passage.find_last_of(" \n\t", end);
        if (space != passage.npos && space > at) last = space;
    }
    const std::string_view shown = passage.substr(first, std::max(last, first) - first);
    Writer writer(first == 0 && first_passage ? "" : "… ");
    writer.write(shown, found_in(shown));
    return writer.done(last < passage.size() || !last_passage ? " …" : "");
}

}  // namespace homeward::search
