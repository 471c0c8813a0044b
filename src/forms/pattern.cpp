#include "forms/pattern.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace homeward::forms {
namespace {

constexpr std::size_t kLongestPattern = 500, kMostStates = 2'000;
constexpr int kDeepest = 20, kMostTimes = 1'000;

struct Range {
    char32_t first, last;
};
/// The letters that one step takes.
struct Letters {
    std::vector<Range> ranges;
    bool except = false;
    bool has(char32_t c) const {
        return std::ranges::any_of(ranges, [c](const Range& range) { return range.first <= c && c <= range.last; }) != except;
    }
};

/// What may stand once in a pattern, as a tree of at most `kDeepest` levels.
struct Part {
    enum Kind { letters, sequence, choice, repeat, begin, end } kind = sequence;
    Letters set;
    std::vector<Part> parts;
    int least = 0, most = 0;  ///< of a repeat; most -1: any number
};

}  // namespace

struct Pattern::Program {
    enum Kind { take, split, begin, end, done };
    struct State {
        Kind kind = done;
        Letters set;
        std::size_t next = 0, other = 0;
    };
    std::vector<State> states;
};

namespace {

using Program = Pattern::Program;

/// Reads a pattern. Every function says false, or nothing, where it is not one of ours.
class Reader {
public:
    explicit Reader(std::u32string text) : text_(std::move(text)) {}

    std::optional<Part> whole() {
        auto part = choice(0);
        return part && at_ == text_.size() ? part : std::nullopt;
    }

private:
    bool more() const { return at_ < text_.size(); }
    bool is(char32_t c) const { return more() && text_[at_] == c; }
    bool take(char32_t c) { return is(c) && ++at_; }

    std::optional<Part> choice(int depth) {
        if (depth > kDeepest) return {};
        Part all{Part::choice, {}, {}, 0, 0};
        do {
            auto one = sequence(depth);
            if (!one) return {};
            all.parts.push_back(std::move(*one));
        } while (take('|'));
        return all.parts.size() == 1 ? std::optional(std::move(all.parts.front())) : std::optional(std::move(all));
    }

    std::optional<Part> sequence(int depth) {
        Part all{Part::sequence, {}, {}, 0, 0};
        while (more() && !is('|') && !is(')')) {
            auto one = single(depth);
            if (!one || !repeated(*one)) return {};
            all.parts.push_back(std::move(*one));
        }
        return all;
    }

    bool repeated(Part& part) {
        int least = 1, most = 1;
        if (take('*')) least = 0, most = -1;
        else if (take('+')) most = -1;
        else if (take('?')) least = 0;
        else if (take('{')) {
            if (!times(least, most)) return false;
        } else return true;
        // Lazy and possessive marks, and a repeat of a repeat, are not of this language.
        if (is('*') || is('+') || is('?') || is('{') || part.kind == Part::begin || part.kind == Part::end) return false;
        Part around{Part::repeat, {}, {}, least, most};
        around.parts.push_back(std::move(part));
        part = std::move(around);
        return true;
    }

    bool number(int& value) {
        if (!more() || text_[at_] < '0' || text_[at_] > '9') return false;
        for (value = 0; more() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
            value = value * 10 + static_cast<int>(text_[at_] - '0');
            if (value > kMostTimes) return false;
        }
        return true;
    }
    bool times(int& least, int& most) {
        if (!number(least)) return false;
        most = least;
        if (take(',') && (most = -1, !is('}')) && !number(most)) return false;
        return take('}') && (most < 0 || least <= most);
    }

    std::optional<Part> single(int depth) {
        const char32_t c = text_[at_++];
        switch (c) {
            case '^': return Part{Part::begin, {}, {}, 0, 0};
            case '$': return Part{Part::end, {}, {}, 0, 0};
            case '.': return Part{Part::letters, {{{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}, true}, {}, 0, 0};
            case '[': return set();
            case '\\': {
                auto letters = escaped();
                return letters ? std::optional(Part{Part::letters, std::move(*letters), {}, 0, 0}) : std::nullopt;
            }
            case '(': {
                if (is('?')) return {};
                auto inner = choice(depth + 1);
                return inner && take(')') ? inner : std::nullopt;
            }
            case '*': case '+': case '?': case '{': case '}': case ']': case ')': return {};
            default: return Part{Part::letters, {{{c, c}}, false}, {}, 0, 0};
        }
    }

    /// Behind a backslash.
    std::optional<Letters> escaped() {
        if (!more()) return {};
        const char32_t c = text_[at_++];
        const std::vector<Range> digits{{'0', '9'}}, words{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}, spaces{{'\t', '\r'}, {' ', ' '}};
        switch (c) {
            case 'd': return Letters{digits, false};
            case 'D': return Letters{digits, true};
            case 'w': return Letters{words, false};
            case 'W': return Letters{words, true};
            case 's': return Letters{spaces, false};
            case 'S': return Letters{spaces, true};
            default: break;
        }
        if (std::u32string_view(U"\\.[](){}|*+?^$/-").find(c) == std::u32string_view::npos) return {};
        return Letters{{{c, c}}, false};
    }

    /// Behind `[`.
    std::optional<Part> set() {
        Letters letters;
        letters.except = take('^');
        while (more() && !is(']')) {
            if (is('[')) return {};
            char32_t first = text_[at_++];
            if (first == '\\') {
                const auto inner = escaped();
                if (!inner || inner->except) return {};
                if (inner->ranges.size() != 1 || inner->ranges[0].first != inner->ranges[0].last) {
                    letters.ranges.insert(letters.ranges.end(), inner->ranges.begin(), inner->ranges.end());
                    continue;
                }
                first = inner->ranges[0].first;
            }
            char32_t last = first;
            if (is('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
                ++at_;
                last = text_[at_++];
                if (last == '\\') {
                    const auto inner = escaped();
                    if (!inner || inner->except || inner->ranges.size() != 1) return {};
                    last = inner->ranges[0].last;
                }
                if (last < first) return {};
            }
            letters.ranges.push_back({first, last});
        }
        if (!take(']') || letters.ranges.empty()) return {};
        return Part{Part::letters, std::move(letters), {}, 0, 0};
    }

    std::u32string text_;
    std::size_t at_ = 0;
};

/// Lays a tree out as states, from the end to the beginning: each piece knows the state that follows it.
class Layout {
public:
    explicit Layout(Program& program) : program_(program) {}

    std::optional<std::size_t> add(Program::Kind kind, std::size_t next, std::size_t other = 0, Letters set = {}) {
        if (program_.states.size() >= kMostStates) return {};
        program_.states.push_back({kind, std::move(set), next, other});
        return program_.states.size() - 1;
    }

    std::optional<std::size_t> put(const Part& part, std::size_t next) {
        // Empty groups repeated in each other would add no state, but take for ever.
        if (++pieces_ > 10 * kMostStates) return {};
        switch (part.kind) {
            case Part::letters: return add(Program::take, next, 0, part.set);
            case Part::begin: return add(Program::begin, next);
            case Part::end: return add(Program::end, next);
            case Part::sequence: {
                std::optional at = next;
                for (auto each = part.parts.rbegin(); each != part.parts.rend() && at; ++each) at = put(*each, *at);
                return at;
            }
            case Part::choice: {
                std::optional<std::size_t> at = put(part.parts.back(), next);
                for (auto each = part.parts.rbegin() + 1; each != part.parts.rend() && at; ++each) {
                    const auto one = put(*each, next);
                    at = one ? add(Program::split, *one, *at) : std::nullopt;
                }
                return at;
            }
            case Part::repeat: return put_repeat(part, next);
        }
        return {};
    }

private:
    std::optional<std::size_t> put_repeat(const Part& part, std::size_t next) {
        const Part& inner = part.parts.front();
        std::optional at = next;
        if (part.most < 0) {
            at = add(Program::split, 0, next);
            const auto loop = at ? put(inner, *at) : std::nullopt;
            if (!loop) return {};
            program_.states[*at].next = *loop;
        }
        for (int i = part.least; i < part.most && at; ++i) {
            const auto one = put(inner, *at);
            at = one ? add(Program::split, *one, next) : std::nullopt;
        }
        for (int i = 0; i < part.least && at; ++i) at = put(inner, *at);
        return at;
    }

    Program& program_;
    std::size_t pieces_ = 0;
};

/// The states that are reached after a piece of the text.
class Walk {
public:
    explicit Walk(const Program& program) : program_(program), seen_(program.states.size()) {}

    void enter(std::size_t state, bool at_begin, bool at_end) {
        waiting_.push_back(state);
        while (!waiting_.empty()) {
            const auto at = waiting_.back();
            waiting_.pop_back();
            if (seen_[at]) continue;
            seen_[at] = true;
            const auto& here = program_.states[at];
            if (here.kind == Program::take || here.kind == Program::done) reached_.push_back(at);
            else if (here.kind == Program::split) waiting_.insert(waiting_.end(), {here.next, here.other});
            else if (here.kind == Program::begin ? at_begin : at_end) waiting_.push_back(here.next);
        }
    }
    std::vector<std::size_t> take_reached() {
        seen_.assign(seen_.size(), false);
        return std::exchange(reached_, {});
    }

private:
    const Program& program_;
    std::vector<bool> seen_;
    std::vector<std::size_t> waiting_, reached_;
};

std::u32string code_points(std::string_view text) {
    std::u32string all;
    while (!text.empty()) all.push_back(next_code_point(text));
    return all;
}

}  // namespace

std::optional<Pattern> Pattern::parse(std::string_view text) {
    auto letters = code_points(text);
    if (letters.size() > kLongestPattern) return {};
    const auto part = Reader(std::move(letters)).whole();
    if (!part) return {};
    auto program = std::make_shared<Program>();
    Layout layout(*program);
    const auto end = layout.add(Program::done, 0);
    const auto start = layout.put(*part, *end);
    if (!start) return {};
    // The walk begins at the last state.
    if (*start + 1 != program->states.size() && !layout.add(Program::split, *start, *start)) return {};
    return Pattern(std::move(program));
}

bool Pattern::matches(std::string_view text) const {
    const auto letters = code_points(text);
    Walk walk(*program_);
    walk.enter(program_->states.size() - 1, true, letters.empty());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto here = walk.take_reached();
        if (here.empty()) return false;
        for (const auto at : here) {
            const auto& state = program_->states[at];
            if (state.kind == Program::take && state.set.has(letters[i])) walk.enter(state.next, false, i + 1 == letters.size());
        }
    }
    return std::ranges::any_of(walk.take_reached(), [&](std::size_t at) { return program_->states[at].kind == Program::done; });
}

}  // namespace homeward::forms
