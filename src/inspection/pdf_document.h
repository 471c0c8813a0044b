#pragma once
// What qpdf says of a PDF. Its headers are C++17 (clang 19 does not read them as C++20), and so are the two sources
// behind this one, which therefore speak in plain types.

#include <optional>
#include <string>
#include <string_view>

class QPDFObjectHandle;

namespace homeward::inspection {

/// reason    why it is refused, as in look.h: encrypted, script, external, unpacks_too_large, damaged; empty when it is not
/// anew      only what is in use, written anew, when others might understand the file differently than we did
struct PdfVerdict {
    std::string reason;
    std::optional<std::string> anew = {};
};

/// whole    nothing stands behind the end of the file
PdfVerdict judge_pdf(std::string_view bytes, bool whole);

/// Looks into one object and what stands in it directly, for what would do more than show. Whoever has every object
/// of a file looked into, those of object streams too, misses none: what an object refers to is another object.
/// returns   script, external, damaged, or nothing
/// source    ISO 32000-2, 12.6 (actions), 7.11.4 (embedded files), 12.7.8 (XFA), 13 (multimedia)
std::string_view judge_object(const QPDFObjectHandle& object);

}  // namespace homeward::inspection
