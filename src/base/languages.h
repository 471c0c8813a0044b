#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace homeward {

/// Languages of the region's texts, BCP 47, in their usual order: English, Russian, then those of the States.
inline constexpr std::array<std::string_view, 7> kLanguages{"en", "ru", "uz", "kk", "ky", "tg", "tk"};

/// Whether it is the code of one of them.
inline bool is_language(std::string_view code) { return std::ranges::find(kLanguages, code) != kLanguages.end(); }

}  // namespace homeward
