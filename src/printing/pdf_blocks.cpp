#include "printing/pdf_blocks.h"

#include <cairo-pdf.h>

#include <array>

#include "printing/chart.h"
#include "printing/flow.h"
#include "printing/pdf_table.h"
#include "printing/qr.h"

namespace homeward::printing {

namespace {

// A paragraph above this is set in parts: one text of any length would cost more than its letters.
constexpr std::size_t part_bytes = 16'000;

class Setter {
public:
    Setter(Sheet& sheet, const Document& document, double scale, cairo_surface_t* outline)
        : sheet_(sheet), document_(document), scale_(scale), outline_(outline) {}

    void set_all() {
        for (at_ = 0; at_ < document_.blocks.size(); ++at_) std::visit(*this, document_.blocks[at_]);
    }

    void operator()(const Heading& heading) {
        static constexpr std::array<double, 3> sizes{17, 13, 11};
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1);
        const Face face{.size = sizes[level] * scale_, .bold = true, .colour = level == 2 ? ink_colour : accent_colour,
                        .side = document_.framed ? Side::centre : Side::start};
        Text text = sheet_.type().set(heading.text, face, sheet_.width());
        const double above = std::array<double, 3>{16, 12, 8}[level];
        sheet_.gap(above);
        sheet_.need(std::min(text.height() + 5 + room_for(at_ + 1), sheet_.whole()));
        add_to_outline(heading, level);
        flow_text(sheet_, std::move(text), 0, sheet_.width(), {.below = 5});
    }

    void operator()(const Paragraph& paragraph) {
        using Style = Paragraph::Style;
        Face face{.size = 10 * scale_};
        if (paragraph.style == Style::small) face = {.size = 8.5 * scale_, .colour = quiet_colour};
        if (paragraph.style == Style::quote) face.italic = true;
        if (paragraph.style == Style::centred || document_.framed) face.side = Side::centre;
        if (paragraph.style == Style::large_centred) face = {.size = 22 * scale_, .bold = true, .side = Side::centre};
        const double indent = paragraph.style == Style::quote ? 16 : 0;
        flow(paragraph.text, face, indent, sheet_.width() - 2 * indent, {});
        sheet_.gap(paragraph.style == Style::large_centred ? 12 : 7);
    }

    void operator()(const Bullets& bullets) {
        const double indent = bullets.numbered ? 22 : 14;
        for (std::size_t i = 0; i < bullets.items.size(); ++i) {
            Face face{.size = 10 * scale_};
            const Text mark = sheet_.type().set(bullets.numbered ? std::to_string(i + 1) + "." : "•", face, indent);
            flow(bullets.items[i], face, indent, sheet_.width() - indent,
                 [&](double y) { sheet_.draw(mark, sheet_.at(0, indent), y); });
            sheet_.gap(2.5);
        }
        sheet_.gap(6);
    }

    void operator()(const Facts& facts) { set_facts(sheet_, facts, scale_, document_.framed); }
    void operator()(const Table& table) { set_table(sheet_, table, scale_); }
    void operator()(const SideBySide& texts) { set_side_by_side(sheet_, texts, scale_); }

    void operator()(const Chart& chart) {
        const auto pieces = pieces_of(sheet_.type(), chart, sheet_.width(), sheet_.whole());
        for (const ChartPiece& piece : pieces) {
            sheet_.need(std::min(piece.height + room_for_note(at_ + 1), sheet_.whole()));
            if (sheet_.canvas()) draw_chart(sheet_.canvas(), sheet_.type(), chart, piece, sheet_.left(), sheet_.y(), sheet_.width());
            sheet_.down(piece.height);
            sheet_.gap(8);
        }
        if (needs_numbers(chart)) set_table(sheet_, numbers_of(chart, document_.language), scale_);
    }

    void operator()(const QrCode& code) {
        const double size = 92 * scale_;
        const QrSquares squares = qr_squares(code.text);
        sheet_.need(size + 4);
        const double x = document_.framed ? sheet_.left() + (sheet_.width() - size) / 2 : sheet_.at(0, size);
        if (sheet_.canvas()) draw_qr(sheet_.canvas(), squares, x, sheet_.y(), size);
        Face face{.size = 8.5 * scale_, .colour = quiet_colour, .side = document_.framed ? Side::centre : Side::start};
        if (document_.framed) {
            sheet_.down(size);
            flow(code.caption, face, 0, sheet_.width(), {});
        } else {
            const double wide = sheet_.width() - size - 10;
            const Text caption = sheet_.type().set(code.caption, face, wide);
            sheet_.draw(caption, sheet_.at(size + 10, wide), sheet_.y() + std::max(0.0, (size - caption.height()) / 2));
            sheet_.down(std::max(size, caption.height()));
        }
        sheet_.gap(8);
    }

    void operator()(const PageBreak&) { if (!sheet_.fresh()) sheet_.next_page(); }

private:
    void flow(const std::string& text, const Face& face, double from, double width, std::function<void(double)> mark) {
        RowStyle style{.mark = std::move(mark)};
        for (const auto& part : parts_of(plain(text), part_bytes)) {
            flow_text(sheet_, sheet_.type().set(part, face, width), from, width, style);
            style.mark = {};
        }
    }
    /// What a heading must have under it on its page: the beginning of the block that follows.
    double room_for(std::size_t at) const {
        // A row of headings is looked through for some lines, not without end.
        if (at >= document_.blocks.size() || at > at_ + 4) return 0;
        const Block& block = document_.blocks[at];
        if (std::holds_alternative<Heading>(block)) return 30 * scale_ + room_for(at + 1);
        if (const auto* chart = std::get_if<Chart>(&block)) {
            return pieces_of(sheet_.type(), *chart, sheet_.width(), sheet_.whole() - 60)[0].height + room_for_note(at + 1);
        }
        return (std::holds_alternative<Table>(block) || std::holds_alternative<SideBySide>(block) ? 95 : 45) * scale_;
    }

    /// A small paragraph under a chart says what it counts: it stays with it.
    double room_for_note(std::size_t at) const {
        const auto* note = at < document_.blocks.size() ? std::get_if<Paragraph>(&document_.blocks[at]) : nullptr;
        return note && note->style == Paragraph::Style::small ? 8 + sheet_.type().set(note->text, {.size = 8.5 * scale_}, sheet_.width()).height() : 0;
    }

    void add_to_outline(const Heading& heading, std::size_t level) {
        if (!outline_) return;
        const std::string place = "page=" + std::to_string(sheet_.page()) + " pos=[" + std::to_string(sheet_.left()) + " " +
                                  std::to_string(sheet_.y()) + "]";
        const int parent = level == 0 ? CAIRO_PDF_OUTLINE_ROOT : parents_[level - 1];
        const int id = cairo_pdf_surface_add_outline(outline_, parent, plain(heading.text).c_str(), place.c_str(),
                                                     level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t{});
        for (std::size_t i = level; i < parents_.size(); ++i) parents_[i] = id;
    }

    Sheet& sheet_;
    const Document& document_;
    double scale_;
    cairo_surface_t* outline_;
    std::size_t at_ = 0;
    std::array<int, 3> parents_{CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT};
};

}  // namespace

void set_blocks(Sheet& sheet, const Document& document, double scale, cairo_surface_t* outline) {
    Setter(sheet, document, scale, outline).set_all();
}

}  // namespace homeward::printing
