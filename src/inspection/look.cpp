#include "inspection/look.h"

#include <array>

#include "base/text.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;

enum class Shape { pdf, png, jpeg, zip, compound, other };

Shape shape_of(std::string_view bytes) {
    constexpr std::pair<std::string_view, Shape> starts[] = {
        {"%PDF-"sv, Shape::pdf}, {"\x89PNG\r\n\x1A\n"sv, Shape::png}, {"\xFF\xD8\xFF"sv, Shape::jpeg},
        {"PK\x03\x04"sv, Shape::zip}, {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Shape::compound},
    };
    for (const auto& [start, shape] : starts) {
        if (bytes.starts_with(start)) return shape;
    }
    return Shape::other;
}

std::string_view kind_of_ending(std::string_view ending) {
    constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"pdf", "pdf"}, {"docx", "docx"}, {"xlsx", "xlsx"}, {"pptx", "pptx"}, {"png", "png"},
        {"jpg", "jpeg"}, {"jpeg", "jpeg"}, {"txt", "text"}, {"md", "text"}, {"csv", "text"},
    };
    for (const auto& [known, kind] : kinds) {
        if (known == ending) return kind;
    }
    return {};
}

/// An office file under a password is a compound file with a stream of this name, in UTF-16 ([MS-OFFCRYPTO] 2.3.4.4).
bool holds_encrypted_package(std::string_view bytes) {
    std::string name;
    for (const char c : "EncryptedPackage"sv) name += {c, '\0'};
    return bytes.find(name) != std::string_view::npos;
}

bool is_office(std::string_view kind) { return kind == "docx" || kind == "xlsx" || kind == "pptx"; }

Result<Found> look_as(std::string_view kind, std::string_view bytes) {
    const auto shape = shape_of(bytes);
    if (is_office(kind) && shape == Shape::compound && holds_encrypted_package(bytes)) return refuse("encrypted");
    if (is_office(kind) && shape == Shape::zip) return look_into_office(bytes);
    if (kind == "pdf" && shape == Shape::pdf) return look_into_pdf(bytes);
    if (kind == "png" && shape == Shape::png) return look_into_png(bytes);
    if (kind == "jpeg" && shape == Shape::jpeg) return look_into_jpeg(bytes);
    if (kind == "text" && shape == Shape::other) return look_into_text(bytes);
    return refuse("not_what_it_says");
}

}  // namespace

Error refuse(std::string_view reason) { return invalid("file." + std::string(reason)); }

Done check_points(std::uint64_t width, std::uint64_t height) {
    constexpr std::uint64_t longest = 30'000, most = 100'000'000;
    if (width == 0 || height == 0) return refuse("damaged");
    if (width > longest || height > longest || width * height > most) return refuse("unpacks_too_large");
    return {};
}

bool ends_as_zip(std::string_view bytes) {
    // APPNOTE 4.3.16: the end record has 22 bytes and a comment, whose length stands in its last two.
    constexpr std::size_t record = 22, longest_comment = 65'535;
    const auto tail = bytes.substr(bytes.size() > record + longest_comment ? bytes.size() - record - longest_comment : 0);
    for (auto at = tail.find("PK\x05\x06"); at != std::string_view::npos; at = tail.find("PK\x05\x06", at + 1)) {
        if (at + record > tail.size()) return false;
        const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(tail[at + i])); };
        if (at + record + (byte(20) | byte(21) << 8) == tail.size()) return true;
    }
    return false;
}

Result<Found> look_into(std::string_view bytes, std::string_view ending) {
    const auto kind = kind_of_ending(ending);
    if (kind.empty()) return refuse("kind");
    auto found = TRY(look_as(kind, bytes));
    if (found.kind != kind) return refuse("not_what_it_says");
    return found;
}

Result<Found> look_into_text(std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos) return refuse("not_what_it_says");
    if (!is_utf8(bytes)) return refuse("not_utf8");
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') return refuse("not_what_it_says");
    }
    // A page, a drawing, a program or a print file under a text's name.
    const auto start = trim(bytes.substr(0, 1024));
    const bool markup = start.size() > 1 && start[0] == '<' && (start[1] == '!' || start[1] == '?' || ((start[1] | 32) >= 'a' && (start[1] | 32) <= 'z'));
    if (markup || start.starts_with("#!") || start.starts_with("%!PS") || start.starts_with("{\\rtf")) return refuse("not_what_it_says");
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos || ends_as_zip(bytes)) return refuse("not_what_it_says");
    return Found{"text", std::string(bytes)};
}

}  // namespace homeward::inspection
