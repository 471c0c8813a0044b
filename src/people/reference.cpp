#include "people/reference.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "identity/name_key.h"

namespace homeward::people {
namespace {

/// Words that say what kind of place it is, folded.
const std::set<std::string, std::less<>>& kinds_of_place() {
    static const std::set<std::string, std::less<>> folded = [] {
        std::set<std::string, std::less<>> words;
        for (const char* word : {"область", "обл", "г", "город", "республика", "вилояти", "вилоят", "viloyati", "шахри", "шаҳри",
                                 "shahri", "ш", "облусу", "шаары", "облысы", "қаласы", "қ", "велаят", "welaýaty", "region", "oblast",
                                 "province", "city"}) {
            words.insert(identity::fold(word));
        }
        return words;
    }();
    return folded;
}

std::string without_kind(std::string_view folded) {
    std::string rest;
    for (const auto word : split(folded, ' ')) {
        if (kinds_of_place().contains(word)) continue;
        if (!rest.empty()) rest += ' ';
        rest += word;
    }
    return rest;
}

}  // namespace

std::vector<OperationStage> stages_of(store::Connection& db, std::string_view state) {
    std::vector<OperationStage> stages;
    for (const auto row : db.query("SELECT id, operation, stage, name, on_date, place, source FROM operation_stages WHERE state = $1 "
                                   "ORDER BY on_date IS NULL, on_date, id", state)) {
        stages.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::optional<int>>(2), row.get<std::string>(3),
                          row.get<std::optional<Date>>(4), row.get<std::string>(5), row.get<std::string>(6)});
    }
    return stages;
}

void Reference::load(store::Connection& db, std::string_view state) {
    set_stages(OperationStages(stages_of(db, state)));
    regions_.clear();
    by_spelling_.clear();
    auto regions = db.query("SELECT id, name_en, name_ru, name_own, spellings FROM regions WHERE state = $1 ORDER BY id", state);
    for (const auto row : regions) {
        regions_.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)});
        add_spellings(regions_.back(), row.text(4));
    }
}

void Reference::add_spellings(const Region& region, std::string_view more) {
    for (const std::string_view text : {std::string_view(region.id), std::string_view(region.name_en),
                                        std::string_view(region.name_ru), std::string_view(region.name_own)}) {
        by_spelling_.emplace(identity::fold(text), region.id);
    }
    for (const auto text : split(more, '|')) by_spelling_.emplace(identity::fold(text), region.id);
}

OperationStages Reference::stages() const {
    const std::lock_guard lock(stages_mutex_);
    return stages_;
}

void Reference::set_stages(OperationStages stages) {
    const std::lock_guard lock(stages_mutex_);
    stages_ = std::move(stages);
}

bool Reference::has_region(std::string_view id) const {
    return std::any_of(regions_.begin(), regions_.end(), [&](const auto& region) { return region.id == id; });
}

std::optional<std::string> Reference::region_as_written(std::string_view text) const {
    const std::string folded = identity::fold(text);
    if (folded.empty()) return std::nullopt;
    // The whole text first: "Алматы облысы" is a region, "Алматы" a city.
    if (const auto found = by_spelling_.find(folded); found != by_spelling_.end()) return found->second;
    if (const auto found = by_spelling_.find(without_kind(folded)); found != by_spelling_.end()) return found->second;
    return std::nullopt;
}

}  // namespace homeward::people
