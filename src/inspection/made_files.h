#pragma once
// Files for the tests, honest and hostile, made here so that a reader sees what is in them.

#include <zlib.h>

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tabular/zip_stream.h"

namespace homeward::inspection {

using namespace std::string_view_literals;

inline std::string fixture(const std::string& name) {
    std::ifstream file(std::string(HOMEWARD_ROOT) + "/tests/data/files/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string deflated(std::string_view bytes) {
    std::string packed(compressBound(bytes.size()), '\0');
    uLongf size = packed.size();
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    packed.resize(size);
    return packed;
}

// --- PDF ---------------------------------------------------------------------------------------------------

inline std::string stream_of(const std::string& dictionary, const std::string& content) {
    return "<< /Length " + std::to_string(content.size()) + " " + dictionary + " >>\nstream\n" + content + "\nendstream";
}

/// One empty page. `catalog` is added to the catalog; `more` are the objects from 4 on.
inline std::string a_pdf(const std::string& catalog = "", const std::vector<std::string>& more = {}, const std::string& page = "") {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] " + page + " >>"};
    objects.insert(objects.end(), more.begin(), more.end());
    std::string file = "%PDF-1.5\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const auto at = std::to_string(file.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto start = file.size(), size = objects.size() + 1;
    return file + "xref\n0 " + std::to_string(size) + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + std::to_string(size) +
           " /Root 1 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

/// The same page, its objects packed into an object stream, where a search for words finds nothing.
inline std::string a_packed_pdf(const std::string& catalog, const std::string& fourth) {
    const std::string objects[] = {"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                   "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>", fourth};
    std::string head, body;
    for (int i = 0; i < 4; ++i) {
        head += std::to_string(i + 1) + " " + std::to_string(body.size()) + " ";
        body += objects[i] + " ";
    }
    std::string file = "%PDF-1.5\n";
    const auto objects_at = file.size();
    file += "5 0 obj\n" + stream_of("/Type /ObjStm /N 4 /First " + std::to_string(head.size()) + " /Filter /FlateDecode", deflated(head + body)) + "\nendobj\n";
    const auto table_at = file.size();
    std::string table;
    const auto entry = [&](int kind, std::size_t where, int index) { table += {static_cast<char>(kind), static_cast<char>(where >> 8), static_cast<char>(where), static_cast<char>(index)}; };
    entry(0, 0, 0);
    for (int i = 0; i < 4; ++i) entry(2, 5, i);
    entry(1, objects_at, 0);
    entry(1, table_at, 0);
    return file + "6 0 obj\n" + stream_of("/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode", deflated(table)) + "\nendobj\nstartxref\n" +
           std::to_string(table_at) + "\n%%EOF\n";
}

// --- office files ------------------------------------------------------------------------------------------

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const Parts& parts) {
    std::string file;
    tabular::ZipStream zip(file);
    for (const auto& [name, content] : parts) zip.add(name, content);
    zip.finish();
    return file;
}

inline std::string content_types(const std::string& main, const std::string& more = "") {
    return "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
           "<Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument." + main + ".main+xml\"/>" + more + "</Types>";
}

inline std::string relations(const std::string& inside) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside + "</Relationships>";
}
/// `type` is the end of the relation's name.
inline std::string relation(const std::string& type, const std::string& target, bool external) {
    return "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" + target + "\"" +
           (external ? " TargetMode=\"External\"" : "") + "/>";
}

/// A document of this body, with further parts.
inline std::string a_docx(const std::string& body = "<w:p><w:r><w:t>Family unity</w:t></w:r></w:p>", const Parts& more = {}, const std::string& types = "") {
    Parts parts{{"[Content_Types].xml", content_types("wordprocessingml.document", types)},
                {"_rels/.rels", relations(relation("officeDocument", "word/document.xml", false))},
                {"word/document.xml", "<w:document xmlns:w=\"urn:w\" xmlns:r=\"urn:r\"><w:body>" + body + "</w:body></w:document>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

inline std::string an_xlsx(const std::string& cells = "", const Parts& more = {}) {
    Parts parts{{"[Content_Types].xml", content_types("spreadsheetml.sheet")},
                {"xl/sharedStrings.xml", "<sst><si><t>Housing</t></si><si><r><t>Edu</t></r><r><t>cation</t></r></si></sst>"},
                {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>" + cells + "</row></sheetData></worksheet>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

// --- pictures ----------------------------------------------------------------------------------------------

inline std::string four(std::size_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
}
inline std::string chunk(const std::string& type, const std::string& data) {
    const auto body = type + data;
    return four(data.size()) + body + four(crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<unsigned>(body.size())));
}
/// Grey points, 8 bits each. `points` as they are packed; `before` are chunks after the header.
inline std::string a_png(std::size_t width, std::size_t height, const std::string& points, const std::string& before = "", const std::string& after = "") {
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", four(width) + four(height) + std::string("\x08\0\0\0\0"sv)) + before + chunk("IDAT", deflated(points)) + chunk("IEND", "") + after;
}
inline std::string grey(std::size_t width, std::size_t height) {
    std::string points;
    for (std::size_t i = 0; i < height; ++i) points += std::string(1, '\0') + std::string(width, 'g');
    return points;
}

/// The picture of the fixtures as a camera would send it: turned, with place and time.
inline std::string a_photo(char orientation = 6) {
    const auto plain = fixture("picture.jpeg");
    std::string tiff("II*\0\x08\0\0\0\x03\0"sv);
    tiff += "\x0F\x01\x02\0\x0A\0\0\0\x32\0\0\0"sv;                                  // make
    tiff += "\x12\x01\x03\0\x01\0\0\0"sv, tiff += {orientation, 0, 0, 0};             // orientation
    tiff += "\x25\x88\x04\0\x01\0\0\0\x3C\0\0\0"sv;                                  // place
    tiff += "\0\0\0\0"sv, tiff += "SOMECAMERA"sv;
    tiff += "\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0"sv;                          // north
    const auto segment = [](char marker, const std::string& data) {
        return std::string{'\xFF', marker, static_cast<char>((data.size() + 2) >> 8), static_cast<char>(data.size() + 2)} + data;
    };
    return plain.substr(0, 20) + segment('\xE1', "Exif" + std::string(2, '\0') + tiff) + segment('\xE1', "http://ns.adobe.com/xap/1.0/" + std::string(1, '\0') + "<x:xmpmeta>41.311 69.279</x:xmpmeta>") +
           segment('\xFE', "taken at the shelter") + plain.substr(20) + "PK-like bytes behind the end";
}

}  // namespace homeward::inspection
