#include "printing/docx_parts.h"

#include "printing/words.h"

namespace homeward::printing {

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

const std::string_view docx_xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string_view docx_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" OFFICE "\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

namespace {

std::string part(std::string_view root, const std::string& inside) {
    std::string out(docx_xml_head);
    out.append("<w:").append(root).append(docx_namespaces).append(">").append(inside);
    return out.append("</w:").append(root).append(">");
}

std::string field(std::string_view name) {
    std::string out = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> ";
    return out.append(name).append(" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                   "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

/// A header's or footer's text with its marking, as runs.
std::string edge_runs(std::string_view text) {
    const Marking marking = marking_of(text);
    std::string out;
    if (!marking.label.empty()) {
        out.append("<w:r><w:rPr><w:b/><w:bCs/><w:color w:val=\"").append(marking.colour);
        out.append("\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/></w:rPr><w:t xml:space=\"preserve\"> ");
        out.append(escaped(marking.label)).append(" </w:t></w:r>");
        if (!marking.rest.empty()) out += "<w:r><w:t xml:space=\"preserve\">  </w:t></w:r>";
    }
    return out + "<w:r><w:t xml:space=\"preserve\">" + escaped(marking.rest) + "</w:t></w:r>";
}

std::string relation(std::string_view id, std::string_view type, const std::string& target, bool outside = false) {
    std::string out = "<Relationship Id=\"";
    out.append(id).append("\" Type=\"" OFFICE "/").append(type).append("\" Target=\"").append(target).append("\"");
    return out.append(outside ? " TargetMode=\"External\"/>" : "/>");
}

std::string abstract_list(int number, std::string_view format, std::string_view text) {
    std::string out = "<w:abstractNum w:abstractNumId=\"" + std::to_string(number) +
                      "\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"";
    out.append(format).append("\"/><w:lvlText w:val=\"").append(text);
    return out.append("\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"440\" w:hanging=\"440\"/></w:pPr></w:lvl></w:abstractNum>");
}

}  // namespace

std::string docx_content_types() {
    std::string out(docx_xml_head);
    out += "<Types xmlns=\"" PACKAGE "content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
           "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
           "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>";
    for (const auto& [name, type] : {std::pair{"styles", "styles"}, {"settings", "settings"}, {"numbering", "numbering"},
                                     {"header1", "header"}, {"footer1", "footer"}}) {
        out.append("<Override PartName=\"/word/").append(name).append(".xml\" ContentType=\"" WORD_TYPE).append(type).append("+xml\"/>");
    }
    return out + "</Types>";
}

std::string docx_package_relations() {
    std::string out(docx_xml_head);
    out += "<Relationships xmlns=\"" PACKAGE "relationships\">" + relation("rId1", "officeDocument", "word/document.xml");
    return out + "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\""
                 " Target=\"docProps/core.xml\"/></Relationships>";
}

std::string docx_core(const Document& document, Instant made_at) {
    const std::string date = made_at.str().substr(0, 19) + "Z";
    std::string out(docx_xml_head);
    out += "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
    out += "<dc:title>" + escaped(document.title) + "</dc:title><dc:creator>Homeward</dc:creator><dc:language>" +
           escaped(document.language) + "</dc:language>";
    for (const std::string name : {"created", "modified"}) {
        out += "<dcterms:" + name + " xsi:type=\"dcterms:W3CDTF\">" + date + "</dcterms:" + name + ">";
    }
    return out + "</cp:coreProperties>";
}

std::string docx_settings(const Document& document) {
    return part("settings", "<w:themeFontLang w:val=\"" + escaped(document.language) + "\"/>");
}

std::string docx_numbering(int numbered_lists) {
    std::string inside = abstract_list(0, "bullet", "•") + abstract_list(1, "decimal", "%1.");
    inside += "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    for (int i = 0; i < numbered_lists; ++i) {
        inside += "<w:num w:numId=\"" + std::to_string(i + 2) + "\"><w:abstractNumId w:val=\"1\"/>"
                  "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
    }
    return part("numbering", inside);
}

std::string docx_header(const Document& document) {
    std::string inside = "<w:p><w:pPr><w:pStyle w:val=\"Edge\"/>";
    if (runs_leftward(document.language)) inside += "<w:bidi/>";
    if (document.framed) inside += "<w:jc w:val=\"center\"/>";
    else if (!marking_of(document.header).label.empty()) inside += "<w:jc w:val=\"right\"/>";
    return part("hdr", inside + "</w:pPr>" + edge_runs(document.header) + "</w:p>");
}

std::string docx_footer(const Document& document) {
    const bool leftward = runs_leftward(document.language);
    std::string inside = "<w:p><w:pPr><w:pStyle w:val=\"Edge\"/>";
    if (!document.framed) inside += std::string("<w:tabs><w:tab w:val=\"right\" w:pos=\"") + (document.landscape ? "14570" : "9638") + "\"/></w:tabs>";
    if (leftward) inside += "<w:bidi/>";
    if (document.framed) inside += "<w:jc w:val=\"center\"/>";
    inside += "</w:pPr>" + edge_runs(document.footer);
    if (!document.framed) {
        inside += "<w:r><w:tab/></w:r>" + field("PAGE") + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES");
    }
    return part("ftr", inside + "</w:p>");
}

std::string docx_relations(const Relations& relations) {
    std::string out(docx_xml_head);
    out += "<Relationships xmlns=\"" PACKAGE "relationships\">" + relation("styles", "styles", "styles.xml") +
           relation("settings", "settings", "settings.xml") + relation("numbering", "numbering", "numbering.xml") +
           relation("header", "header", "header1.xml") + relation("footer", "footer", "footer1.xml");
    for (std::size_t i = 0; i < relations.pictures.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        out += relation("picture" + number, "image", "media/picture" + number + ".png");
    }
    for (std::size_t i = 0; i < relations.links.size(); ++i) {
        out += relation("link" + std::to_string(i + 1), "hyperlink", escaped(relations.links[i]), true);
    }
    return out + "</Relationships>";
}

std::string docx_section(const Document& document) {
    std::string out = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>";
    out += document.landscape ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    out += "<w:pgMar w:top=\"1240\" w:right=\"1134\" w:bottom=\"1240\" w:left=\"1134\" w:header=\"640\" w:footer=\"640\" w:gutter=\"0\"/>";
    if (document.framed) {
        out += "<w:pgBorders w:offsetFrom=\"page\">";
        for (const std::string side : {"top", "left", "bottom", "right"}) {
            out += "<w:" + side + " w:val=\"double\" w:sz=\"12\" w:space=\"24\" w:color=\"12525C\"/>";
        }
        out += "</w:pgBorders><w:vAlign w:val=\"center\"/>";
    }
    if (runs_leftward(document.language)) out += "<w:bidi/>";
    return out + "</w:sectPr>";
}

}  // namespace homeward::printing
