#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace homeward::forms {

using Texts = std::map<std::string, std::string>;  ///< by language

enum class Kind { text, long_text, integer, decimal, date, partial_date, yes_no, choice, choices, note, calculate, group, repeat };

/// score   0 to 1; nothing where the answer has none, as "prefers not to say"
struct Choice {
    std::string code;
    Texts label;
    std::optional<double> score;
};

/// One line of a form. Members that stand for nothing are empty; docs/guide/forms.md tells which kind has which.
struct Field {
    std::string code;  ///< never changes
    Kind kind = Kind::text;
    Texts label;
    std::optional<Texts> hint;
    std::optional<std::string> required, relevant, constraint;  ///< expressions
    std::optional<Texts> constraint_message;
    std::optional<std::string> calculation;
    std::optional<std::vector<Choice>> choices;
    std::optional<std::string> dimension;
    std::optional<double> weight;  ///< in its dimension; 1
    std::optional<std::vector<Field>> fields;
    std::optional<int> most;  ///< rows of a repeat; 20

    const std::vector<Field>& inner() const;
    const std::vector<Choice>& options() const;
    bool is_question() const { return kind != Kind::note && kind != Kind::calculate && !holds_fields(); }
    bool holds_fields() const { return kind == Kind::group || kind == Kind::repeat; }
};

struct Dimension {
    std::string code;
    Texts label;
    double weight = 1;
};
/// from   the total from which on the band goes, up to the next one
struct Band {
    std::string code;
    double from = 0;
    Texts label;
};
struct Scale {
    std::string code;
    Texts label;
    std::optional<Texts> note;  ///< whose weights these are
    std::vector<Dimension> dimensions;
    std::vector<Band> bands;
};

/// What became of a code of the version before; without `becomes` it is asked no more.
struct Change {
    std::string field;
    std::optional<std::string> choice, becomes;
};

struct Definition {
    std::string id;
    int version = 1;
    Texts title;
    std::optional<Texts> note;
    std::vector<Field> fields;
    std::optional<std::vector<Scale>> scales;
    std::optional<std::vector<Change>> changes;

    const std::vector<Scale>& all_scales() const;
    const std::vector<Change>& all_changes() const;
};

constexpr std::size_t kMostFields = 1'000, kMostChoicesOfOne = 500, kMostChoices = 5'000, kLongestLabel = 1'000, kLongestNote = 4'000;
constexpr int kDeepestField = 20, kMostRows = 50, kUsualRows = 20;
constexpr std::size_t kLongestDefinition = 2u << 20;  ///< bytes of its JSON

bool is_code(std::string_view text);

/// Reads a definition. It may have problems; what is returned is of the right shape and within the limits.
/// errors    those of json::read; too_large `form.too_large` (params `most`)
Result<Definition> read_definition(std::string_view json);
/// The same for one that came in another way.
Done within_limits(const Definition& definition);
std::string write_definition(const Definition& definition);

/// How many questions are in it; notes and what is calculated do not count.
int count_questions(const std::vector<Field>& fields);

}  // namespace homeward::forms
