#include "printing/type.h"

#include <stdexcept>

#include "printing/words.h"

// fontconfig keeps a few hundred bytes for good, once a process; the sanitizers' own hook is asked to know it.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so"; }
#endif
#endif

namespace homeward::printing {

namespace {

constexpr const char* families = "Noto Sans, Noto Sans Arabic, Noto Sans Symbols, Noto Sans Symbols2, Noto Sans Math";
// A web address longer than this is left as text: no reader clicks it, and writers of PDF cap strings.
constexpr std::size_t longest_address = 2000;

void require_fonts(PangoFontMap* fonts) {
    PangoFontFamily** found = nullptr;
    int count = 0;
    pango_font_map_list_families(fonts, &found, &count);
    bool latin = false, arabic = false;
    for (int i = 0; i < count; ++i) {
        const std::string_view name = pango_font_family_get_name(found[i]);
        latin = latin || name == "Noto Sans";
        arabic = arabic || name == "Noto Sans Arabic";
    }
    g_free(found);
    if (!latin) throw std::runtime_error("printing: the font \"Noto Sans\" is not installed (Debian: fonts-noto-core)");
    if (!arabic) throw std::runtime_error("printing: the font \"Noto Sans Arabic\" is not installed (Debian: fonts-noto-core)");
}

PangoAlignment alignment_of(Side side, bool leftward) {
    if (side == Side::centre) return PANGO_ALIGN_CENTER;
    return (side == Side::start) == leftward ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

PangoAttrList* underlined(const std::vector<Link>& links) {
    PangoAttrList* all = pango_attr_list_new();
    for (const Link& link : links) {
        PangoAttribute* line = pango_attr_underline_new(PANGO_UNDERLINE_SINGLE);
        line->start_index = static_cast<guint>(link.from);
        line->end_index = static_cast<guint>(link.to);
        pango_attr_list_insert(all, line);
    }
    return all;
}

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

}  // namespace

double Text::height() const { return height_of(0, lines_.size()); }

double Text::height_of(std::size_t first, std::size_t count) const {
    double sum = 0;
    for (std::size_t i = first; i < std::min(first + count, lines_.size()); ++i) sum += lines_[i].height;
    return sum;
}

double Text::widest() const {
    double widest = 0;
    for (const Line& line : lines_) widest = std::max(widest, line.width);
    return widest;
}

void Text::tag_links(cairo_t* to, const Line& line, double x, double y) const {
    const int from = line.line->start_index, end = from + line.line->length;
    for (const Link& link : links_) {
        const int first = std::max(from, static_cast<int>(link.from)), last = std::min(end, static_cast<int>(link.to));
        if (first >= last || link.to - link.from > longest_address) continue;
        int* ranges = nullptr;
        int count = 0;
        pango_layout_line_get_x_ranges(line.line, first, last, &ranges, &count);
        // Ranges run from the left edge of the layout, so the line's own offset is already in them.
        for (int i = 0; i < count; ++i) {
            const std::string tag = "rect=[" + std::to_string(x + points(ranges[2 * i])) + " " + std::to_string(y) + " " +
                                    std::to_string(points(ranges[2 * i + 1] - ranges[2 * i])) + " " +
                                    std::to_string(line.height) + "] uri='" +
                                    text_.substr(link.from, link.to - link.from) + "'";
            cairo_tag_begin(to, CAIRO_TAG_LINK, tag.c_str());
            cairo_tag_end(to, CAIRO_TAG_LINK);
        }
        g_free(ranges);
    }
}

void Text::draw(cairo_t* to, std::size_t index, double x, double y) const {
    const Line& line = lines_[index];
    cairo_set_source_rgb(to, colour_.red, colour_.green, colour_.blue);
    cairo_move_to(to, x + line.x, y + line.baseline);
    pango_cairo_show_layout_line(to, line.line);
    if (!links_.empty()) tag_links(to, line, x, y);
}

void Text::draw_all(cairo_t* to, double x, double y) const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        draw(to, i, x, y);
        y += lines_[i].height;
    }
}

Type::Type(std::string_view language)
    : fonts_(pango_cairo_font_map_new()), language_(language), leftward_(runs_leftward(language)) {
    require_fonts(fonts_.get());
    context_.reset(pango_font_map_create_context(fonts_.get()));
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_base_dir(context_.get(), leftward_ ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context_.get(), pango_language_from_string(language_.c_str()));
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    // Letters lie where they would on paper, whatever the screen of this machine.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
}

Text Type::set(std::string_view text, const Face& face, double width) const {
    Text out;
    out.text_ = plain(text);
    out.links_ = links_of(out.text_);
    out.colour_ = face.colour;
    out.layout_.reset(pango_layout_new(context_.get()));
    PangoLayout* layout = out.layout_.get();

    PangoFontDescription* font = pango_font_description_from_string(families);
    pango_font_description_set_size(font, static_cast<int>(face.size * PANGO_SCALE));
    pango_font_description_set_weight(font, face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, face.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);

    pango_layout_set_width(layout, static_cast<int>(std::max(width, 1.0) * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, alignment_of(face.side, leftward_));
    if (!out.links_.empty()) {
        PangoAttrList* attributes = underlined(out.links_);
        pango_layout_set_attributes(layout, attributes);
        pango_attr_list_unref(attributes);
    }
    pango_layout_set_text(layout, out.text_.data(), static_cast<int>(out.text_.size()));

    PangoLayoutIter* iter = pango_layout_get_iter(layout);
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(iter, nullptr, &box);
        const double extra = points(box.height) * (face.leading - 1);
        out.lines_.push_back({pango_layout_iter_get_line_readonly(iter), points(box.x),
                              points(pango_layout_iter_get_baseline(iter) - box.y) + extra / 2,
                              points(box.height) + extra, points(box.width)});
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
    return out;
}

}  // namespace homeward::printing
