#include "forms/xlsform_sheet.h"

#include <algorithm>

#include "base/languages.h"
#include "base/text.h"
#include "forms/xlsform.h"
#include "forms/xlsform_types.h"
#include "tabular/table.h"

namespace homeward::forms {
namespace {

constexpr int kMostXlsRows = 10'000;

/// A form is no list of people: a workbook that needs more is not one.
tabular::Limits limits() {
    tabular::Limits limits;
    limits.file_bytes = kLargestXlsForm;
    limits.unpacked_bytes = 32u << 20;
    limits.rows = kMostXlsRows;
    limits.columns = 200;
    limits.shared_strings = 100'000;
    limits.shared_string_bytes = 16u << 20;
    limits.cells = 500'000;
    return limits;
}

struct Column {
    std::string name;
    std::string language;  ///< empty: none is named
};

/// `label::English (en)`, `label::ru`, `label:Russian`.
Column column_of(std::string_view given) {
    const std::string heading(trim(given));
    if (heading.starts_with("homeward::")) {
        const auto inner = column_of(heading.substr(10));
        return {"homeward::" + inner.name, inner.language};
    }
    const auto mark = heading.find(':');
    if (mark == std::string::npos || heading.starts_with("media") || heading.starts_with("bind") || heading.starts_with("body")) return {heading, {}};
    std::string language(trim(heading.substr(heading.find_first_not_of(':', mark) == std::string::npos ? heading.size() : heading.find_first_not_of(':', mark))));
    const auto open = language.rfind('('), close = language.rfind(')');
    if (open != std::string::npos && close != std::string::npos && close > open) {
        language = language.substr(open + 1, close - open - 1);
    } else {
        const auto found = std::ranges::find(kXlsLanguages, std::string_view(language), &XlsLanguage::name);
        if (found != std::end(kXlsLanguages)) language = found->code;
    }
    return {heading.substr(0, mark), is_language(language) ? language : "unknown"};
}

}  // namespace

std::string XlsRow::text(const std::string& column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? std::string() : found->second;
}

Texts XlsRow::texts(const std::string& column) const {
    const auto found = translated.find(column);
    Texts texts = found == translated.end() ? Texts() : found->second;
    // A column without a language is the form's own; most such forms are English or Russian, which its letters tell.
    if (const auto plain = text(column); !plain.empty()) {
        const bool cyrillic = std::ranges::any_of(plain, [](char c) { return c == '\xD0' || c == '\xD1'; });
        texts.emplace(cyrillic ? "ru" : "en", plain);
    }
    return texts;
}

bool XlsSheet::has(std::string_view column) const { return std::ranges::find(columns, column) != columns.end(); }

Result<std::optional<XlsSheet>> read_sheet(std::string_view bytes, const std::string& name) {
    if (bytes.empty() || !tabular::looks_like_xlsx(bytes)) return invalid("form.xlsform.no_workbook");
    auto reader = tabular::open(bytes, limits(), name);
    if (!reader && (reader.error().key == "file.no_such_sheet" || reader.error().key == "file.no_data")) return std::optional<XlsSheet>();
    if (!reader) return std::move(reader).error();
    XlsSheet sheet;
    std::vector<Column> columns;
    tabular::Row row;
    while (TRY((*reader)->next(row))) {
        sheet.last_row = row.number;
        if (row.blank()) continue;
        if (columns.empty()) {
            for (const auto& cell : row.cells) {
                columns.push_back(column_of(cell.text));
                sheet.columns.push_back(columns.back().name);
                if (columns.back().language == "unknown") sheet.unknown_languages.push_back(std::string(trim(cell.text)));
            }
            continue;
        }
        XlsRow read{row.number, {}, {}};
        for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
            const std::string text(trim(row.cells[i].text));
            if (text.empty() || columns[i].name.empty() || columns[i].language == "unknown") continue;
            if (columns[i].language.empty()) read.cells.emplace(columns[i].name, text);
            else read.translated[columns[i].name].emplace(columns[i].language, text);
        }
        sheet.rows.push_back(std::move(read));
    }
    return std::optional(std::move(sheet));
}

}  // namespace homeward::forms
