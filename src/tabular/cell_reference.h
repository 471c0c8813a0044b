#pragma once

#include <optional>
#include <string_view>

namespace homeward::tabular {

/// `K4`: row and column from 1.
struct CellReference {
    int row = 0;
    int column = 0;
};
/// Nothing for any other text, and for numbers beyond ten million.
std::optional<CellReference> cell_reference(std::string_view text);

/// `K4:K6`, or one cell: both corners belong to it.
struct CellRange {
    CellReference first;
    CellReference last;
};
std::optional<CellRange> cell_range(std::string_view text);

}  // namespace homeward::tabular
