#pragma once
// The words of XLSForm for what a form of ours has. For the reader and the writer only.

#include <optional>
#include <string_view>

#include "forms/definition.h"

namespace homeward::forms {

/// A type of XLSForm and the kind that it is here. Types that ask for a list are handled by themselves.
struct XlsType {
    std::string_view type;
    Kind kind;
};
constexpr XlsType kXlsTypes[] = {
    {"text", Kind::text}, {"string", Kind::text}, {"integer", Kind::integer}, {"int", Kind::integer}, {"decimal", Kind::decimal},
    {"date", Kind::date}, {"note", Kind::note}, {"calculate", Kind::calculate},
};

/// Names of languages as XLSForm writes them, `label::English (en)`.
struct XlsLanguage {
    std::string_view code, name;
};
constexpr XlsLanguage kXlsLanguages[] = {
    {"en", "English"}, {"ru", "Russian"}, {"uz", "Uzbek"}, {"kk", "Kazakh"}, {"ky", "Kyrgyz"}, {"tg", "Tajik"}, {"tk", "Turkmen"},
};

}  // namespace homeward::forms
