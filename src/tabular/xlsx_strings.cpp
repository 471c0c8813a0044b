#include "tabular/xlsx_strings.h"

#include <charconv>

#include "base/text.h"
#include "tabular/file_reasons.h"
#include "tabular/xml_pull.h"

namespace homeward::tabular {

namespace {

constexpr std::size_t block_bytes = 256 * 1024;

/// The code unit of `_xHHHH_` at the front.
std::optional<char32_t> escape_at(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
    unsigned value = 0;
    const auto [end, failed] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
    if (failed != std::errc() || end != text.data() + 6) return std::nullopt;
    if (value == 0 || (value >= 0xD800 && value <= 0xDFFF)) return U'\uFFFD';
    return value;
}

}  // namespace

std::string unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto at = std::min(text.find("_x"), text.size());
        out += text.substr(0, at);
        text.remove_prefix(at);
        if (text.empty()) break;
        if (const auto code_point = escape_at(text)) {
            append_utf8(out, *code_point);
            text.remove_prefix(7);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

void SharedStrings::add(std::string_view text) {
    if (blocks_.empty() || blocks_.back()->capacity() - blocks_.back()->size() < text.size()) {
        blocks_.push_back(std::make_unique<std::string>());
        blocks_.back()->reserve(std::max(block_bytes, text.size()));
    }
    std::string& block = *blocks_.back();
    const auto at = block.size();
    block += text;
    texts_.push_back(std::string_view(block).substr(at, text.size()));
}

class StringsHandler final : public XmlHandler {
public:
    StringsHandler(SharedStrings& strings, const Limits& limits) : strings_(strings), limits_(limits) {}
    XmlPull* pull = nullptr;

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") text_.clear();
        if (name == "rPh") in_hint_ = true;
        in_text_ = name == "t" && !in_hint_;
    }
    void end(std::string_view name) override {
        if (name == "t") in_text_ = false;
        if (name == "rPh") in_hint_ = false;
        if (name == "si") add();
    }
    void text(std::string_view part) override {
        if (!in_text_) return;
        text_ += part;
        if (text_.size() > limits_.cell_bytes) pull->fail(over_limit("cell_too_large", limits_.cell_bytes));
    }

private:
    void add() {
        total_ += text_.size();
        if (strings_.size() >= limits_.shared_strings) return pull->fail(over_limit("too_many_strings", limits_.shared_strings));
        if (total_ > limits_.shared_string_bytes) return pull->fail(over_limit("too_many_strings", limits_.shared_string_bytes));
        strings_.add(unescaped(text_));
    }

    SharedStrings& strings_;
    const Limits& limits_;
    std::string text_;
    std::size_t total_ = 0;
    bool in_text_ = false;
    bool in_hint_ = false;
};

Result<SharedStrings> SharedStrings::read(ZipParts& zip, const std::string& part, const Limits& limits) {
    SharedStrings strings;
    if (part.empty() || !zip.has(part)) return strings;
    StringsHandler handler(strings, limits);
    XmlPull pull(TRY(zip.part(part)), handler, limits);
    handler.pull = &pull;
    TRY(pull.run());
    return strings;
}

}  // namespace homeward::tabular
