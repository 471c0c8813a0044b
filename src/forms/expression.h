#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "forms/value.h"

namespace homeward::forms {

constexpr std::size_t kLongestExpression = 2'000, kMostParts = 500;
constexpr int kDeepestExpression = 32;

/// What an expression can ask about, where it stands.
class Surroundings {
public:
    virtual ~Surroundings() = default;
    /// Of a field; inside a repeat this row's. Empty where it is not answered or not relevant.
    virtual Value value(std::string_view code) const = 0;
    /// Over all rows, from outside the repeat; of a field that is in none, its one value; of a repeat, one for each row.
    virtual std::vector<Value> all(std::string_view code) const = 0;
    /// `.`
    virtual Value self() const { return {}; }
    virtual Date today() const = 0;
};

/// A field that an expression names.
struct Reference {
    std::string code;
    int position = 1;         ///< in characters, from 1
    bool over_rows = false;   ///< it stands directly in count, sum, min or max
    bool counted = false;     ///< in count
};

/// A part of XLSForm's language, as docs/guide/forms.md writes it down.
class Expression {
public:
    /// errors    invalid `form.expression.<reason>`, params `position` (in characters, from 1), `name` of what is not known
    static Result<Expression> parse(std::string_view text);

    Value evaluate(const Surroundings& around) const;
    const std::vector<Reference>& references() const { return references_; }
    /// Where `.` stands first, in characters from 1; 0 where it does not.
    int self_position() const { return self_position_; }

    struct Tree;

private:
    std::shared_ptr<const Tree> tree_;
    std::vector<Reference> references_;
    int self_position_ = 0;
};

}  // namespace homeward::forms
