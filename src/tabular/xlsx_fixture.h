#pragma once
// Test helper: zip and XLSX files made in memory, with whatever a hostile one needs.

#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace homeward::tabular::fixture {

/// A zip file of (name, content).
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t failure;
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &failure);
    zip_source_keep(memory);
    zip_t* zip = zip_open_from_source(memory, ZIP_TRUNCATE, &failure);
    if (!zip) throw std::runtime_error("no zip in memory");
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
        const auto index = zip_file_add(zip, name.c_str(), source, ZIP_FL_OVERWRITE);
        if (index < 0) throw std::runtime_error("no part");
        zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
    }
    if (zip_close(zip) != 0) throw std::runtime_error("not closed");
    zip_stat_t stat;
    zip_source_stat(memory, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(memory);
    zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

/// What stands in the parts of a small XLSX file; each may be replaced by something hostile.
struct Workbook {
    std::string workbook_attributes;  ///< inside <workbookPr …/>
    std::vector<std::pair<std::string, std::string>> sheets;  ///< name, content of <worksheet>
    std::string strings;    ///< content of <sst>
    std::string styles;     ///< content of <styleSheet>
    std::string prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";  ///< of the sheets and strings
    std::vector<std::pair<std::string, std::string>> more;  ///< further parts
    std::string hidden_sheet;  ///< name of the sheet that is hidden
};

inline std::string bytes_of(const Workbook& workbook) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    std::string sheets;
    std::string relations = "<Relationship Id=\"s\" Type=\"" + relation + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                            "<Relationship Id=\"f\" Type=\"" + relation + "/styles\" Target=\"/xl/styles.xml\"/>";
    auto parts = workbook.more;
    int number = 0;
    for (const auto& [name, content] : workbook.sheets) {
        const std::string id = std::to_string(++number);
        sheets += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"" +
                  (name == workbook.hidden_sheet ? " state=\"hidden\"" : "") + "/>";
        relations += "<Relationship Id=\"rId" + id + "\" Type=\"" + relation + "/worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + id + ".xml",
                           workbook.prolog + "<worksheet xmlns=\"" + main + "\">" + content + "</worksheet>");
    }
    parts.emplace_back("_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + relation +
                                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package + "\">" + relations + "</Relationships>");
    parts.emplace_back("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relation + "\"><workbookPr " +
                                              workbook.workbook_attributes + "/><sheets>" + sheets + "</sheets></workbook>");
    parts.emplace_back("xl/sharedStrings.xml", workbook.prolog + "<sst xmlns=\"" + main + "\">" + workbook.strings + "</sst>");
    parts.emplace_back("xl/styles.xml", "<styleSheet xmlns=\"" + main + "\">" + workbook.styles + "</styleSheet>");
    return zip_of(parts);
}

/// A workbook of one sheet.
inline std::string one_sheet(const std::string& content, const std::string& strings = {}, const std::string& styles = {}) {
    Workbook workbook;
    workbook.sheets = {{"List", content}};
    workbook.strings = strings;
    workbook.styles = styles;
    return bytes_of(workbook);
}

}  // namespace homeward::tabular::fixture
