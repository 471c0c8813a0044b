#include "people/operation_code.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "identity/name_key.h"

namespace homeward::people {
namespace {

/// The codes of base/letters.h for what one letter writes and Latin needs two for.
std::string_view written(char code) {
    switch (code) {
        case 'C': return "ch";
        case 'J': return "zh";
        case 'X': return "sh";
        case 'W': return "o";
        default: return {};
    }
}

void append(std::string& code, std::string_view letters) {
    for (const char letter : letters) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) code += letter;
        else code += written(letter);
    }
}

}  // namespace

std::string operation_code(std::string_view name) {
    constexpr std::size_t kLongest = 40;
    const std::string folded = casefolded(name);
    std::string code;
    for (std::string_view rest = folded; !rest.empty();) {
        const char32_t letter = next_code_point(rest);
        if (letter >= '0' && letter <= '9') code += static_cast<char>(letter);
        else if (const auto latin = latin_of(letter); latin.data() != nullptr) append(code, latin);
        else if (!is_apostrophe(letter) && !code.empty() && code.back() != '_') code += '_';
    }
    if (code.size() > kLongest) code.resize(kLongest);
    while (!code.empty() && code.back() == '_') code.pop_back();
    return code;
}

std::string spelling_key(std::string_view name) {
    std::string key = identity::fold(name);
    std::erase(key, ' ');
    return key;
}

std::string stage_id_of(std::string_view state, std::string_view operation, std::optional<int> stage, std::optional<Date> on_date,
                        const std::function<bool(const std::string&)>& taken) {
    std::string id;
    for (const char letter : state) id += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    id += '-';
    id += operation;
    if (stage) id += '-' + std::to_string(*stage);
    if (!taken(id)) return id;
    if (on_date) id += '-' + std::to_string(on_date->year);
    if (on_date && !taken(id)) return id;
    int number = 2;
    while (taken(id + "-" + std::to_string(number))) ++number;
    return id + "-" + std::to_string(number);
}

}  // namespace homeward::people
