#pragma once
// The words of the report builder on paper: those of its pages.

#include <map>
#include <string>
#include <string_view>

namespace homeward::statistics {

/// Catalogues of the pages, compiled in: `reportbuilder.json` of each language.
std::string_view shipped_report_words_en();
std::string_view shipped_report_words_ru();

class ReportWords {
public:
    /// language   `ru`; any other reads English
    /// regions    their names in that language, by id
    explicit ReportWords(const std::string& language, std::map<std::string, std::string> regions = {});
    std::string unit(const std::string& key) const { return found("unit." + key, key); }
    std::string definition(const std::string& unit) const { return found("definition." + unit, ""); }
    std::string dimension(const std::string& key) const { return found("dimension." + key, key); }
    /// What no catalogue knows is written as a reader may see its code: `10.2026` of a month, `Mehr` of `uz-mehr`.
    std::string category(const std::string& dimension, const std::string& key) const;
    std::string text(const std::string& key) const { return found("file." + key, key); }

private:
    std::string found(const std::string& path, const std::string& otherwise) const;
    std::map<std::string, std::string> words_, regions_;
};

}  // namespace homeward::statistics
