#pragma once
// What a file of somebody's making really is, and whether it may be taken. Runs in a process of its own
// (apps/inspect): nothing here is called where secrets are.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace homeward::inspection {

/// A file that may be taken.
///
/// kind      pdf, docx, xlsx, pptx, png, jpeg, text
/// text      what it says, for the search; a PDF's is asked of another program
/// content   to keep in the place of what came; nothing when it is kept as it came
struct Found {
    std::string kind;
    std::string text;
    std::optional<std::string> content = {};
};

/// ending    of the file's name, without its dot, in lower case
/// errors    invalid `file.<reason>`:
///           kind                not one that we take
///           not_what_it_says    its content is of another kind than its name, or of two kinds at once
///           not_utf8            a text in another encoding
///           encrypted           under a password
///           script              scripts, macros, programs that it would start, files inside it
///           external            it would fetch something from elsewhere when opened
///           unpacks_too_large   a small file that becomes a huge one, or a picture of too many points
///           damaged             truncated or contradicting itself
Result<Found> look_into(std::string_view bytes, std::string_view ending);

constexpr std::size_t kMostText = 2'000'000;  ///< code points

// --- by kind -----------------------------------------------------------------------------------------------

Result<Found> look_into_pdf(std::string_view bytes);
/// depth   0 for the file itself, 1 for a sheet inside a presentation
Result<Found> look_into_office(std::string_view bytes, int depth = 0);
Result<Found> look_into_png(std::string_view bytes);
Result<Found> look_into_jpeg(std::string_view bytes);
Result<Found> look_into_text(std::string_view bytes);

/// invalid `file.<reason>`
Error refuse(std::string_view reason);
/// The picture's width and height, in points.
/// errors    unpacks_too_large when it takes too much room unpacked, damaged when there is none
Done check_points(std::uint64_t width, std::uint64_t height);
/// Whether a zip file ends where these bytes end: what is a PDF to one program is then an archive to another.
bool ends_as_zip(std::string_view bytes);

}  // namespace homeward::inspection
