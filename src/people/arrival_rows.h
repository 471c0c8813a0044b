#pragma once
// One row of a list, by itself: its person, its refusals and its warnings.

#include "people/arrival_list.h"
#include "tabular/table.h"

namespace homeward::people {

/// The columns of a list by their meaning.
class ColumnMap {
public:
    explicit ColumnMap(const std::vector<ArrivalColumn>& columns);
    /// Nothing when the list has no such column.
    const ArrivalColumn* column(ColumnMeaning meaning) const;
    /// The cell of a row; an empty one when there is none.
    const tabular::Cell& cell(const tabular::Row& row, ColumnMeaning meaning) const;
    /// Its text without outer white space.
    std::string text(const tabular::Row& row, ColumnMeaning meaning) const;

private:
    std::map<ColumnMeaning, const ArrivalColumn*> by_meaning_;
};

struct RowContext {
    Date as_of;
    Date today;
    bool date_1904 = false;
};

/// What a row says of its person. `year_hint` is the year of a date that is none.
struct RowReading {
    ArrivalRow row;
    std::optional<int> year_hint;
};
RowReading read_row(const tabular::Row& row, const ColumnMap& columns, const RowContext& context);

/// A row that describes nobody; nothing when it is a person's.
std::optional<OtherRowKind> other_kind(const tabular::Row& row, const std::vector<ArrivalColumn>& columns,
                                       const ColumnMap& map, const RowContext& context);

}  // namespace homeward::people
