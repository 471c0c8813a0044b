#include "inspection/look.h"
#include "inspection/pdf_document.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;

bool is_whole(std::string_view bytes) {
    const auto tail = bytes.substr(bytes.rfind("%%EOF") + 5);
    return tail.find_first_not_of("\r\n\t \0"sv) == std::string_view::npos;
}

}  // namespace

Result<Found> look_into_pdf(std::string_view bytes) {
    // A file must be whole: its mark stands at the first byte, its end where the file ends.
    if (bytes.substr(bytes.size() > 2048 ? bytes.size() - 2048 : 0).find("%%EOF") == std::string_view::npos) return refuse("damaged");
    if (ends_as_zip(bytes)) return refuse("not_what_it_says");
    auto verdict = judge_pdf(bytes, is_whole(bytes));
    if (!verdict.reason.empty()) return refuse(verdict.reason);
    return Found{"pdf", {}, std::move(verdict.anew)};
}

}  // namespace homeward::inspection
