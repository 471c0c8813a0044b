#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>

#include "inspection/pdf_document.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;

constexpr int kDeepest = 100;

std::string name_in(QPDFObjectHandle dictionary, const char* key) {
    auto value = dictionary.getKey(key);
    return value.isName() ? value.getName() : "";
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// `/S` of an action: going to a page of this file and following a link are what a reader chooses to do.
std::string_view judge_action(QPDFObjectHandle dictionary) {
    constexpr std::array active{"/JavaScript"sv, "/Launch"sv, "/ImportData"sv, "/GoToE"sv, "/Rendition"sv, "/RichMediaExecute"sv, "/GoTo3DView"sv, "/Movie"sv, "/Sound"sv};
    constexpr std::array outward{"/GoToR"sv, "/SubmitForm"sv, "/Thread"sv};
    const auto kind = name_in(dictionary, "/S");
    if (is_one_of(kind, active)) return "script";
    // A structure element may be called so too; an action then names its goal.
    if (is_one_of(kind, outward) && dictionary.hasKey("/F")) return "external";
    if (kind != "/URI") return {};
    auto target = dictionary.getKey("/URI");
    std::string link = target.isString() ? target.getUTF8Value() : "";
    for (char& c : link) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
    }
    constexpr std::array harmful{"javascript:"sv, "file:"sv, "data:"sv, "vbscript:"sv, "\\\\"sv};
    const bool harms = std::any_of(harmful.begin(), harmful.end(), [&](std::string_view start) { return std::string_view(link).substr(0, start.size()) == start; });
    return harms ? "external" : "";
}

/// What opens with the file: a place in it, and nothing else.
bool opens_a_place(QPDFObjectHandle value) {
    return value.isNull() || value.isArray() || value.isName() || value.isString() || (value.isDictionary() && name_in(value, "/S") == "/GoTo");
}

/// Additional actions run by themselves: when a page comes up, when a field is filled.
bool holds_actions(QPDFObjectHandle value) {
    if (!value.isDictionary()) return false;
    const auto keys = value.getKeys();
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        auto action = value.getKey(key);
        return action.isDictionary() && action.hasKey("/S");
    });
}

/// Some programs write an empty list of files; it holds none.
bool lists_files(QPDFObjectHandle value) {
    if (value.isNull()) return false;
    if (!value.isDictionary() || value.hasKey("/Kids")) return true;
    auto names = value.getKey("/Names");
    return names.isArray() && names.getArrayNItems() > 0;
}

std::string_view judge_dictionary(QPDFObjectHandle dictionary) {
    constexpr std::array active_keys{"/JavaScript"sv, "/XFA"sv, "/RichMediaContent"sv, "/RichMediaSettings"sv, "/Collection"sv, "/EF"sv, "/3DD"sv};
    constexpr std::array active_kinds{"/RichMedia"sv, "/FileAttachment"sv, "/Movie"sv, "/Sound"sv, "/Screen"sv, "/3D"sv};
    for (const auto& key : dictionary.getKeys()) {
        auto value = dictionary.getKey(key);
        if (is_one_of(key, active_keys) && !value.isNull()) return "script";
        if (key == "/JS" && (value.isString() || value.isStream())) return "script";
        if (key == "/OpenAction" && !opens_a_place(value)) return "script";
        if (key == "/AA" && holds_actions(value)) return "script";
        if (key == "/EmbeddedFiles" && lists_files(value)) return "script";
    }
    if (is_one_of(name_in(dictionary, "/Subtype"), active_kinds) || name_in(dictionary, "/Type") == "/EmbeddedFile") return "script";
    return judge_action(dictionary);
}

std::string_view judge(QPDFObjectHandle object, int depth);

std::string_view judge_members(QPDFObjectHandle dictionary, int depth) {
    for (const auto& key : dictionary.getKeys()) {
        auto value = dictionary.getKey(key);
        if (value.isIndirect()) continue;
        if (const auto reason = judge(value, depth + 1); !reason.empty()) return reason;
    }
    return {};
}

std::string_view judge_items(QPDFObjectHandle array, int depth) {
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        auto item = array.getArrayItem(i);
        if (item.isIndirect()) continue;
        if (const auto reason = judge(item, depth + 1); !reason.empty()) return reason;
    }
    return {};
}

std::string_view judge(QPDFObjectHandle object, int depth) {
    if (depth > kDeepest) return "damaged";
    if (object.isArray()) return judge_items(object, depth);
    if (object.isStream()) {
        auto dictionary = object.getDict();
        // The content of such a stream lies in another file.
        return dictionary.hasKey("/F") ? "external" : judge(dictionary, depth + 1);
    }
    if (!object.isDictionary()) return {};
    const auto reason = judge_dictionary(object);
    return reason.empty() ? judge_members(object, depth) : reason;
}

}  // namespace

std::string_view judge_object(const QPDFObjectHandle& object) { return judge(object, 0); }

}  // namespace homeward::inspection
