#pragma once
// One XML part of an office file: what it says, and what in it would do more than say.

#include <string>
#include <string_view>

#include "tabular/xml_pull.h"

namespace homeward::inspection {

/// What a part is for. The words of `document`, `strings`, `sheet` and `slide` are text for the search.
enum class PartRole { types, relations, document, strings, sheet, slide, other };

/// Reads a part whole.
///
/// text      what it says is appended, a line for each paragraph
/// kind      by `types`: docx, xlsx, pptx; unchanged by other parts
/// errors    script, external, unpacks_too_large, damaged
Done read_part(tabular::ZipPart part, PartRole role, const tabular::Limits& limits, std::string& text, std::string& kind);

/// As inspection says it: `file.zip_bomb` of the reader becomes `file.unpacks_too_large`.
Error reason_of(const Error& of_reader);

}  // namespace homeward::inspection
