#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "forms/expression_tree.h"

namespace homeward::forms {
namespace {

constexpr int kAny = 100;
constexpr Function kFunctions[] = {
    {"true", Op::call_true, 0, 0}, {"false", Op::call_false, 0, 0}, {"not", Op::call_not, 1, 1}, {"if", Op::call_if, 3, 3},
    {"coalesce", Op::call_coalesce, 1, kAny}, {"selected", Op::call_selected, 2, 2}, {"count-selected", Op::call_count_selected, 1, 1},
    {"count", Op::call_count, 1, 1}, {"sum", Op::call_sum, 1, 1}, {"min", Op::call_min, 1, kAny}, {"max", Op::call_max, 1, kAny},
    {"string-length", Op::call_string_length, 1, 1}, {"regex", Op::call_regex, 2, 2}, {"round", Op::call_round, 1, 2},
    {"int", Op::call_int, 1, 1}, {"number", Op::call_number, 1, 1}, {"concat", Op::call_concat, 1, kAny},
    {"today", Op::call_today, 0, 0}, {"age-in-years", Op::call_age_in_years, 1, 2},
};

/// How tightly an operator binds, from `or` upwards; 0 for none.
struct Operator {
    std::string_view sign;
    Op op;
    int level;
};
constexpr Operator kOperators[] = {
    {"or", Op::either, 1}, {"and", Op::both, 2}, {"!=", Op::unequal, 3}, {"=", Op::equal, 3}, {"<=", Op::less_equal, 4}, {">=", Op::greater_equal, 4},
    {"<", Op::less, 4}, {">", Op::greater, 4}, {"+", Op::plus, 5}, {"-", Op::minus, 5}, {"*", Op::times, 6}, {"div", Op::divided, 6}, {"mod", Op::modulo, 6},
};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_name(char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '_' || (c >= 'A' && c <= 'Z'); }

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Done whole() {
        space();
        if (at_ == text_.size()) return error("empty", 0);
        TRY(operation(1, 0));
        if (at_ < text_.size()) return unexpected();
        return {};
    }
    Expression::Tree tree;
    std::vector<Reference> references;
    int self_position = 0;

private:
    /// The place of a byte in characters, from 1.
    int position(std::size_t byte) const { return static_cast<int>(length_of(text_.substr(0, byte))) + 1; }
    Error error(const std::string& reason, std::size_t byte, std::map<std::string, std::string> params = {}) const {
        params.emplace("position", std::to_string(position(byte)));
        return invalid("form.expression." + reason, {}, std::move(params));
    }
    Error unexpected() const {
        return at_ < text_.size() ? error("unexpected", at_) : error("ends_early", at_);
    }
    void space() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        space();
        return true;
    }
    Result<int> add(Part part) {
        if (tree.parts.size() >= kMostParts) return error("too_long", 0);
        tree.parts.push_back(std::move(part));
        return static_cast<int>(tree.parts.size()) - 1;
    }

    const Operator* operator_here() const {
        const auto rest = text_.substr(at_);
        const auto found = std::ranges::find_if(kOperators, [&](const Operator& each) {
            // A word ends where no further letter follows: `order` is not `or`.
            return rest.starts_with(each.sign) && !(is_lower(each.sign[0]) && rest.size() > each.sign.size() && is_of_name(rest[each.sign.size()]));
        });
        return found == std::end(kOperators) ? nullptr : &*found;
    }

    /// Operands joined by operators of this level and tighter ones.
    Result<int> operation(int level, int depth) {
        int left = TRY(negation(depth));
        for (const auto* found = operator_here(); found && found->level >= level; found = operator_here()) {
            at_ += found->sign.size();
            space();
            const int right = TRY(operation(found->level + 1, depth));
            left = TRY(add({found->op, {}, {left, right}, {}, 0}));
        }
        return left;
    }

    Result<int> negation(int depth) {
        if (depth > kDeepestExpression) return error("too_deep", at_);
        if (!take('-')) return value(depth);
        const int inner = TRY(negation(depth + 1));
        return add({Op::negative, {}, {inner}, {}, 0});
    }

    Result<int> value(int depth) {
        if (at_ >= text_.size()) return unexpected();
        const char c = text_[at_];
        if (is_digit(c)) return number();
        if (c == '\'' || c == '"') return literal(c);
        if (c == '$') return field();
        if (c == '.') return self();
        if (is_lower(c)) return call(depth);
        if (!take('(')) return unexpected();
        const int inner = TRY(operation(1, depth + 1));
        if (!take(')')) return unexpected();
        return inner;
    }

    Result<int> number() {
        const auto digits = [this] {
            const auto start = at_;
            while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
            return at_ > start;
        };
        const auto start = at_;
        digits();
        if (at_ < text_.size() && text_[at_] == '.') {
            const auto point = at_++;
            if (!digits()) return error("unexpected", point);
        }
        double number = 0;
        std::from_chars(text_.data() + start, text_.data() + at_, number);
        space();
        return add({Op::literal, number, {}, {}, 0});
    }

    Result<int> literal(char quote) {
        const auto start = at_;
        const auto end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) return error("text_open", start);
        at_ = end + 1;
        std::string text(text_.substr(start + 1, end - start - 1));
        space();
        return add({Op::literal, std::move(text), {}, {}, 0});
    }

    Result<int> field() {
        const auto start = at_;
        const auto end = text_.find('}', at_);
        if (!text_.substr(at_).starts_with("${") || end == std::string_view::npos) return error("bad_field", start);
        const std::string code(text_.substr(start + 2, end - start - 2));
        const bool good = !code.empty() && is_lower(code[0]) && std::ranges::all_of(code, [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
        if (!good) return error("bad_field", start, {{"name", shortened(code, 60)}});
        at_ = end + 1;
        space();
        references.push_back({code, position(start), false, false});
        return add({Op::field, code, {}, {}, 0});
    }

    Result<int> self() {
        const auto start = at_++;
        // `..` and `./` are paths, `.5` is no number here.
        if (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == '/' || is_of_name(text_[at_]))) return unexpected();
        if (self_position == 0) self_position = position(start);
        space();
        return add({Op::self, {}, {}, {}, 0});
    }

    Result<int> call(int depth) {
        const auto start = at_;
        while (at_ < text_.size() && is_of_name(text_[at_])) ++at_;
        const std::string name(text_.substr(start, at_ - start));
        space();
        if (at_ >= text_.size() || text_[at_] != '(') return error("unexpected", start);
        const Function* function = find_function(name);
        if (!function) return error("unknown_function", start, {{"name", shortened(name, 60)}});
        take('(');
        Part part{function->op, {}, {}, {}, 0};
        std::vector<std::size_t> starts;
        if (!take(')')) {
            do {
                starts.push_back(at_);
                const auto named = references.size();
                part.parts.push_back(TRY(operation(1, depth + 1)));
                if (takes_rows(part.op) && tree.parts[static_cast<std::size_t>(part.parts.back())].op == Op::field) {
                    references[named].over_rows = true;
                    references[named].counted = part.op == Op::call_count;
                }
            } while (take(','));
            if (!take(')')) return unexpected();
        }
        const int count = static_cast<int>(part.parts.size());
        if (count < function->least || count > function->most) return error("arguments", start, {{"name", name}});
        if (part.op == Op::call_regex) TRY(pattern(part, starts[1]));
        if (part.op == Op::call_round && count == 2) TRY(places(part, starts[1]));
        return add(std::move(part));
    }

    /// A pattern is known before anything is answered, so that a wrong one is found when the form is made.
    Done pattern(Part& part, std::size_t byte) {
        const Part& given = tree.parts[static_cast<std::size_t>(part.parts[1])];
        if (given.op != Op::literal || !std::holds_alternative<std::string>(given.value)) return error("pattern_not_text", byte);
        part.pattern = Pattern::parse(std::get<std::string>(given.value));
        if (!part.pattern) return error("bad_pattern", byte);
        return {};
    }
    Done places(Part& part, std::size_t byte) {
        const Part& given = tree.parts[static_cast<std::size_t>(part.parts[1])];
        const double* number = given.op == Op::literal ? std::get_if<double>(&given.value) : nullptr;
        if (!number || *number < 0 || *number > 6 || *number != static_cast<int>(*number)) return error("places", byte);
        part.places = static_cast<int>(*number);
        return {};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

const Function* find_function(std::string_view name) {
    const auto found = std::ranges::find(kFunctions, name, &Function::name);
    return found == std::end(kFunctions) ? nullptr : &*found;
}

Result<Expression> Expression::parse(std::string_view text) {
    if (length_of(text) > kLongestExpression) return invalid("form.expression.too_long", {}, {{"position", "1"}});
    Parser parser(text);
    TRY(parser.whole());
    Expression expression;
    expression.tree_ = std::make_shared<const Tree>(std::move(parser.tree));
    expression.references_ = std::move(parser.references);
    expression.self_position_ = parser.self_position;
    return expression;
}

}  // namespace homeward::forms
