#include "council/practices/practice.h"

#include <algorithm>

#include "council/audience.h"
#include "council/rights.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Permission;
using access::Role;

constexpr std::array<std::string_view, 7> kStages{"draft", "clearance", "review", "reviewed", "published", "superseded", "retired"};

}  // namespace

std::string_view name_of(PracticeStage stage) { return kStages[static_cast<std::size_t>(stage)]; }

std::optional<PracticeStage> practice_stage_from(std::string_view name) {
    const auto found = std::ranges::find(kStages, name);
    if (found == kStages.end()) return std::nullopt;
    return static_cast<PracticeStage>(found - kStages.begin());
}

bool is_out(PracticeStage stage) {
    return stage == PracticeStage::published || stage == PracticeStage::superseded || stage == PracticeStage::retired;
}

Result<Practice> see_practice(access::Work& work, PracticeId id) {
    TRY(require_to_see(work, "practice", id.str(), "practice.not_found"));
    return get_practice(work.db, id);
}

const PracticeText* text_in(const PracticeContent& practice, std::string_view language) {
    for (const std::string_view wanted : {language, std::string_view("en"), std::string_view("ru")}) {
        const auto found = std::ranges::find(practice.texts, wanted, &PracticeText::language);
        if (found != practice.texts.end()) return &*found;
    }
    return practice.texts.empty() ? nullptr : &practice.texts.front();
}

std::string title_of(const PracticeContent& practice, std::string_view language) {
    const auto* text = text_in(practice, language);
    return text ? text->title : std::string();
}

bool is_secretariat(const Actor& actor) { return access::may(actor, Permission::edit_council); }

bool writes(const Actor& actor, const Practice& practice) {
    if (!access::may(actor, Permission::write_practice)) return false;
    const bool own_state = actor.role == Role::focal_point && actor.member == practice.state;
    return is_secretariat(actor) || own_state || actor.id == practice.author;
}

bool clears(const Actor& actor, const Practice& practice) {
    return speaks_for(actor, practice.state) && actor.id != practice.author &&
           actor.id != practice.submitted_by;
}

}  // namespace homeward::council
