#include "printing/document.h"
namespace homeward::printing { std::string to_docx(const Document&, Instant) { return {}; } }
