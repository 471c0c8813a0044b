#include "printing/docx_parts.h"

namespace homeward::printing {

namespace {

/// kind        paragraph, character, table
/// paragraph   content of <w:pPr>
/// run         content of <w:rPr>
std::string style(std::string_view kind, std::string_view id, std::string_view name, std::string_view based_on,
                  std::string_view paragraph, std::string_view run) {
    std::string out = "<w:style w:type=\"";
    out.append(kind).append("\" w:styleId=\"").append(id).append("\"><w:name w:val=\"").append(name).append("\"/>");
    if (!based_on.empty()) out.append("<w:basedOn w:val=\"").append(based_on).append("\"/>");
    out += "<w:qFormat/>";
    if (!paragraph.empty()) out.append("<w:pPr>").append(paragraph).append("</w:pPr>");
    if (!run.empty()) out.append("<w:rPr>").append(run).append("</w:rPr>");
    return out + "</w:style>";
}

std::string heading(int level, std::string_view before, std::string_view half_points, std::string_view colour) {
    const std::string number = std::to_string(level);
    std::string paragraph = "<w:keepNext/><w:keepLines/><w:spacing w:before=\"";
    paragraph.append(before).append("\" w:after=\"100\"/><w:outlineLvl w:val=\"" + std::to_string(level - 1) + "\"/>");
    std::string run = "<w:b/><w:bCs/><w:color w:val=\"";
    run.append(colour).append("\"/><w:sz w:val=\"").append(half_points).append("\"/><w:szCs w:val=\"").append(half_points).append("\"/>");
    return style("paragraph", "Heading" + number, "heading " + number, "Normal", paragraph, run);
}

std::string table(std::string_view id, std::string_view borders) {
    std::string out = "<w:style w:type=\"table\" w:styleId=\"";
    out.append(id).append("\"><w:name w:val=\"").append(id).append("\"/><w:tblPr><w:tblBorders>").append(borders);
    return out.append("</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>"
                      "<w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
}

constexpr std::string_view quiet = "<w:color w:val=\"525C66\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>";

}  // namespace

std::string docx_styles(const Document& document) {
    std::string out(docx_xml_head);
    out.append("<w:styles").append(docx_namespaces).append(">");
    out += "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Noto Sans\" w:hAnsi=\"Noto Sans\" w:eastAsia=\"Noto Sans\""
           " w:cs=\"Noto Sans Arabic\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"" + escaped(document.language) +
           "\" w:bidi=\"" + escaped(document.language) + "\"/></w:rPr></w:rPrDefault>"
           "<w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>";
    out += "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>";
    out += heading(1, "320", "34", "12525C") + heading(2, "240", "26", "12525C") + heading(3, "160", "22", "1A1F24");
    out += style("paragraph", "Title", "Title", "Normal", "<w:jc w:val=\"center\"/>", "<w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>");
    out += style("paragraph", "Small", "Small", "Normal", "", quiet);
    out += style("paragraph", "Edge", "Edge", "Normal", "<w:spacing w:after=\"0\"/>", quiet);
    out += style("paragraph", "Quote", "Quote", "Normal", "<w:ind w:left=\"320\" w:right=\"320\"/>", "<w:i/><w:iCs/>");
    out += style("paragraph", "Caption", "caption", "Normal", "<w:keepNext/><w:spacing w:after=\"80\"/>", "<w:b/><w:bCs/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>");
    out += style("paragraph", "ListParagraph", "List Paragraph", "Normal", "<w:spacing w:after=\"60\"/>", "");
    out += style("paragraph", "TableText", "Table Text", "Normal", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
    out += style("paragraph", "AfterTable", "After Table", "Normal", "<w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/>", "");
    out += style("character", "Hyperlink", "Hyperlink", "", "", "<w:color w:val=\"12525C\"/><w:u w:val=\"single\"/>");
    out += table("Plain", "");
    out += table("Ruled", "<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"12525C\"/>"
                          "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8BFC7\"/>"
                          "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8BFC7\"/>");
    return out + "</w:styles>";
}

}  // namespace homeward::printing
