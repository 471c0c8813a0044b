#pragma once

#include "tabular/zip_parts.h"

namespace homeward::tabular {

/// Text of a cell with `_x000D_` and its like written out.
/// source    ECMA-376 part 1, 22.4.2.4 (ST_Xstring)
std::string unescaped(std::string_view text);

/// The texts that many cells share, by number. Runs of rich text are joined; hints for pronunciation are left out.
class SharedStrings {
public:
    /// errors    file.too_many_strings, file.cell_too_large, file.damaged and the others of XML
    static Result<SharedStrings> read(ZipParts& zip, const std::string& part, const Limits& limits);

    std::size_t size() const { return texts_.size(); }
    std::string_view at(std::size_t number) const { return texts_[number]; }

private:
    friend class StringsHandler;
    void add(std::string_view text);

    // Blocks are never enlarged beyond what was reserved, so the views stay valid.
    std::vector<std::unique_ptr<std::string>> blocks_;
    std::vector<std::string_view> texts_;
};

}  // namespace homeward::tabular
