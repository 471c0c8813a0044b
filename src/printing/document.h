#pragma once
// A printed document, said once, as PDF or as DOCX. It knows nothing of who reads it: what may not be shown must not
// be put in.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/instant.h"

namespace homeward::printing {

/// level    1 to 3
struct Heading {
    int level = 1;
    std::string text;
};
struct Paragraph {
    enum class Style { normal, small, quote, centred, large_centred };
    std::string text;  ///< line breaks are kept
    Style style = Style::normal;
};
struct Bullets {
    std::vector<std::string> items;
    bool numbered = false;
};
/// Term and value, one a line.
struct Facts {
    std::vector<std::pair<std::string, std::string>> items;
};
/// The head row is repeated on each page.
struct Table {
    struct Column {
        std::string label;
        bool numeric = false;
        double width = 1;  ///< share of the line
    };
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< as many cells as columns
};
/// Texts of equal standing side by side, such as a decision in two languages.
struct SideBySide {
    std::vector<std::pair<std::string, std::string>> texts;  ///< heading, text
};
/// Drawn, and never without its numbers: the labels stand beside the marks. A missing value is drawn as hidden.
struct Chart {
    enum class Kind { bars, lines };
    struct Series {
        std::string name;
        std::vector<std::optional<double>> values;  ///< one for each label
    };
    Kind kind = Kind::bars;
    std::string title;
    std::vector<std::string> labels;
    std::vector<Series> series;
    std::string source;
};
struct QrCode {
    std::string text;     ///< what a reader of the code gets
    std::string caption;
};
struct PageBreak {};

using Block = std::variant<Heading, Paragraph, Bullets, Facts, Table, SideBySide, Chart, QrCode, PageBreak>;

/// language   of hyphenation and of the reader's screen: en, ru, uz, kk, ky, tg, tk, ar
/// header     at the top of every page, such as a marking
/// footer     at the bottom of every page, before the page's number
/// landscape  A4 either way
struct Document {
    std::string title = {};
    std::string language = "en";
    std::string header = {};
    std::string footer = {};
    bool landscape = false;
    bool framed = false;  ///< a certificate: one page, a frame, everything centred
    std::vector<Block> blocks = {};
};

/// The same document gives the same bytes. Throws std::runtime_error when no font of ours can be had.
std::string to_pdf(const Document& document, Instant made_at);
std::string to_docx(const Document& document, Instant made_at);

}  // namespace homeward::printing
