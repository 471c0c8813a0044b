#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace homeward::forms {

/// A pattern of `regex()`: letters, `.`, classes, groups, `|`, `* + ? {m,n}`. It is followed state by state, never by trying
/// again, so no text makes it slow: the time is at most length of text times size of pattern.
/// source    docs/guide/forms.md; K. Thompson, Regular Expression Search Algorithm (1968)
class Pattern {
public:
    /// Nothing for what is no pattern of that kind, is longer than 500 characters, or needs more than 2,000 states.
    static std::optional<Pattern> parse(std::string_view text);
    /// Whether the whole of the text matches.
    bool matches(std::string_view text) const;

    struct Program;

private:
    explicit Pattern(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
    std::shared_ptr<const Program> program_;
};

}  // namespace homeward::forms
