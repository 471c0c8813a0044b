#include "tabular/sniff.h"

#include "base/text.h"
#include "tabular/file_reasons.h"

namespace homeward::tabular {

namespace {

using namespace std::string_view_literals;

constexpr auto compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

struct Signature {
    std::string_view start;
    std::string_view reason;
};

// Common files that people send by mistake. Anything else is tried as CSV.
constexpr Signature signatures[] = {
    {"%PDF-"sv, "is_pdf"},          {"{\\rtf"sv, "is_binary"},      {"\x1F\x8B"sv, "is_archive"},
    {"7z\xBC\xAF\x27\x1C"sv, "is_archive"}, {"Rar!\x1A\x07"sv, "is_archive"}, {"\xFD" "7zXZ\0"sv, "is_archive"},
    {"BZh9"sv, "is_archive"},       {"\x89PNG\r\n"sv, "is_binary"}, {"\xFF\xD8\xFF"sv, "is_binary"},
    {"GIF8"sv, "is_binary"},        {"\x7F" "ELF"sv, "is_binary"},  {"SQLite format 3\0"sv, "is_binary"},
};

bool is_markup(std::string_view text) {
    const auto start = trim(text.substr(0, 512));
    if (!start.starts_with('<') || start.size() < 2) return false;
    return start[1] == '?' || start[1] == '!' || (start[1] >= 'A' && start[1] <= 'Z') || (start[1] >= 'a' && start[1] <= 'z');
}

/// A password-protected XLSX is a compound file with a stream of this name, in UTF-16.
bool holds_encrypted_package(std::string_view bytes) {
    std::string name;
    for (const char c : "EncryptedPackage"sv) name += {c, '\0'};
    return bytes.find(name) != std::string_view::npos;
}

}  // namespace

Result<Format> sniff(std::string_view bytes) {
    if (trim(bytes.substr(0, 4096)).empty() && trim(bytes).empty()) return refused("empty");
    if (looks_like_xlsx(bytes)) return Format::xlsx;
    if (bytes.starts_with(compound_file)) return refused(holds_encrypted_package(bytes) ? "encrypted" : "old_excel");
    for (const auto& [start, reason] : signatures) {
        if (bytes.starts_with(start)) return refused(reason);
    }
    if (is_markup(bytes)) return refused("is_markup");
    return Format::csv;
}

bool looks_like_xlsx(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

}  // namespace homeward::tabular
