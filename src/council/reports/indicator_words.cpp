#include "council/reports/indicator_words.h"

#include "statistics/returns/formats/return_words.h"

namespace homeward::council {

std::string indicator_word(std::string_view language, std::string_view path) {
    auto word = statistics::page_word(language, "indicators." + std::string(path));
    return word.empty() ? std::string(path.substr(path.rfind('.') + 1)) : word;
}

}  // namespace homeward::council
