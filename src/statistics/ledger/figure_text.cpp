#include <algorithm>

#include "statistics/ledger/entry_json.h"

namespace homeward::statistics {
namespace {

constexpr std::size_t longest_key = 100, longest_source = 500, most_states = 20, most_categories = 8;
constexpr std::int64_t largest_figure = 1'000'000'000'000;

bool is_key(const std::string& text) { return !text.empty() && text.size() <= longest_key; }

bool is_state(const std::string& text) {
    return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

FigureText text_of(const PublicFigure& published) {
    const RegionalFigure& figure = published.figure;
    return {{figure.definition.indicator, figure.definition.version}, figure.population, figure.reference_date, figure.categories,
            figure.states, figure.value, published.source};
}

PublicFigure figure_of(const FigureText& text) {
    return {{{}, {text.definition.indicator, text.definition.version}, text.population, text.reference_date, text.categories, text.states, text.value},
            text.source};
}

std::optional<std::string> fault_of(const PublicFigure& published) {
    const RegionalFigure& figure = published.figure;
    if (!is_key(figure.definition.indicator) || figure.definition.version < 1) return "definition";
    if (!is_key(figure.population)) return "population";
    const bool keys = std::ranges::all_of(figure.categories, [](const auto& c) { return is_key(c.first) && is_key(c.second); });
    if (!keys || figure.categories.size() > most_categories) return "categories";
    const auto& states = figure.states;
    const bool sorted_once = std::ranges::adjacent_find(states, std::ranges::greater_equal()) == states.end();
    if (states.empty() || states.size() > most_states || !std::ranges::all_of(states, is_state) || !sorted_once) return "states";
    if (figure.value < 0 || figure.value > largest_figure) return "value";
    if (!is_reason(published.source) || published.source.size() > longest_source) return "source";
    return std::nullopt;
}

}  // namespace homeward::statistics
