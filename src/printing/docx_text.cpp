#include "printing/docx_text.h"

#include <algorithm>

#include "printing/plain_text.h"

namespace homeward::printing {

namespace {

// Word refuses packages with longer ones.
constexpr std::size_t longest_address = 2000;

std::string run_of(std::string_view text, std::string_view properties) {
    std::string out = "<w:r>";
    if (!properties.empty()) out.append("<w:rPr>").append(properties).append("</w:rPr>");
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\n\t"), text.size());
        if (end > 0) out.append("<w:t xml:space=\"preserve\">").append(escaped(text.substr(0, end))).append("</w:t>");
        if (end == text.size()) break;
        out += text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
        text.remove_prefix(end + 1);
    }
    return out + "</w:r>";
}

std::string properties_of(const ParagraphLook& look) {
    std::string out;
    if (!look.style.empty()) out.append("<w:pStyle w:val=\"").append(look.style).append("\"/>");
    if (look.list) out += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + std::to_string(look.list) + "\"/></w:numPr>";
    if (look.leftward) out += "<w:bidi/>";
    if (!look.align.empty()) out.append("<w:jc w:val=\"").append(look.align).append("\"/>");
    return out.empty() ? out : "<w:pPr>" + out + "</w:pPr>";
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : plain(text)) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

std::string Relations::link_id(const std::string& address) {
    const auto found = std::find(links.begin(), links.end(), address);
    const auto index = found - links.begin();
    if (found == links.end()) links.push_back(address);
    return "link" + std::to_string(index + 1);
}

std::string Relations::picture_id(std::string png) {
    pictures.push_back(std::move(png));
    return "picture" + std::to_string(pictures.size());
}

std::string docx_paragraph(std::string_view raw, const ParagraphLook& look, Relations& relations) {
    const std::string text = plain(raw);
    const std::string_view view = text;
    const std::string run = std::string(look.bold ? "<w:b/><w:bCs/>" : "") + (look.leftward ? "<w:rtl/>" : "");
    std::string out = "<w:p>" + properties_of(look);
    std::size_t from = 0;
    for (const Link& link : links_of(view)) {
        if (link.to - link.from > longest_address) continue;
        if (link.from > from) out += run_of(view.substr(from, link.from - from), run);
        const std::string address = text.substr(link.from, link.to - link.from);
        out += "<w:hyperlink r:id=\"" + relations.link_id(address) + "\">" +
               run_of(address, "<w:rStyle w:val=\"Hyperlink\"/>") + "</w:hyperlink>";
        from = link.to;
    }
    if (from < view.size()) out += run_of(view.substr(from), run);
    return out + "</w:p>";
}

}  // namespace homeward::printing
