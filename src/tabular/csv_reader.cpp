#include "tabular/csv_reader.h"

#include "base/text.h"
#include "tabular/file_reasons.h"
#include "tabular/separator.h"
#include "tabular/text_source.h"

namespace homeward::tabular {

namespace {

class CsvReader final : public Reader {
public:
    CsvReader(std::string_view bytes, const Limits& limits, Description description, bool lone_cr)
        : source_(bytes, description.encoding), limits_(limits), description_(std::move(description)),
          lone_cr_(lone_cr) {}

    const Description& description() const override { return description_; }

    Result<bool> next(Row& row) override {
        if (source_.peek() == TextSource::end) return false;
        start(row);
        if (row.number > limits_.rows) return over_limit("too_many_rows", static_cast<std::size_t>(limits_.rows), place(row));
        for (;;) {
            Cell& cell = row.cells.emplace_back();
            const bool more = TRY(read_field(row, cell));
            if (!cell.text.empty()) cell.kind = CellKind::text;
            if (++cells_ > limits_.cells) return over_limit("too_many_cells", limits_.cells, place(row));
            if (!more) return true;
            if (row.cells.size() >= static_cast<std::size_t>(limits_.columns)) {
                return over_limit("too_many_columns", static_cast<std::size_t>(limits_.columns), place(row, 1));
            }
        }
    }

    void skip_record() {
        while (source_.peek() < TextSource::bad && !take_line_end()) source_.next();
    }

private:
    Place place(const Row& row, int further = 0) const {
        return {row.number, static_cast<int>(row.cells.size()) + further, line_};
    }

    void start(Row& row) {
        row.number = ++records_;
        row.line = line_;
        row.cells.clear();
        row_bytes_ = 0;
    }

    bool is_separator(char32_t c) const { return c == static_cast<unsigned char>(description_.separator); }

    /// Takes the end of a record, when it is there.
    bool take_line_end() {
        const char32_t c = source_.peek();
        if (c == U'\n' || (c == U'\r' && lone_cr_)) {
            source_.next();
            ++line_;
            return true;
        }
        if (c != U'\r') return false;
        source_.next();
        if (source_.peek() == U'\n') return take_line_end();
        held_cr_ = true;  // a CR inside a line belongs to the text
        return false;
    }

    Done add(const Row& row, Cell& cell, char32_t c) {
        if (c == 0) return refused("nul_byte", place(row));
        if (c == TextSource::bad) return refused(wrong_bytes(), place(row));
        const std::size_t before = cell.text.size();
        append_utf8(cell.text, c);
        row_bytes_ += cell.text.size() - before;
        if (cell.text.size() > limits_.cell_bytes) return over_limit("cell_too_large", limits_.cell_bytes, place(row));
        if (row_bytes_ > limits_.row_bytes) return over_limit("row_too_large", limits_.row_bytes, place(row));
        return {};
    }

    std::string_view wrong_bytes() const {
        switch (description_.encoding) {
            case Encoding::utf16le: case Encoding::utf16le_bom: case Encoding::utf16be: case Encoding::utf16be_bom: return "invalid_utf16";
            default: return "invalid_utf8";
        }
    }

    /// One field and what ends it; true when a separator did.
    Result<bool> read_field(const Row& row, Cell& cell) {
        if (source_.peek() == U'"') TRY(read_quoted(row, cell));
        for (;;) {
            if (source_.peek() == TextSource::end || take_line_end()) return false;
            if (held_cr_) TRY(add_held_cr(row, cell));
            if (source_.peek() == TextSource::end) return false;
            const char32_t c = source_.next();
            if (is_separator(c)) return true;
            TRY(add(row, cell, c));
        }
    }

    Done add_held_cr(const Row& row, Cell& cell) {
        held_cr_ = false;
        return add(row, cell, U'\r');
    }

    /// From the opening quote to behind the closing one. What follows up to the separator is added by the caller, as
    /// spreadsheets do.
    Done read_quoted(const Row& row, Cell& cell) {
        const Place opened = place(row);
        source_.next();
        for (;;) {
            const char32_t c = source_.next();
            if (c == TextSource::end) return refused("unterminated_quote", opened);
            if (c == U'"') {
                if (source_.peek() != U'"') return {};
                source_.next();
            }
            if (c == U'\n' || (c == U'\r' && lone_cr_)) ++line_;
            if (c == U'\r' && source_.peek() == U'\n') continue;  // a line break in a cell is one LF
            TRY(add(row, cell, c));
        }
    }

    TextSource source_;
    Limits limits_;
    Description description_;
    bool lone_cr_;
    bool held_cr_ = false;
    int line_ = 1;
    int records_ = 0;
    std::size_t row_bytes_ = 0;
    std::size_t cells_ = 0;
};

}  // namespace

Result<std::unique_ptr<Reader>> open_csv(std::string_view bytes, const Limits& limits) {
    Description description;
    description.encoding = detect_encoding(bytes);
    const auto declared = declared_separator(TextSource(bytes, description.encoding));
    description.separator = declared.value_or(',');
    if (!declared) description.separator = likely_separator(TextSource(bytes, description.encoding));
    const bool lone_cr = bytes.find('\n') == std::string_view::npos;
    auto reader = std::make_unique<CsvReader>(bytes, limits, std::move(description), lone_cr);
    if (declared) reader->skip_record();
    return std::unique_ptr<Reader>(std::move(reader));
}

}  // namespace homeward::tabular
