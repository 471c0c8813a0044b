#pragma once
// Blocks as JSON has them, for the database and for pages alike. Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "printing/document.h"

namespace homeward::council {

struct LabelledBody {
    std::string label, value;
};
BOOST_DESCRIBE_STRUCT(LabelledBody, (), (label, value))
struct ColumnBody {
    std::string label;
    bool numeric = false;
    double width = 1;
};
BOOST_DESCRIBE_STRUCT(ColumnBody, (), (label, numeric, width))
struct SeriesBody {
    std::string name;
    std::vector<std::optional<double>> values;
};
BOOST_DESCRIBE_STRUCT(SeriesBody, (), (name, values))

/// kind   heading, paragraph, bullets, facts, table, chart; the other members are those of that kind
struct BlockBody {
    std::string kind;
    std::optional<int> level = {};
    std::optional<std::string> text = {}, style = {};
    std::optional<std::vector<std::string>> items = {};
    std::optional<bool> numbered = {};
    std::optional<std::vector<LabelledBody>> facts = {};
    std::optional<std::string> title = {};
    std::optional<std::vector<ColumnBody>> columns = {};
    std::optional<std::vector<std::vector<std::string>>> rows = {};
    std::optional<std::string> chart = {}, source = {};
    std::optional<std::vector<std::string>> labels = {};
    std::optional<std::vector<SeriesBody>> series = {};
};
BOOST_DESCRIBE_STRUCT(BlockBody, (), (kind, level, text, style, items, numbered, facts, title, columns, rows, chart, source, labels, series))

BlockBody block_body(const printing::Block& block);
std::vector<BlockBody> block_bodies(const std::vector<printing::Block>& blocks);
printing::Block block_of(const BlockBody& body);

}  // namespace homeward::council
