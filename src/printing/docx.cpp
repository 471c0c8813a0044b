#include "printing/document.h"
#include "printing/docx_body.h"
#include "printing/docx_parts.h"
#include "tabular/zip_stream.h"

namespace homeward::printing {

std::string to_docx(const Document& document, Instant made_at) {
    const Type type(document.language);
    Relations relations;
    std::string text(docx_xml_head);
    text.append("<w:document").append(docx_namespaces).append("><w:body>");
    text += docx_body(document, type, relations);
    text += docx_section(document) + "</w:body></w:document>";

    std::string out;
    tabular::ZipStream zip(out);
    zip.add("[Content_Types].xml", docx_content_types());
    zip.add("_rels/.rels", docx_package_relations());
    zip.add("docProps/core.xml", docx_core(document, made_at));
    zip.add("word/document.xml", text);
    zip.add("word/_rels/document.xml.rels", docx_relations(relations));
    zip.add("word/styles.xml", docx_styles(document));
    zip.add("word/settings.xml", docx_settings(document));
    zip.add("word/numbering.xml", docx_numbering(relations.numbered_lists));
    zip.add("word/header1.xml", docx_header(document));
    zip.add("word/footer1.xml", docx_footer(document));
    for (std::size_t i = 0; i < relations.pictures.size(); ++i) {
        zip.add("word/media/picture" + std::to_string(i + 1) + ".png", relations.pictures[i]);
    }
    zip.finish();
    return out;
}

}  // namespace homeward::printing
