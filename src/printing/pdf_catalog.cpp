#include "printing/pdf_catalog.h"

// The C side of qpdf: its C++ headers do not compile with clang in C++20.
#include <qpdf/qpdf-c.h>

#include <memory>
#include <stdexcept>

namespace homeward::printing {

namespace {

struct Cleanup {
    void operator()(qpdf_data data) const { qpdf_cleanup(&data); }
};
using File = std::unique_ptr<std::remove_pointer_t<qpdf_data>, Cleanup>;

void check(qpdf_data file, QPDF_ERROR_CODE code) {
    if (!(code & QPDF_ERRORS)) return;
    const qpdf_error error = qpdf_get_error(file);
    throw std::runtime_error(std::string("printing: ") + (error ? qpdf_get_error_full_text(file, error) : "qpdf"));
}

}  // namespace

std::string with_language(const std::string& pdf, std::string_view language) {
    const File held(qpdf_init());
    qpdf_data file = held.get();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    check(file, qpdf_read_memory(file, "document", pdf.data(), pdf.size(), nullptr));
    const qpdf_oh catalog = qpdf_get_root(file);
    qpdf_oh_replace_key(file, catalog, "/Lang", qpdf_oh_new_unicode_string(file, std::string(language).c_str()));
    qpdf_oh_replace_key(file, catalog, "/ViewerPreferences", qpdf_oh_parse(file, "<< /DisplayDocTitle true >>"));
    check(file, qpdf_init_write_memory(file));
    qpdf_set_deterministic_ID(file, QPDF_TRUE);
    qpdf_set_object_stream_mode(file, qpdf_o_generate);
    check(file, qpdf_write(file));
    return {reinterpret_cast<const char*>(qpdf_get_buffer(file)), qpdf_get_buffer_length(file)};
}

}  // namespace homeward::printing
