#pragma once
// JSON to and from described structs. Only .cpp files include this: it pulls Boost.JSON.
//
//   struct Goal { std::string text; std::optional<Date> due_on; };
//   BOOST_DESCRIBE_STRUCT(Goal, (), (text, due_on))
//
//   Result<Goal> goal = json::read<Goal>(body);     unknown, doubled and missing members are refused
//   std::string text = json::write(goal);           an empty optional is left out

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"

namespace homeward::json {

namespace describe = boost::describe;

template <class T>
concept Described = describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = describe::has_describe_enumerators<T>::value;
template <class T>
concept WrittenAsText = requires(const T& t) { { t.str() } -> std::convertible_to<std::string>; };

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};
template <class T> struct IsVector : std::false_type {};
template <class T> struct IsVector<std::vector<T>> : std::true_type {};
template <class T> struct IsMap : std::false_type {};
template <class T> struct IsMap<std::map<std::string, T>> : std::true_type {};

/// The name of an enumerator as the API writes it.
template <DescribedEnum E>
std::string_view name_of(E value) {
    return describe::enum_to_string(value, "");
}
template <DescribedEnum E>
std::optional<E> enum_from(std::string_view name) {
    E value{};
    return describe::enum_from_string(std::string(name).c_str(), value) ? std::optional(value) : std::nullopt;
}

void write_text(std::string& out, std::string_view text);
void write_value(std::string& out, const boost::json::value& value);

template <class T>
void append(std::string& out, const T& value) {
    if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T> || std::floating_point<T>) {
        char digits[40];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        out.append(digits, end);
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        write_text(out, value);
    } else if constexpr (std::same_as<T, boost::json::value> || std::same_as<T, boost::json::object> ||
                         std::same_as<T, boost::json::array>) {
        write_value(out, boost::json::value(value));
    } else if constexpr (DescribedEnum<T>) {
        write_text(out, name_of(value));
    } else if constexpr (WrittenAsText<T>) {
        write_text(out, value.str());
    } else if constexpr (IsOptional<T>::value) {
        if (value) append(out, *value); else out += "null";
    } else if constexpr (IsVector<T>::value) {
        out += '[';
        bool first = true;
        for (const auto& item : value) {
            if (!first) out += ',';
            first = false;
            append(out, item);
        }
        out += ']';
    } else if constexpr (IsMap<T>::value) {
        out += '{';
        bool first = true;
        for (const auto& [key, item] : value) {
            if (!first) out += ',';
            first = false;
            write_text(out, key);
            out += ':';
            append(out, item);
        }
        out += '}';
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        out += '{';
        bool first = true;
        boost::mp11::mp_for_each<describe::describe_members<T, describe::mod_public | describe::mod_inherited>>([&](auto member) {
            const auto& field = value.*member.pointer;
            if constexpr (IsOptional<std::remove_cvref_t<decltype(field)>>::value) {
                if (!field) return;
            }
            if (!first) out += ',';
            first = false;
            write_text(out, member.name);
            out += ':';
            append(out, field);
        });
        out += '}';
    }
}

template <class T>
std::string write(const T& value) {
    std::string out;
    append(out, value);
    return out;
}

/// Parses a document: at most 64 deep, UTF-8, no doubled keys.
/// errors    invalid `json.malformed`, `json.duplicate_key`
Result<boost::json::value> parse(std::string_view text);

Error wrong_type(std::string_view path, std::string_view expected);
Error missing(std::string_view path);
Error unknown(std::string_view path);

template <class T>
Result<T> from_value(const boost::json::value& value, const std::string& path) {
    if constexpr (std::same_as<T, boost::json::value>) {
        return value;
    } else if constexpr (std::same_as<T, bool>) {
        if (!value.is_bool()) return wrong_type(path, "boolean");
        return value.get_bool();
    } else if constexpr (std::integral<T>) {
        boost::json::error_code failed;
        const T number = value.is_number() ? value.to_number<T>(failed) : T{};
        if (!value.is_number() || failed) return wrong_type(path, "integer");
        return number;
    } else if constexpr (std::floating_point<T>) {
        if (!value.is_number()) return wrong_type(path, "number");
        return value.to_number<T>();
    } else if constexpr (std::same_as<T, std::string>) {
        if (!value.is_string()) return wrong_type(path, "string");
        return std::string(value.get_string());
    } else if constexpr (DescribedEnum<T>) {
        if (!value.is_string()) return wrong_type(path, "string");
        const auto found = enum_from<T>(std::string_view(value.get_string()));
        if (!found) return wrong_type(path, "one of its values");
        return *found;
    } else if constexpr (WrittenAsText<T>) {
        if (!value.is_string()) return wrong_type(path, "string");
        const auto found = T::parse(std::string_view(value.get_string()));
        if (!found) return wrong_type(path, "a valid value");
        return *found;
    } else if constexpr (IsOptional<T>::value) {
        if (value.is_null()) return T{};
        return T(TRY(from_value<typename T::value_type>(value, path)));
    } else if constexpr (IsVector<T>::value) {
        if (!value.is_array()) return wrong_type(path, "array");
        T items;
        for (const auto& item : value.get_array()) {
            items.push_back(TRY(from_value<typename T::value_type>(item, path + "/" + std::to_string(items.size()))));
        }
        return items;
    } else if constexpr (IsMap<T>::value) {
        if (!value.is_object()) return wrong_type(path, "object");
        T items;
        for (const auto& [key, item] : value.get_object()) {
            items.emplace(std::string(key), TRY(from_value<typename T::mapped_type>(item, path + "/" + std::string(key))));
        }
        return items;
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        if (!value.is_object()) return wrong_type(path, "object");
        T object{};
        std::optional<Error> failed;
        std::size_t used = 0;
        const auto& members = value.get_object();
        boost::mp11::mp_for_each<describe::describe_members<T, describe::mod_public | describe::mod_inherited>>([&](auto member) {
            if (failed) return;
            using Field = std::remove_cvref_t<decltype(object.*member.pointer)>;
            const auto* found = members.if_contains(member.name);
            const std::string at = path.empty() ? member.name : path + "/" + member.name;
            if (!found) {
                if constexpr (!IsOptional<Field>::value) failed = missing(at);
                return;
            }
            ++used;
            auto field = from_value<Field>(*found, at);
            if (field) object.*member.pointer = std::move(field).value(); else failed = std::move(field).error();
        });
        if (failed) return *failed;
        if (used != members.size()) {
            for (const auto& [key, ignored] : members) {
                bool known = false;
                boost::mp11::mp_for_each<describe::describe_members<T, describe::mod_public | describe::mod_inherited>>([&](auto member) {
                    known = known || key == member.name;
                });
                if (!known) return unknown(path.empty() ? std::string(key) : path + "/" + std::string(key));
            }
        }
        return object;
    }
}

/// Reads a described struct. `Error::field` is the path of the member, `goals/0/due_on`.
/// errors    invalid: `json.malformed`, `json.duplicate_key`, `json.wrong_type`, `json.missing`, `json.unknown`
template <class T>
Result<T> read(std::string_view text) {
    const boost::json::value value = TRY(parse(text));
    return from_value<T>(value, "");
}

}  // namespace homeward::json
