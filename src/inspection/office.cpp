#include <algorithm>
#include <array>
#include <set>

#include "inspection/look.h"
#include "inspection/office_part.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;
using tabular::ZipParts;

tabular::Limits limits() {
    tabular::Limits limits;
    limits.zip_entries = 5'000;
    limits.unpacked_bytes = 256u << 20;
    limits.markup_depth = 256;  // tables in tables in text boxes
    return limits;
}

std::string lower(std::string_view name) {
    std::string small(name);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
    }
    return small;
}

std::string_view ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

/// Names are unique whatever their case, and stay inside the file (ECMA-376-2, 6.2.2).
Done check_names(const std::vector<std::string>& names) {
    std::set<std::string> seen;
    for (const auto& name : names) {
        const bool leaves = name.starts_with('/') || name.find('\\') != std::string::npos || ("/" + name + "/").find("/../") != std::string::npos;
        if (name.empty() || leaves || !seen.insert(lower(name)).second) return refuse("damaged");
    }
    return {};
}

/// What a part's name tells; empty when it may be looked into.
std::string_view judge_name(std::string_view name) {
    constexpr std::array active{"vbaproject"sv, "vbadata"sv, "/activex/"sv, "oleobject"sv, "/webextensions/"sv, "/macrosheets/"sv, "/dialogsheets/"sv, "customui"sv};
    if (std::ranges::any_of(active, [&](std::string_view word) { return name.find(word) != std::string_view::npos; })) return "script";
    constexpr std::array loading{"/externallinks/"sv, "/querytables/"sv, "xl/connections.xml"sv};
    if (std::ranges::any_of(loading, [&](std::string_view word) { return name.find(word) != std::string_view::npos; })) return "external";
    return {};
}

bool is_markup(std::string_view name) {
    const auto ending = ending_of(name);
    return ending == "xml" || ending == "rels" || ending == "vml" || ending == "svg";
}

/// Pictures, sounds and letters that office programs only show; what a printer was set to.
bool is_harmless(std::string_view name) {
    constexpr std::array endings{"png"sv, "jpg"sv, "jpeg"sv, "gif"sv, "bmp"sv, "tif"sv, "tiff"sv, "emf"sv, "wmf"sv, "wdp"sv, "ico"sv,
                                 "odttf"sv, "fntdata"sv, "mp3"sv, "mp4"sv, "m4a"sv, "wav"sv};
    if (std::ranges::find(endings, ending_of(name)) != endings.end()) return true;
    return name.find("/printersettings/") != std::string_view::npos && ending_of(name) == "bin";
}

PartRole role_of(std::string_view name) {
    if (name == "[content_types].xml") return PartRole::types;
    if (name.ends_with(".rels")) return PartRole::relations;
    if (name == "word/document.xml" || name.starts_with("word/footnotes") || name.starts_with("word/endnotes") || name.starts_with("word/header") ||
        name.starts_with("word/footer")) return PartRole::document;
    if (name.starts_with("xl/sharedstrings")) return PartRole::strings;
    if (name.starts_with("xl/worksheets/")) return PartRole::sheet;
    if (name.starts_with("ppt/slides/") || name.starts_with("ppt/notesslides/")) return PartRole::slide;
    return PartRole::other;
}

/// Slides in the order of their numbers: slide2 before slide10.
bool stands_before(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

Result<std::string> unpacked(tabular::ZipPart part, bool keep) {
    std::string content, room(64 * 1024, '\0');
    for (;;) {
        const auto got = part.read(room.data(), room.size());
        if (!got) return reason_of(got.error());
        if (*got == 0) return content;
        if (keep) content.append(room, 0, *got);
    }
}

/// The sheet behind a chart is an office file in the file, and is looked into as one. Nothing else may be in it.
Done look_within(std::string_view content, std::string_view name, int depth) {
    if (depth > 0) return refuse("script");
    const auto inner = TRY(look_into_office(content, depth + 1));
    if (inner.kind != ending_of(name)) return refuse("script");
    return {};
}

Done read_other(ZipParts& zip, const std::string& name, int depth) {
    const auto small = lower(name);
    const auto ending = ending_of(small);
    const bool office = ending == "docx" || ending == "xlsx" || ending == "pptx";
    if (!office && !is_harmless(small)) return refuse("script");
    auto part = zip.part(name);
    if (!part) return reason_of(part.error());
    const auto content = TRY(unpacked(std::move(*part), office));
    return office ? look_within(content, small, depth) : Done();
}

/// One file for a program that reads from the front, and another for one that reads from the end.
Done check_frame(std::string_view bytes) {
    if (bytes.size() < 22 || bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return refuse("not_what_it_says");
    const auto end = bytes.substr(bytes.size() - 22);
    if (bytes.rfind("PK\x05\x06") == std::string_view::npos) return refuse("damaged");
    if (!end.starts_with("PK\x05\x06") || !end.ends_with("\0\0"sv)) return refuse("not_what_it_says");
    return {};
}

}  // namespace

Result<Found> look_into_office(std::string_view bytes, int depth) {
    TRY(check_frame(bytes));
    auto zip = ZipParts::open(bytes, limits());
    if (!zip) return reason_of(zip.error());
    auto names = (*zip)->names();
    TRY(check_names(names));
    std::ranges::sort(names, stands_before);
    Found found;
    if (!(*zip)->has("[Content_Types].xml")) return refuse("not_what_it_says");
    for (const auto& name : names) {
        const auto small = lower(name);
        if (name.ends_with('/')) continue;
        if (const auto reason = judge_name(small); !reason.empty()) return refuse(reason);
        if (!is_markup(small)) {
            TRY(read_other(**zip, name, depth));
            continue;
        }
        auto part = (*zip)->part(name);
        if (!part) return reason_of(part.error());
        TRY(read_part(std::move(*part), role_of(small), limits(), found.text, found.kind));
    }
    if (found.kind.empty()) return refuse("not_what_it_says");
    return found;
}

}  // namespace homeward::inspection
