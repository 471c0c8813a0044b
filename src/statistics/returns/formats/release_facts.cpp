#include "statistics/returns/formats/release_facts.h"

#include <algorithm>

namespace homeward::statistics {

bool is_draft(const Release& release) { return release.sign_offs.size() < 2; }

std::string title_of(const Release& release, const ReturnWords& words) {
    return words.state(release.state) + ": " + words.text("title") + " " + std::to_string(release.year);
}

std::vector<std::pair<std::string, std::string>> facts_of(const Release& release, const ReturnWords& words) {
    std::vector<std::pair<std::string, std::string>> facts{{words.text("state"), words.state(release.state)},
                                                           {words.text("year"), std::to_string(release.year)},
                                                           {words.text("reference_date"), day_text(release.reference_date)}};
    if (is_draft(release)) facts.emplace_back(words.text("status"), words.text("draft"));
    for (const auto& sign_off : release.sign_offs) {
        facts.emplace_back(words.text("signed"), words.role(sign_off.role) + ", " + day_text(Date::of(sign_off.signed_at)));
    }
    std::size_t cells = 0, hidden = 0;
    for (const auto& table : release.tables) {
        cells += table.cells.size();
        hidden += static_cast<std::size_t>(std::ranges::count_if(table.cells, &ReleasedCell::hidden));
    }
    facts.emplace_back(words.text("floor"), std::to_string(release.rules.floor));
    facts.emplace_back(words.text("hidden_figures"), std::to_string(hidden) + " / " + std::to_string(cells));
    facts.emplace_back(words.text("rule_title"), words.text("rule"));
    return facts;
}

std::vector<DefinitionRef> definitions_of(const Release& release) {
    std::vector<DefinitionRef> definitions;
    for (const auto& table : release.tables) {
        if (std::ranges::find(definitions, table.definition) == definitions.end()) definitions.push_back(table.definition);
    }
    return definitions;
}

std::string day_text(Date day) {
    const std::string iso = day.str();
    return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

}  // namespace homeward::statistics
