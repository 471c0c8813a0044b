#include "council/reports/block_json.h"

#include <array>
#include <stdexcept>

#include "council/reports/block_body.h"

namespace homeward::council {

struct DrawnBody {
    std::vector<BlockBody> blocks;
    std::vector<LabelledBody> figures;
};
BOOST_DESCRIBE_STRUCT(DrawnBody, (), (blocks, figures))
struct DocumentBody {
    std::string title, language, header, footer;
    std::vector<BlockBody> blocks;
};
BOOST_DESCRIBE_STRUCT(DocumentBody, (), (title, language, header, footer, blocks))

namespace {

using printing::Chart;
using printing::Paragraph;

constexpr std::array<const char*, 5> kStyles{"normal", "small", "quote", "centred", "large_centred"};

Paragraph::Style style_of(std::string_view name) {
    for (std::size_t i = 0; i < kStyles.size(); ++i) {
        if (name == kStyles[i]) return static_cast<Paragraph::Style>(i);
    }
    throw std::runtime_error("a kept report has an unknown style");
}

struct Writer {
    BlockBody operator()(const printing::Heading& b) const { return {.kind = "heading", .level = b.level, .text = b.text}; }
    BlockBody operator()(const Paragraph& b) const { return {.kind = "paragraph", .text = b.text, .style = kStyles[static_cast<std::size_t>(b.style)]}; }
    BlockBody operator()(const printing::Bullets& b) const { return {.kind = "bullets", .items = b.items, .numbered = b.numbered}; }
    BlockBody operator()(const printing::Facts& b) const {
        BlockBody body{.kind = "facts", .facts = std::vector<LabelledBody>()};
        for (const auto& [label, value] : b.items) body.facts->push_back({label, value});
        return body;
    }
    BlockBody operator()(const printing::Table& b) const {
        BlockBody body{.kind = "table", .title = b.caption, .columns = std::vector<ColumnBody>(), .rows = b.rows};
        for (const auto& column : b.columns) body.columns->push_back({column.label, column.numeric, column.width});
        return body;
    }
    BlockBody operator()(const Chart& b) const {
        BlockBody body{.kind = "chart", .title = b.title, .chart = b.kind == Chart::Kind::bars ? "bars" : "lines", .source = b.source,
                       .labels = b.labels, .series = std::vector<SeriesBody>()};
        for (const auto& series : b.series) body.series->push_back({series.name, series.values});
        return body;
    }
    // A report uses no others; one that did would not be kept whole.
    template <class Other>
    BlockBody operator()(const Other&) const { throw std::logic_error("a report has no such block"); }
};

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error("a kept report does not read: " + result.error().key + " " + result.error().field);
    return std::move(result).value();
}

std::vector<printing::Block> blocks_in(const std::vector<BlockBody>& bodies) {
    std::vector<printing::Block> blocks;
    for (const auto& body : bodies) blocks.push_back(block_of(body));
    return blocks;
}

}  // namespace

BlockBody block_body(const printing::Block& block) { return std::visit(Writer{}, block); }

std::vector<BlockBody> block_bodies(const std::vector<printing::Block>& blocks) {
    std::vector<BlockBody> bodies;
    for (const auto& block : blocks) bodies.push_back(block_body(block));
    return bodies;
}

printing::Block block_of(const BlockBody& b) {
    if (b.kind == "heading") return printing::Heading{b.level.value(), b.text.value()};
    if (b.kind == "paragraph") return Paragraph{b.text.value(), style_of(b.style.value())};
    if (b.kind == "bullets") return printing::Bullets{b.items.value(), b.numbered.value()};
    if (b.kind == "facts") {
        printing::Facts facts;
        for (const auto& [label, value] : b.facts.value()) facts.items.emplace_back(label, value);
        return facts;
    }
    if (b.kind == "table") {
        printing::Table table{b.title.value(), {}, b.rows.value()};
        for (const auto& column : b.columns.value()) table.columns.push_back({column.label, column.numeric, column.width});
        return table;
    }
    if (b.kind == "chart") {
        Chart chart{b.chart.value() == "bars" ? Chart::Kind::bars : Chart::Kind::lines, b.title.value(), b.labels.value(), {}, b.source.value()};
        for (const auto& series : b.series.value()) chart.series.push_back({series.name, series.values});
        return chart;
    }
    throw std::runtime_error("a kept report has an unknown block");
}

std::string write_drawn(const Drawn& drawn) {
    DrawnBody body{block_bodies(drawn.blocks), {}};
    for (const auto& [label, value] : drawn.figures) body.figures.push_back({label, value});
    return json::write(body);
}

Drawn read_drawn(std::string_view text) {
    const auto body = must(json::read<DrawnBody>(text));
    Drawn drawn{blocks_in(body.blocks), {}};
    for (const auto& [label, value] : body.figures) drawn.figures.emplace_back(label, value);
    return drawn;
}

std::string write_document(const printing::Document& d) {
    return json::write(DocumentBody{d.title, d.language, d.header, d.footer, block_bodies(d.blocks)});
}

printing::Document read_document(std::string_view text) {
    auto body = must(json::read<DocumentBody>(text));
    return {.title = std::move(body.title), .language = std::move(body.language), .header = std::move(body.header), .footer = std::move(body.footer),
            .blocks = blocks_in(body.blocks)};
}

}  // namespace homeward::council
