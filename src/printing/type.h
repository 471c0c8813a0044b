#pragma once
// Letters: texts set in lines of a width. The one place that speaks to pango.

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "printing/plain_text.h"

namespace homeward::printing {

struct Colour {
    double red = 0, green = 0, blue = 0;
};
constexpr Colour ink_colour{0.10, 0.12, 0.14};
constexpr Colour quiet_colour{0.32, 0.36, 0.40};
constexpr Colour accent_colour{0.07, 0.32, 0.36};
constexpr Colour line_colour{0.72, 0.75, 0.78};
constexpr Colour wash_colour{0.94, 0.95, 0.96};

enum class Side { start, centre, end };

/// size      in points
/// leading   height of a line, as a share of what the letters need
struct Face {
    double size = 10;
    bool bold = false;
    bool italic = false;
    Colour colour = ink_colour;
    Side side = Side::start;
    double leading = 1.06;
};

/// A text set in lines; owns its layout.
class Text {
public:
    struct Line {
        PangoLayoutLine* line = nullptr;
        double x = 0;         ///< from the left edge of the text's width
        double baseline = 0;  ///< from the top of the line
        double height = 0;
        double width = 0;
    };

    const std::vector<Line>& lines() const { return lines_; }
    double height() const;
    /// Height of the lines from `first` on, `count` of them.
    double height_of(std::size_t first, std::size_t count) const;
    double widest() const;
    /// Draws one line with its top at (x, y); addresses in it can be clicked.
    void draw(cairo_t* to, std::size_t line, double x, double y) const;
    /// Draws all of it.
    void draw_all(cairo_t* to, double x, double y) const;

private:
    friend class Type;
    struct Release {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    void tag_links(cairo_t* to, const Line& line, double x, double y) const;

    std::unique_ptr<PangoLayout, Release> layout_;
    std::vector<Line> lines_;
    std::vector<Link> links_;
    std::string text_;
    Colour colour_;
};

/// The fonts of a document in its language.
class Type {
public:
    /// Throws std::runtime_error when no font of ours can be had.
    explicit Type(std::string_view language);

    /// width   in points
    Text set(std::string_view text, const Face& face, double width) const;
    bool leftward() const { return leftward_; }
    const std::string& language() const { return language_; }

private:
    struct Release {
        void operator()(void* object) const { g_object_unref(object); }
    };
    std::unique_ptr<PangoFontMap, Release> fonts_;
    std::unique_ptr<PangoContext, Release> context_;
    std::string language_;
    bool leftward_ = false;
};

}  // namespace homeward::printing
