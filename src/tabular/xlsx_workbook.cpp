#include "tabular/xlsx_workbook.h"

#include <charconv>

#include "base/text.h"
#include "tabular/file_reasons.h"
#include "tabular/number_format.h"
#include "tabular/xml_pull.h"

namespace homeward::tabular {

namespace {

struct Relationship {
    std::string type;  ///< the last word of its type, e.g. `worksheet`
    std::string target;
};

/// `target` as a path from the root of the zip file; `base` is the folder of the part that names it.
std::string resolve(std::string_view base, std::string_view target) {
    std::vector<std::string_view> steps;
    const auto walk = [&](std::string_view path) {
        for (const auto step : split(path, '/')) {
            if (step.empty() || step == ".") continue;
            if (step != "..") steps.push_back(step);
            else if (!steps.empty()) steps.pop_back();
        }
    };
    if (!target.starts_with('/')) walk(base);
    walk(target);
    std::string path;
    for (const auto step : steps) path += (path.empty() ? "" : "/") + std::string(step);
    return path;
}

class RelationshipsHandler final : public XmlHandler {
public:
    explicit RelationshipsHandler(std::string base) : base_(std::move(base)) {}
    std::map<std::string, Relationship> found;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        const auto type = attributes.get("Type");
        found[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                    resolve(base_, attributes.get("Target"))};
    }
    void end(std::string_view) override {}

private:
    std::string base_;
};

struct ListedSheet {
    std::string name;
    std::string relationship;
    bool hidden = false;
};

class WorkbookHandler final : public XmlHandler {
public:
    std::vector<ListedSheet> sheets;
    bool date_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const auto flag = attributes.get("date1904");
            date_1904 = flag == "1" || flag == "true" || flag == "on";
        } else if (name == "sheet") {
            const auto state = attributes.get("state");
            sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                              state == "hidden" || state == "veryHidden"});
        }
    }
    void end(std::string_view) override {}
};

class StylesHandler final : public XmlHandler {
public:
    explicit StylesHandler(std::size_t most) : most_(most) {}
    XmlPull* pull = nullptr;
    std::vector<bool> is_date;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") in_formats_ = true;
        if (name == "numFmt") add_number_format(attributes);
        if (name == "xf" && in_formats_) add_format(attributes);
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_formats_ = false;
    }

private:
    static int number(std::string_view text) {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    void add_number_format(const XmlAttributes& attributes) {
        if (number_formats_.size() >= most_) return pull->fail(over_limit("too_many_styles", most_));
        number_formats_[number(attributes.get("numFmtId"))] = is_date_format(attributes.get("formatCode"));
    }
    void add_format(const XmlAttributes& attributes) {
        if (is_date.size() >= most_) return pull->fail(over_limit("too_many_styles", most_));
        const int id = number(attributes.get("numFmtId"));
        const auto own = number_formats_.find(id);
        is_date.push_back(own != number_formats_.end() ? own->second : is_builtin_date_format(id));
    }

    std::size_t most_;
    std::map<int, bool> number_formats_;
    bool in_formats_ = false;
};

Done read_whole(ZipParts& zip, const std::string& part, XmlHandler& handler, const Limits& limits) {
    XmlPull pull(TRY(zip.part(part)), handler, limits);
    TRY(pull.run());
    return {};
}

std::string_view folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

std::string relationships_part(std::string_view part) {
    const auto folder = folder_of(part);
    const auto name = folder.empty() ? part : part.substr(folder.size() + 1);
    return (folder.empty() ? "" : std::string(folder) + "/") + "_rels/" + std::string(name) + ".rels";
}

/// The workbook's own part; an error that says what the zip file is instead.
Result<std::string> find_workbook(ZipParts& zip, const Limits& limits) {
    if (zip.has("content.xml") && zip.has("mimetype")) return refused("is_opendocument");
    if (zip.has("_rels/.rels")) {
        RelationshipsHandler handler("");
        TRY(read_whole(zip, "_rels/.rels", handler, limits));
        for (const auto& [id, relationship] : handler.found) {
            if (relationship.type != "officeDocument") continue;
            if (relationship.target.ends_with(".bin")) return refused("is_binary_workbook");
            if (zip.has(relationship.target) && relationship.target.find("xl") != std::string::npos) return relationship.target;
        }
    }
    if (zip.has("xl/workbook.xml")) return std::string("xl/workbook.xml");
    return refused(zip.has("xl/workbook.bin") ? "is_binary_workbook" : "not_a_spreadsheet");
}

}  // namespace

Result<Workbook> read_workbook(ZipParts& zip, const Limits& limits) {
    const std::string part = TRY(find_workbook(zip, limits));
    RelationshipsHandler relationships{std::string(folder_of(part))};
    TRY(read_whole(zip, relationships_part(part), relationships, limits));
    WorkbookHandler handler;
    TRY(read_whole(zip, part, handler, limits));
    if (handler.sheets.size() > limits.sheets) return over_limit("too_many_sheets", limits.sheets);

    Workbook workbook;
    workbook.date_1904 = handler.date_1904;
    for (const auto& sheet : handler.sheets) {
        const auto found = relationships.found.find(sheet.relationship);
        if (found == relationships.found.end()) return refused("damaged");
        if (found->second.type != "worksheet") continue;  // a chart or a dialogue
        workbook.sheets.push_back({sheet.name, found->second.target, sheet.hidden});
    }
    for (const auto& [id, relationship] : relationships.found) {
        if (relationship.type == "styles") workbook.styles_part = relationship.target;
        if (relationship.type == "sharedStrings") workbook.strings_part = relationship.target;
    }
    if (workbook.sheets.empty()) return refused("not_a_spreadsheet");
    return workbook;
}

Result<std::vector<bool>> read_date_styles(ZipParts& zip, const std::string& part, const Limits& limits) {
    if (part.empty() || !zip.has(part)) return std::vector<bool>{};
    StylesHandler handler(limits.styles);
    XmlPull pull(TRY(zip.part(part)), handler, limits);
    handler.pull = &pull;
    TRY(pull.run());
    return std::move(handler.is_date);
}

}  // namespace homeward::tabular
