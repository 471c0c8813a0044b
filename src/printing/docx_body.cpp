#include "printing/docx_body.h"

#include <cmath>

#include "printing/docx_table.h"
#include "printing/pictures.h"

namespace homeward::printing {

namespace {

constexpr std::int64_t emu_per_point = 12'700;
constexpr double most_height = 640;

class Body {
public:
    Body(const Document& document, const Type& type, Relations& relations)
        : document_(document), type_(type), relations_(relations), leftward_(type.leftward()), width_(text_width(document)) {}

    void operator()(const Heading& heading) {
        const int level = std::clamp(heading.level, 1, 3);
        add(heading.text, {.style = std::array{"Heading1", "Heading2", "Heading3"}[static_cast<std::size_t>(level - 1)]});
    }
    void operator()(const Paragraph& paragraph) {
        using Style = Paragraph::Style;
        ParagraphLook look;
        if (paragraph.style == Style::small) look.style = "Small";
        if (paragraph.style == Style::quote) look.style = "Quote";
        if (paragraph.style == Style::centred) look.align = "center";
        if (paragraph.style == Style::large_centred) look.style = "Title";
        add(paragraph.text, look);
    }
    void operator()(const Bullets& bullets) {
        // Number 1 are the points; each numbered list has a number of its own, so that it counts from 1.
        const int list = bullets.numbered ? 2 + relations_.numbered_lists++ : 1;
        for (const auto& item : bullets.items) add(item, {.style = "ListParagraph", .list = list});
    }
    void operator()(const Facts& facts) {
        if (document_.framed) {
            for (const auto& [term, value] : facts.items) add(term + ": " + value, {});
        } else {
            out += docx_facts(facts, width_, leftward_, relations_);
        }
    }
    void operator()(const Table& table) { out += docx_table(table, width_, leftward_, relations_); }
    void operator()(const SideBySide& block) { out += docx_side_by_side(block, width_, leftward_, relations_); }
    void operator()(const Chart& chart) {
        for (const ChartPiece& piece : pieces_of(type_, chart, width_, most_height)) {
            add_picture(picture_of(type_, chart, piece, width_), in_words(chart, piece));
        }
        if (needs_numbers(chart)) (*this)(numbers_of(chart, document_.language));
    }
    void operator()(const QrCode& code) {
        add_picture(picture_of_qr(code.text, 92), code.text);
        if (!code.caption.empty()) add(code.caption, {.style = "Small"});
    }
    void operator()(const PageBreak&) { out += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"; }

    std::string out;

private:
    void add(const std::string& text, ParagraphLook look) {
        look.leftward = leftward_;
        if (document_.framed) look.align = "center";
        out += docx_paragraph(text, look, relations_);
    }

    /// What the picture shows, for those who do not see it.
    std::string in_words(const Chart& chart, const ChartPiece& piece) const {
        const Table numbers = numbers_of(chart, document_.language);
        std::string words = chart.title;
        for (std::size_t i = piece.from; i < piece.to; ++i) {
            words += (words.empty() ? "" : ". ") + numbers.rows[i][0] + ":";
            for (std::size_t k = 1; k < numbers.rows[i].size(); ++k) {
                words += (k > 1 ? ", " : " ") + numbers.columns[k].label + (numbers.columns[k].label.empty() ? "" : " ") + numbers.rows[i][k];
            }
        }
        return words;
    }

    void add_picture(Picture picture, const std::string& words) {
        const std::string id = relations_.picture_id(std::move(picture.png));
        const std::string number = std::to_string(relations_.pictures.size());
        const auto emu = [](double points) { return std::to_string(std::llround(points) * emu_per_point); };
        const std::string size = "cx=\"" + emu(picture.width) + "\" cy=\"" + emu(picture.height) + "\"";
        out += std::string("<w:p>") + (document_.framed ? "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" : "") +
               "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size + "/>"
               "<wp:docPr id=\"" + number + "\" name=\"" + id + "\" descr=\"" + escaped(words) + "\"/>"
               "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
               "<pic:nvPicPr><pic:cNvPr id=\"" + number + "\" name=\"" + id + "\"/><pic:cNvPicPr/></pic:nvPicPr>"
               "<pic:blipFill><a:blip r:embed=\"" + id + "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
               "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size + "/></a:xfrm>"
               "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
               "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    }

    const Document& document_;
    const Type& type_;
    Relations& relations_;
    bool leftward_;
    double width_;
};

}  // namespace

double text_width(const Document& document) {
    return (document.landscape ? 841.89 : 595.276) - 2 * 56.7 - (document.framed ? 48 : 0);
}

std::string docx_body(const Document& document, const Type& type, Relations& relations) {
    Body body(document, type, relations);
    for (const Block& block : document.blocks) std::visit(body, block);
    return std::move(body.out);
}

}  // namespace homeward::printing
