#pragma once

#include <memory>
#include <unordered_map>

#include "forms/definition.h"
#include "forms/expression.h"

namespace homeward::forms {

/// Why a draft cannot be published.
struct Problem {
    std::optional<std::string> field;  ///< its code; nothing when about the form
    std::string part;                  ///< code, kind, label, required, relevant, … as the contract lists them
    std::string key;
    std::map<std::string, std::string> params;

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// A definition made ready to be evaluated: every expression read, every reference found, an order in which all can be worked out.
class Form {
public:
    struct Line {
        const Field* field = nullptr;
        int parent = -1;  ///< the group or repeat that it lies in
        int repeat = -1;  ///< the repeat that its rows belong to; the repeat itself has none
        std::optional<Expression> required, relevant, constraint, calculation;
    };

    /// Nothing when a problem makes it impossible to evaluate; the problems of codes, expressions and their order are appended.
    /// `definition` is within limits.
    static std::optional<Form> make(Definition definition, std::vector<Problem>& problems);

    const Definition& definition() const { return *definition_; }
    const std::vector<Line>& lines() const { return lines_; }  ///< in the order of the form; parents before what they hold
    const std::vector<int>& order() const { return order_; }   ///< each after all that it depends on
    int find(std::string_view code) const;                     ///< -1 when there is none

private:
    friend class FormMaker;
    std::shared_ptr<const Definition> definition_;
    std::vector<Line> lines_;
    std::vector<int> order_;
    std::unordered_map<std::string_view, int> by_code_;
};

/// All that stands in the way of publishing: those of `Form::make`, and texts, choices, scales, and words that no form may hold.
std::vector<Problem> problems_of(const Definition& definition);
/// What a further version may not do to the one before it: change a kind, lose a code without a word on what became of it.
std::vector<Problem> problems_after(const Definition& before, const Definition& next);

}  // namespace homeward::forms
