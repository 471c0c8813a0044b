#pragma once
// Names of enumerators as API and database write them, both ways.

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace homeward::people {

template <class E, std::size_t N>
using EnumNames = std::array<std::pair<E, std::string_view>, N>;

template <class E, std::size_t N>
constexpr std::string_view name_in(const EnumNames<E, N>& names, E value) {
    for (const auto& [each, name] : names) {
        if (each == value) return name;
    }
    return {};
}

template <class E, std::size_t N>
constexpr std::optional<E> value_in(const EnumNames<E, N>& names, std::string_view name) {
    for (const auto& [each, its_name] : names) {
        if (its_name == name) return each;
    }
    return std::nullopt;
}

}  // namespace homeward::people
