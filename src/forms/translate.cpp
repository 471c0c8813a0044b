#include "forms/translate.h"

#include <algorithm>

namespace homeward::forms {
namespace {

/// What became of a code: itself where nothing is said, nothing where it is asked no more.
std::optional<std::string> now(const Definition& next, const std::string& field, const std::optional<std::string>& choice, const std::string& code) {
    for (const auto& change : next.all_changes()) {
        if (change.field == field && change.choice == choice) return change.becomes;
    }
    return code;
}

Row translated_row(const Row& row, const Definition& next) {
    Row result;
    for (const auto& [code, answer] : row) {
        const auto becomes = now(next, code, std::nullopt, code);
        if (!becomes) continue;
        if (const auto* text = std::get_if<std::string>(&answer)) {
            if (auto value = now(next, code, *text, *text)) result.emplace(*becomes, std::move(*value));
        } else if (const auto* codes = std::get_if<std::vector<std::string>>(&answer)) {
            std::vector<std::string> chosen;
            for (const auto& each : *codes) {
                const auto value = now(next, code, each, each);
                if (value && std::ranges::find(chosen, *value) == chosen.end()) chosen.push_back(*value);
            }
            if (!chosen.empty()) result.emplace(*becomes, std::move(chosen));
        } else {
            result.emplace(*becomes, answer);
        }
    }
    return result;
}

}  // namespace

Answers translated(Answers answers, std::span<const Definition> later) {
    for (const auto& next : later) {
        Answers step{translated_row(answers.values, next), {}};
        for (const auto& [code, rows] : answers.rows) {
            const auto becomes = now(next, code, std::nullopt, code);
            if (!becomes) continue;
            for (const auto& row : rows) step.rows[*becomes].push_back(translated_row(row, next));
        }
        answers = std::move(step);
    }
    return answers;
}

}  // namespace homeward::forms
