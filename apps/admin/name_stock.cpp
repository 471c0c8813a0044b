#include "admin/name_stock.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/text.h"

namespace homeward::apps {
namespace {

using people::NameParts;
using people::Sex;

bool ends(const std::string& text, std::string_view end) { return text.ends_with(end); }

std::string feminine(const std::string& family) {
    if (ends(family, "в") || ends(family, "н")) return family + "а";
    if (ends(family, "v") || ends(family, "n")) return family + "a";
    return family;
}

std::string patronymic(const std::string& father, Sex sex, NameStock::Script script) {
    const bool female = sex == Sex::female;
    if (script == NameStock::Script::latin) return father + (female ? "ovna" : "ovich");
    // After a vowel the joining letter is е.
    const bool vowel = ends(father, "а") || ends(father, "о") || ends(father, "и") || ends(father, "е") || ends(father, "й");
    return father + (vowel ? "е" : "о") + (female ? "вна" : "вич");
}

}  // namespace

std::size_t draw(Random& random, std::size_t below) { return static_cast<std::size_t>(random() % below); }
bool chance(Random& random, std::size_t percent) { return draw(random, 100) < percent; }

NameStock NameStock::load(const std::filesystem::path& csv) {
    std::ifstream in(csv);
    if (!in) throw std::runtime_error("cannot read the stock of names " + csv.string());
    NameStock stock;
    std::string line;
    std::getline(in, line);
    // Rows come in pairs: a part in Cyrillic, then in Latin.
    std::string cyrillic;
    while (std::getline(in, line)) {
        const auto cells = split(line, ',');
        if (cells.size() != 5) throw std::runtime_error(csv.string() + ": a row has not five cells");
        if (cells[1] == "Cyrl") {
            cyrillic = cells[4];
            continue;
        }
        Country& country = stock.countries_[std::string(cells[0])];
        auto& parts = cells[2] == "family" ? country.family : cells[3] == "female" ? country.female : country.male;
        parts.emplace_back(std::exchange(cyrillic, {}), std::string(cells[4]));
    }
    return stock;
}

const NameStock::Country& NameStock::country(const std::string& code) const {
    const auto found = countries_.find(code);
    if (found == countries_.end()) throw std::runtime_error("the stock of names has no parts for " + code);
    return found->second;
}

NameStock::Family NameStock::draw_family(Random& random, const std::string& code) const {
    const Country& stock = country(code);
    const std::size_t family = draw(random, stock.family.size()), father = draw(random, stock.male.size());
    return {family, father, chance(random, code == "UZ" || code == "KZ" ? 35 : 10) ? Script::latin : Script::cyrillic};
}

NameParts NameStock::draw_member(Random& random, const std::string& code, const Family& family, Sex sex) const {
    const Country& stock = country(code);
    const auto& given = sex == Sex::female ? stock.female : stock.male;
    const auto in_script = [&](const Part& part) { return family.script == Script::latin ? part.second : part.first; };
    const std::string name = in_script(stock.family[family.family]);
    return {sex == Sex::female ? feminine(name) : name, in_script(given[draw(random, given.size())]),
            patronymic(in_script(stock.male[family.father]), sex, family.script)};
}

NameParts NameStock::in_other_script(const std::string& code, const NameParts& name) const {
    const Country& stock = country(code);
    const auto other = [](const std::vector<Part>& parts, const std::string& text, auto&& form) -> std::string {
        for (const auto& [cyrillic, latin] : parts) {
            if (form(cyrillic, Script::cyrillic) == text) return form(latin, Script::latin);
            if (form(latin, Script::latin) == text) return form(cyrillic, Script::cyrillic);
        }
        return {};
    };
    const auto plain = [](const std::string& text, Script) { return text; };
    NameParts turned;
    for (const Sex sex : {Sex::female, Sex::male}) {
        if (turned.family.empty()) turned.family = other(stock.family, name.family, [&](const std::string& text, Script) { return sex == Sex::female ? feminine(text) : text; });
        if (turned.given.empty()) turned.given = other(sex == Sex::female ? stock.female : stock.male, name.given, plain);
        if (turned.patronymic.empty()) turned.patronymic = other(stock.male, name.patronymic, [&](const std::string& text, Script script) { return patronymic(text, sex, script); });
    }
    return turned;
}

}  // namespace homeward::apps
