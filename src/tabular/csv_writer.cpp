#include <charconv>

#include "base/text.h"
#include "tabular/row_writer.h"

namespace homeward::tabular {

namespace {

bool would_run(std::string_view text) {
    if (text.empty()) return false;
    switch (next_code_point(text)) {
        case U'=': case U'+': case U'-': case U'@': case U'\t': case U'\r': case U'\n':
        case U'\uFF1D': case U'\uFF0B': case U'\uFF0D': case U'\uFF20': return true;
        default: return false;
    }
}

class CsvWriter final : public RowWriter {
public:
    CsvWriter(std::string& out, CsvOptions options) : out_(out), options_(options) {
        if (options.byte_order_mark) out_ += "\xEF\xBB\xBF";
    }

    void text(std::string_view utf8) override {
        separate();
        const std::string_view guard = would_run(utf8) ? "'" : "";
        const char special[] = {options_.separator, '"', '\r', '\n', '\t'};
        if (utf8.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
            out_.append(guard).append(utf8);
            return;
        }
        out_.append("\"").append(guard);
        for (const char c : utf8) out_.append(c == '"' ? 2 : 1, c);
        out_ += '"';
    }
    void number(std::int64_t value) override { raw(value); }
    void number(double value) override { raw(value); }
    void date(Date value) override {
        separate();
        out_ += value.str();
    }
    void empty() override { separate(); }
    void end_row() override {
        out_ += "\r\n";
        first_ = true;
    }
    void finish() override {}

private:
    void separate() {
        if (!first_) out_ += options_.separator;
        first_ = false;
    }
    template <class Number>
    void raw(Number value) {
        separate();
        char digits[40];
        out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }

    std::string& out_;
    CsvOptions options_;
    bool first_ = true;
};

}  // namespace

std::unique_ptr<RowWriter> csv_writer(std::string& out, CsvOptions options) {
    return std::make_unique<CsvWriter>(out, options);
}

}  // namespace homeward::tabular
