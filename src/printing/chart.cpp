#include "printing/chart.h"

#include <charconv>
#include <cmath>

#include "printing/chart_parts.h"
#include "printing/words.h"

namespace homeward::printing {

namespace {

constexpr Face title_face{.size = 10, .bold = true};
constexpr Face source_face{.size = 8, .colour = quiet_colour};

double title_height(const Type& type, const Chart& chart, double width) {
    return chart.title.empty() ? 0 : type.set(chart.title, title_face, width).height() + 4;
}

Text source_text(const Type& type, const Chart& chart, double width) {
    return type.set(std::string(words_of(type.language()).source) + ": " + chart.source, source_face, width);
}

double source_height(const Type& type, const Chart& chart, double width) {
    return chart.source.empty() ? 0 : source_text(type, chart, width).height() + 4;
}

}  // namespace

std::vector<ChartPiece> pieces_of(const Type& type, const Chart& chart, double width, double room) {
    const double around = title_height(type, chart, width) + legend_height(type, chart, width) + source_height(type, chart, width);
    if (chart.kind == Chart::Kind::lines) return {{0, chart.labels.size(), around + lines_height}};
    const double one = bars_height(chart, 1);
    const auto most = static_cast<std::size_t>(std::max(1.0, (room - around) / one));
    std::vector<ChartPiece> pieces;
    for (std::size_t from = 0; from < chart.labels.size() || pieces.empty(); from += most) {
        const std::size_t to = std::min(from + most, chart.labels.size());
        pieces.push_back({from, to, around + bars_height(chart, to - from)});
    }
    return pieces;
}

void draw_chart(cairo_t* to, const Type& type, const Chart& chart, const ChartPiece& piece, double x, double y, double width) {
    cairo_save(to);
    if (!chart.title.empty()) {
        const Text title = type.set(chart.title, title_face, width);
        title.draw_all(to, x, y);
        y += title.height() + 4;
    }
    draw_legend(to, type, chart, x, y, width);
    y += legend_height(type, chart, width);
    if (chart.kind == Chart::Kind::bars) {
        draw_bars(to, type, chart, piece, x, y, width);
        y += bars_height(chart, piece.to - piece.from);
    } else {
        draw_lines(to, type, chart, x, y, width);
        y += lines_height;
    }
    if (!chart.source.empty()) source_text(type, chart, width).draw_all(to, x, y + 4);
    cairo_restore(to);
}

bool needs_numbers(const Chart& chart) {
    return chart.kind == Chart::Kind::lines && (chart.series.size() > 1 || chart.labels.size() > 14);
}

Table numbers_of(const Chart& chart, std::string_view language) {
    const Words& words = words_of(language);
    Table table{std::string(words.values), {{"", false, 2}}, {}};
    for (const auto& series : chart.series) table.columns.push_back({series.name, true, 1});
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        std::vector<std::string> row{chart.labels[i]};
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto value = value_at(chart, s, i);
            row.push_back(value ? figure(*value) : std::string(words.hidden));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string figure(double value) {
    if (!std::isfinite(value)) return "–";
    const double hundredths = std::round(value * 100) / 100;
    char digits[64];
    const bool long_one = std::abs(value) >= 1e15;
    const auto end = std::to_chars(digits, digits + sizeof digits, long_one ? value : hundredths,
                                   long_one ? std::chars_format::scientific : std::chars_format::fixed).ptr;
    std::string text(digits, end);
    if (long_one) return text;
    // Groups of three, by a space that does not break, are read alike in all our languages.
    const auto whole = text.find('.') == std::string::npos ? text.size() : text.find('.');
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    if (whole - first > 4) {
        for (std::size_t at = whole - 3; at > first; at -= std::min<std::size_t>(3, at)) text.insert(at, "\u00A0");
    }
    return text;
}

}  // namespace homeward::printing
