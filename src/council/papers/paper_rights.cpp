// Who may add papers to what, beside the secretariat. One table: what it does not list is the secretariat's alone.

#include <algorithm>
#include <array>

#include "council/papers/paper.h"

namespace homeward::council {
namespace {

using access::Permission;
using namespace std::string_view_literals;

constexpr std::array kKinds{"session"sv, "agenda_item"sv, "minutes"sv, "decision"sv, "action"sv, "practice"sv, "training"sv, "law"sv,
                            "commitment"sv, "commitment_document"sv, "agreement"sv, "notice"sv, "report"sv, "initiative"sv, "body"sv};

/// holder   asks whose the thing $1 is: a State or body, or the account of its author
struct Right {
    std::string_view kind;
    Permission permission;
    std::string_view holder;
};

constexpr Right kRights[] = {
    {"session", Permission::speak_for_member, "SELECT host FROM council_sessions WHERE id = $1 UNION SELECT body FROM session_organisers WHERE session_id = $1"},
    {"agenda_item", Permission::speak_for_member, "SELECT owner FROM agenda_items WHERE id = $1"},
    {"action", Permission::speak_for_member, "SELECT owner FROM action_items WHERE id = $1"},
    {"practice", Permission::write_practice, "SELECT author FROM practices WHERE id = $1 AND stage = 'draft' UNION SELECT state FROM practices WHERE id = $1 AND stage = 'draft'"},
    {"training", Permission::speak_for_member, "SELECT host FROM trainings WHERE id = $1"},
    {"notice", Permission::write_notice, "SELECT sender FROM notices WHERE id = $1"},
    {"law", Permission::edit_national, "SELECT state FROM law_entries WHERE id = $1"},
    {"commitment_document", Permission::edit_national, "SELECT state FROM commitment_documents WHERE id = $1"},
    {"initiative", Permission::edit_national, "SELECT state FROM initiatives WHERE id = $1"},
    {"body", Permission::speak_for_member, "SELECT code FROM bodies WHERE id = $1"},
};

bool holds(access::Work& work, const Thing& thing) {
    const auto right = std::ranges::find(kRights, thing.kind, &Right::kind);
    if (right == std::end(kRights) || !may(work.actor, right->permission)) return false;
    for (const auto row : work.db.query(right->holder, thing.id)) {
        const auto holder = row.text(0);
        if (!holder.empty() && (holder == work.actor.member || holder == work.actor.id.str())) return true;
    }
    return false;
}

}  // namespace

std::optional<Thing> Thing::parse(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto kind = text.substr(0, colon), id = text.substr(colon + 1);
    if (std::ranges::find(kKinds, kind) == kKinds.end() || !parse_uuid(id)) return std::nullopt;
    return Thing{std::string(kind), to_string(*parse_uuid(id))};
}

Done require_to_add(access::Work& work, const Thing& thing) {
    TRY(access::require(work.actor, Permission::read_council));
    TRY(require_to_see(work, thing.kind, thing.id, "paper.no_such_thing"));
    if (may(work.actor, Permission::edit_council) || holds(work, thing)) return {};
    return forbidden("access.not_allowed");
}

std::vector<Thing> places_to_add(access::Work& work, const Thing& thing) {
    std::vector<Thing> places{thing};
    if (thing.kind == "session") {
        for (const auto row : work.db.query("SELECT id FROM agenda_items WHERE session_id = $1 AND removed_at IS NULL ORDER BY position", thing.id)) {
            places.push_back({"agenda_item", row.get<std::string>(0)});
        }
    }
    std::erase_if(places, [&](const Thing& place) { return !require_to_add(work, place); });
    return places;
}

}  // namespace homeward::council
