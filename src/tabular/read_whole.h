#pragma once
// Test helper: a whole table, or the error that ended it.

#include "tabular/table.h"

namespace homeward::tabular::fixture {

struct Whole {
    Description description;
    std::vector<Row> rows;
    std::optional<Error> error;

    /// The texts of a row, in the order of the file; `number` as a spreadsheet counts.
    std::vector<std::string> texts(int number) const {
        std::vector<std::string> texts;
        for (const auto& row : rows) {
            if (row.number != number) continue;
            for (const auto& cell : row.cells) texts.push_back(cell.text);
        }
        return texts;
    }
    std::string reason() const { return error ? error->key : "none"; }
    std::string at(const std::string& param) const {
        if (!error) return "none";
        const auto found = error->params.find(param);
        return found == error->params.end() ? "" : found->second;
    }
};

inline Whole read_whole(std::string_view bytes, const Limits& limits = {}, std::string_view sheet = {}) {
    Whole whole;
    auto opened = open(bytes, limits, sheet);
    if (!opened) {
        whole.error = opened.error();
        return whole;
    }
    whole.description = (*opened)->description();
    for (;;) {
        Row row;
        const auto more = (*opened)->next(row);
        if (!more) whole.error = more.error();
        if (!more || !*more) return whole;
        whole.rows.push_back(std::move(row));
    }
}

}  // namespace homeward::tabular::fixture
