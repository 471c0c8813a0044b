#include "base/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>
#include <set>

#include "base/text.h"

namespace homeward::json {
namespace {

/// Watches the keys of a document go by; stops at one that comes twice in its object.
struct KeyWatch {
    constexpr static std::size_t max_object_size = std::size_t(-1);
    constexpr static std::size_t max_array_size = std::size_t(-1);
    constexpr static std::size_t max_key_size = std::size_t(-1);
    constexpr static std::size_t max_string_size = std::size_t(-1);

    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    std::vector<std::set<std::string, std::less<>>> objects;
    std::string key;
    bool doubled = false;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { objects.emplace_back(); return true; }
    bool on_object_end(std::size_t, error_code&) { objects.pop_back(); return true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(string_view part, std::size_t, error_code&) { key.append(part); return true; }
    bool on_key(string_view part, std::size_t, error_code& failed) {
        key.append(part);
        if (!objects.back().insert(std::move(key)).second) {
            doubled = true;
            failed = boost::json::error::syntax;
        }
        key.clear();
        return !doubled;
    }
    bool on_string_part(string_view, std::size_t, error_code&) { return true; }
    bool on_string(string_view, std::size_t, error_code&) { return true; }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return true; }
    bool on_double(double, string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

}  // namespace

void write_text(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += hex[c >> 4];
                    out += hex[c & 15];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

void write_value(std::string& out, const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::null: out += "null"; return;
        case boost::json::kind::bool_: append(out, value.get_bool()); return;
        case boost::json::kind::int64: append(out, value.get_int64()); return;
        case boost::json::kind::uint64: append(out, value.get_uint64()); return;
        case boost::json::kind::double_: append(out, value.get_double()); return;
        case boost::json::kind::string: write_text(out, std::string_view(value.get_string())); return;
        case boost::json::kind::array: {
            out += '[';
            bool first = true;
            for (const auto& item : value.get_array()) {
                if (!first) out += ',';
                first = false;
                write_value(out, item);
            }
            out += ']';
            return;
        }
        case boost::json::kind::object: {
            out += '{';
            bool first = true;
            for (const auto& [key, item] : value.get_object()) {
                if (!first) out += ',';
                first = false;
                write_text(out, std::string_view(key));
                out += ':';
                write_value(out, item);
            }
            out += '}';
            return;
        }
    }
}

Result<boost::json::value> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 64;
    boost::json::basic_parser<KeyWatch> watch(options);
    boost::json::error_code failed;
    watch.write_some(false, text.data(), text.size(), failed);
    if (watch.handler().doubled) return invalid("json.duplicate_key");
    if (failed) return invalid("json.malformed");
    auto value = boost::json::parse(text, failed, {}, options);
    if (failed) return invalid("json.malformed");
    return value;
}

Error wrong_type(std::string_view path, std::string_view expected) {
    return invalid("json.wrong_type", std::string(path), {{"expected", std::string(expected)}});
}
Error missing(std::string_view path) { return invalid("json.missing", std::string(path)); }
Error unknown(std::string_view path) { return invalid("json.unknown", std::string(path)); }

}  // namespace homeward::json
