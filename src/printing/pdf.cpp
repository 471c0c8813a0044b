#include <cairo-pdf.h>

#include <memory>
#include <stdexcept>

#include "printing/document.h"
#include "printing/pdf_blocks.h"
#include "printing/pdf_catalog.h"

namespace homeward::printing {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Canvas = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("printing: ") + cairo_status_to_string(status));
}

/// What setting it once without a canvas tells.
struct Measure {
    int pages = 0;
    double height = 0;  ///< of what stands on the last page
    double left = 0;    ///< room below that
};

Measure measure(const Type& type, const Document& document, double scale) {
    Sheet sheet(type, document, nullptr, 0);
    const double top = sheet.y();
    set_blocks(sheet, document, scale, nullptr);
    return {sheet.page(), sheet.y() - top, sheet.room()};
}

/// A framed document is one page: its letters become smaller until it is, down to half.
double fitting_scale(const Type& type, const Document& document) {
    if (!document.framed) return 1;
    double scale = 1;
    while (scale > 0.5 && measure(type, document, scale).pages > 1) scale -= 0.05;
    return scale;
}

void describe(cairo_surface_t* pdf, const Document& document, Instant made_at) {
    const std::string day = Instant{made_at.ms - made_at.ms % 1000}.str();
    const std::string date = day.substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, plain(document.title).c_str());
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, "Homeward");
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
}

std::string drawn(const Type& type, const Document& document, Instant made_at) {
    const double scale = fitting_scale(type, document);
    const Measure size = measure(type, document, scale);
    std::string out;
    const double across = 595.276, down = 841.89;
    Surface pdf(cairo_pdf_surface_create_for_stream(&append, &out, document.landscape ? down : across,
                                                    document.landscape ? across : down),
                &cairo_surface_destroy);
    describe(pdf.get(), document, made_at);
    Canvas canvas(cairo_create(pdf.get()), &cairo_destroy);
    Sheet sheet(type, document, canvas.get(), size.pages);
    if (document.framed && size.pages == 1) sheet.down(size.left / 2);
    set_blocks(sheet, document, scale, pdf.get());
    sheet.finish();
    check(cairo_status(canvas.get()));
    canvas.reset();
    cairo_surface_finish(pdf.get());
    check(cairo_surface_status(pdf.get()));
    return out;
}

}  // namespace

std::string to_pdf(const Document& document, Instant made_at) {
    const Type type(document.language);
    return with_language(drawn(type, document, made_at), document.language);
}

}  // namespace homeward::printing
