#include "tabular/cell_reference.h"

namespace homeward::tabular {

namespace {

constexpr int most = 10'000'000;

}  // namespace

std::optional<CellReference> cell_reference(std::string_view text) {
    CellReference reference;
    std::size_t at = 0;
    const auto skip_dollar = [&] { at += at < text.size() && text[at] == '$'; };
    skip_dollar();
    for (; at < text.size() && ((text[at] >= 'A' && text[at] <= 'Z') || (text[at] >= 'a' && text[at] <= 'z')); ++at) {
        reference.column = reference.column * 26 + ((text[at] | 0x20) - 'a' + 1);
        if (reference.column > most) return std::nullopt;
    }
    skip_dollar();
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        reference.row = reference.row * 10 + (text[at] - '0');
        if (reference.row > most) return std::nullopt;
    }
    if (at != text.size() || reference.row < 1 || reference.column < 1) return std::nullopt;
    return reference;
}

std::optional<CellRange> cell_range(std::string_view text) {
    const auto colon = text.find(':');
    const auto first = cell_reference(text.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : cell_reference(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
    return CellRange{*first, *last};
}

}  // namespace homeward::tabular
