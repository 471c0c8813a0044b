#pragma once
// The words of a return on paper and in workbooks: those of its pages.

#include <string>
#include <string_view>

namespace homeward::statistics {

/// web/src/i18n/<language>/{indicators,pictures,common}.json, compiled in, so that page and paper say the same.
std::string_view shipped_indicators_en();
std::string_view shipped_indicators_ru();
std::string_view shipped_pictures_en();
std::string_view shipped_pictures_ru();
std::string_view shipped_common_en();
std::string_view shipped_common_ru();

/// A word of the pages: `indicators.indicator.returnees.name`, `common.country.UZ`.
///
/// language   `ru`; any other reads English
/// returns    empty when no page knows it
std::string page_word(std::string_view language, std::string_view path);

class ReturnWords {
public:
    explicit ReturnWords(std::string language) : language_(std::move(language)) {}

    const std::string& language() const { return language_; }
    /// part   `name`, `numerator`, `denominator`, `note`; what is not known is the key for a name, else empty
    std::string indicator(const std::string& key, const std::string& part = "name") const;
    std::string population(const std::string& key) const;
    std::string classification(const std::string& key) const;
    std::string category(const std::string& classification, const std::string& key) const;
    std::string state(const std::string& code) const;
    std::string role(const std::string& key) const;
    /// Of `pictures.paper`; it must be there.
    std::string text(const std::string& key) const;

private:
    std::string found(const std::string& path, const std::string& otherwise) const;
    std::string language_;
};

/// `uz-mehr_1` as a reader may see it while no catalogue has its name: `Mehr 1`.
std::string readable_code(std::string code);

}  // namespace homeward::statistics
