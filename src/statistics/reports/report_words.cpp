#include "statistics/reports/report_words.h"

#include <stdexcept>

#include "base/json.h"
#include "statistics/returns/formats/return_words.h"

namespace homeward::statistics {
namespace {

void flatten(const boost::json::object& object, const std::string& prefix, std::map<std::string, std::string>& words) {
    for (const auto& member : object) {
        const std::string path = prefix + std::string(member.key());
        if (member.value().is_object()) flatten(member.value().get_object(), path + ".", words);
        else if (member.value().is_string()) words.emplace(path, std::string(member.value().get_string()));
    }
}

}  // namespace

ReportWords::ReportWords(const std::string& language, std::map<std::string, std::string> regions) : regions_(std::move(regions)) {
    const auto parsed = json::parse(language == "ru" ? shipped_report_words_ru() : shipped_report_words_en());
    if (!parsed || !parsed->is_object()) throw std::logic_error("reportbuilder.json does not read");
    flatten(parsed->get_object(), "", words_);
}

std::string ReportWords::category(const std::string& dimension, const std::string& key) const {
    const std::string path = "category." + dimension + "." + key;
    if (words_.contains(path)) return words_.at(path);
    if (const auto region = regions_.find(key); dimension == "region" && region != regions_.end()) return region->second;
    if (dimension == "region") return key;
    constexpr std::size_t kMonth = 7;  // `2026-10`
    if (dimension == "month" && key.size() == kMonth && key[4] == '-') return key.substr(5) + "." + key.substr(0, 4);
    return readable_code(key);
}

std::string ReportWords::found(const std::string& path, const std::string& otherwise) const {
    const auto word = words_.find(path);
    return word == words_.end() ? otherwise : word->second;
}

}  // namespace homeward::statistics
