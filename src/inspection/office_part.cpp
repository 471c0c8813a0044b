#include "inspection/office_part.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "inspection/look.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;
using tabular::XmlAttributes;

constexpr std::size_t kMostTextBytes = 8'000'000;

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
    }
    return small;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// What a content type tells: the kind of the whole file, or what must not be in it.
std::string_view judge_type(std::string_view type, std::string& kind) {
    const auto small = lower(type);
    if (has_any(small, {"macroenabled", "vba", "activex", "oleobject", "webextension", "javascript", "x-msdownload"})) return "script";
    constexpr std::pair<std::string_view, std::string_view> mains[] = {
        {"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"},
        {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"},
        {"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "pptx"},
    };
    for (const auto& [main, name] : mains) {
        if (small != main) continue;
        if (!kind.empty() && kind != name) return "not_what_it_says";
        kind = name;
    }
    return {};
}

/// A relation to something outside may be a link that a reader follows by choosing to; nothing that loads by itself.
std::string_view judge_relation(const XmlAttributes& attributes) {
    const auto type = lower(attributes.get("Type"));
    const auto target = lower(attributes.get("Target"));
    if (has_any(type, {"vbaproject", "wordvbadata", "oleobject", "activex", "/control", "afchunk", "webextension", "taskpanes", "keymapcustomizations"})) return "script";
    if (lower(attributes.get("TargetMode")) != "external") {
        return has_any(type, {"attachedtemplate", "externallink", "connections", "querytable"}) ? "external" : "";
    }
    if (!type.ends_with("/hyperlink")) return "external";
    // Without a scheme it is a place in the file itself.
    const auto colon = target.find(':');
    if (colon == std::string::npos) return target.starts_with("\\\\") || target.starts_with("//") ? "external" : "";
    const auto scheme = std::string_view(target).substr(0, colon);
    return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel" ? "" : "external";
}

/// A field's code, as `HYPERLINK "https://…"`. Some start programs, some load files.
std::string_view judge_field(std::string_view code) {
    const auto small = lower(trim(code));
    const auto name = std::string_view(small).substr(0, small.find_first_of(" \t\r\n\"\\"));
    if (name == "dde" || name == "ddeauto") return "script";
    // Letters by their numbers: a way to hide the name of another field.
    if (name == "quote" && small.size() > 6 && small[6] >= '0' && small[6] <= '9') return "script";
    constexpr std::array loading{"includepicture"sv, "includetext"sv, "include"sv, "import"sv, "link"sv, "rd"sv, "database"sv, "mergedata"sv};
    return std::ranges::find(loading, name) != loading.end() ? "external" : "";
}

class Part : public tabular::XmlHandler {
public:
    Part(PartRole role, std::string& text, std::string& kind) : role_(role), text_(text), kind_(kind) {}
    void reports_to(tabular::XmlPull& pull) { pull_ = &pull; }

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (role_ == PartRole::types) return judge(judge_type(attributes.get("ContentType"), kind_));
        if (role_ == PartRole::relations) return name == "Relationship" ? judge(judge_relation(attributes)) : void();
        judge(judge_tag(name, attributes));
        if (name == "fldSimple") judge(judge_field(attributes.get("instr")));
        if (name == "fldChar" && attributes.get("fldCharType") == "begin") end_field();
        if (name == "instrText") in_field_ = true;
        in_words_ = is_words(name);
        in_formula_ = role_ == PartRole::sheet && name == "f";
        if (name == "tab" || name == "br" || name == "cr") say(" ");
    }
    void end(std::string_view name) override {
        in_words_ = in_formula_ = false;
        if (name == "instrText") in_field_ = false;
        if (name == "fldChar" || name == "p") end_field();
        if (name == "p" || name == "si" || name == "is") say("\n");
    }
    void text(std::string_view words) override {
        if (in_field_ && field_.size() < 64 * 1024) field_ += words;
        if (in_words_) say(words);
        if (in_formula_ && has_any(lower(words), {"webservice(", "dde(", "call(", "register.id("})) judge("external");
    }

private:
    bool is_words(std::string_view name) const {
        return name == "t" && role_ != PartRole::other;
    }
    static std::string_view judge_tag(std::string_view name, const XmlAttributes& attributes) {
        constexpr std::array active{"OLEObject"sv, "oleObj"sv, "oleObject"sv, "altChunk"sv, "ddeLink"sv, "ddeService"sv, "script"sv, "foreignObject"sv, "webextension"sv};
        if (std::ranges::find(active, name) != active.end()) return "script";
        const auto action = attributes.get("action");
        if (action.starts_with("ppaction://program") || action.starts_with("ppaction://macro") || action.starts_with("ppaction://ole")) return "script";
        return {};
    }
    void end_field() {
        judge(judge_field(field_));
        field_.clear();
    }
    void say(std::string_view words) {
        if (text_.size() < kMostTextBytes) text_ += words;
    }
    void judge(std::string_view reason) {
        if (!reason.empty()) pull_->fail(refuse(reason));
    }

    PartRole role_;
    std::string& text_;
    std::string& kind_;
    std::string field_;
    tabular::XmlPull* pull_ = nullptr;
    bool in_words_ = false, in_field_ = false, in_formula_ = false;
};

}  // namespace

Error reason_of(const Error& of_reader) {
    constexpr std::array too_much{"file.zip_bomb"sv, "file.too_many_parts"sv, "file.markup_too_large"sv};
    constexpr std::array ours{"file.script"sv, "file.external"sv, "file.not_what_it_says"sv, "file.encrypted"sv, "file.unpacks_too_large"sv};
    if (std::ranges::find(too_much, of_reader.key) != too_much.end()) return refuse("unpacks_too_large");
    // A document type is there to define what else to load.
    if (of_reader.key == "file.doctype") return refuse("external");
    return std::ranges::find(ours, of_reader.key) != ours.end() ? of_reader : refuse("damaged");
}

Done read_part(tabular::ZipPart part, PartRole role, const tabular::Limits& limits, std::string& text, std::string& kind) {
    Part handler(role, text, kind);
    tabular::XmlPull pull(std::move(part), handler, limits);
    handler.reports_to(pull);
    const auto read = pull.run();
    if (!read) return reason_of(read.error());
    return {};
}

}  // namespace homeward::inspection
