#include "statistics/reports/report_files.h"

#include "printing/document.h"
#include "statistics/reports/report_words.h"
#include "tabular/row_writer.h"

namespace homeward::statistics {
namespace {

std::string category(const Dimension& dimension, std::size_t index) {
    return index < dimension.categories.size() ? dimension.categories[index] : "total";
}

std::string filters_of(const PassedReport& report, const ReportWords& words) {
    std::string text;
    for (const auto& [dimension, chosen] : report.spec().filters) {
        text += (text.empty() ? "" : "; ") + words.dimension(dimension) + ": " + words.category(dimension, chosen);
    }
    return text;
}

void write_codes(tabular::RowWriter& out, const PassedReport& report) {
    out.text(report.rows().key);
    for (std::size_t column = 0; column < report.width(); ++column) out.text(report.columns() ? category(*report.columns(), column) : "count");
    out.end_row();
    for (std::size_t row = 0; row < report.height(); ++row) {
        out.text(category(report.rows(), row));
        for (std::size_t column = 0; column < report.width(); ++column) {
            if (const auto& cell = report.at(row, column)) out.number(*cell); else out.text("hidden");
        }
        out.end_row();
    }
    out.finish();
}

/// As the pages write a day: `22.11.2026`.
std::string day_text(Date day) {
    const std::string iso = day.str();
    return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

/// What stands beside every printed table.
std::vector<std::pair<std::string, std::string>> about(const PassedReport& report, const ReportWords& words) {
    return {{words.text("counted"), words.unit(report.spec().unit)},
            {words.text("definition"), words.definition(report.spec().unit)},
            {words.text("narrowed"), report.spec().filters.empty() ? words.text("not_narrowed") : filters_of(report, words)},
            {words.text("as_of"), day_text(Date::of(report.taken_at()))},
            {words.text("rows"), std::to_string(report.height())},
            {words.text("hidden"), std::to_string(report.hidden())},
            {words.text("checksum"), report.checksum()}};
}

std::string category_word(const ReportWords& words, const Dimension& dimension, std::size_t index) {
    return index < dimension.categories.size() ? words.category(dimension.key, dimension.categories[index]) : words.text("total");
}

void write_words(tabular::BookWriter& out, const PassedReport& report, const ReportWords& words) {
    out.text(words.dimension(report.rows().key));
    for (std::size_t column = 0; column < report.width(); ++column) {
        out.text(report.columns() ? category_word(words, *report.columns(), column) : words.unit(report.spec().unit));
    }
    out.end_row();
    for (std::size_t row = 0; row < report.height(); ++row) {
        out.text(category_word(words, report.rows(), row));
        for (std::size_t column = 0; column < report.width(); ++column) {
            if (const auto& cell = report.at(row, column)) out.number(*cell); else out.text(words.text("hidden_cell"));
        }
        out.end_row();
    }
    out.next_sheet();
    for (const auto& [term, value] : about(report, words)) {
        out.text(term);
        out.text(value);
        out.end_row();
    }
    out.finish();
}

std::string question_of(const PassedReport& report, const ReportWords& words) {
    return words.unit(report.spec().unit) + ": " + words.dimension(report.rows().key) + (report.columns() ? ", " + words.dimension(report.columns()->key) : "");
}

printing::Table printed(const PassedReport& report, const std::string& caption, const ReportWords& words) {
    // Many columns need the room for their headings.
    constexpr std::size_t kMany = 6;
    printing::Table table{caption, {{words.dimension(report.rows().key), false, report.width() > kMany ? 1.5 : 3.0}}, {}};
    for (std::size_t column = 0; column < report.width(); ++column) {
        table.columns.push_back({report.columns() ? category_word(words, *report.columns(), column) : words.unit(report.spec().unit), true, 1});
    }
    for (std::size_t row = 0; row < report.height(); ++row) {
        std::vector<std::string> line{category_word(words, report.rows(), row)};
        for (std::size_t column = 0; column < report.width(); ++column) {
            const auto& cell = report.at(row, column);
            line.push_back(cell ? std::to_string(*cell) : words.text("hidden_cell"));
        }
        table.rows.push_back(std::move(line));
    }
    return table;
}

std::string pdf(const PassedReport& report, const FileWords& file, const ReportWords& words) {
    printing::Document document;
    document.title = file.title.empty() ? question_of(report, words) : file.title;
    document.language = file.language;
    document.landscape = report.width() > 5;
    document.footer = words.text("checksum") + " " + report.checksum().substr(0, 16) + "…";
    const std::string caption = file.title.empty() ? words.unit(report.spec().unit) : question_of(report, words);
    document.blocks = {printing::Heading{1, document.title}, printed(report, caption, words),
                       printing::Paragraph{words.text("rule"), printing::Paragraph::Style::small}, printing::Facts{about(report, words)}};
    return printing::to_pdf(document, report.taken_at());
}

}  // namespace

std::string codes_csv(const PassedReport& report) {
    std::string csv;
    write_codes(*tabular::csv_writer(csv), report);
    return csv;
}

std::string to_file(const PassedReport& report, FileFormat format, const FileWords& file) {
    if (format == FileFormat::csv) return codes_csv(report);
    const ReportWords words(file.language, file.regions);
    if (format == FileFormat::pdf) return pdf(report, file, words);
    std::string book;
    write_words(*tabular::xlsx_book_writer(book, {words.text("table"), words.text("about")}), report, words);
    return book;
}

}  // namespace homeward::statistics
