#include "council/audience.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "council/papers/paper.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;

constexpr std::array<std::string_view, 5> kMarkings{"clear", "green", "amber", "amber_strict", "red"};

Audience tidy(Audience words) {
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
    return words;
}

}  // namespace

std::string_view name_of(Marking marking) { return kMarkings[static_cast<std::size_t>(marking)]; }

std::optional<Marking> marking_from(std::string_view name) {
    const auto found = std::ranges::find(kMarkings, name);
    if (found == kMarkings.end()) return std::nullopt;
    return static_cast<Marking>(found - kMarkings.begin());
}

Audience audience_of(Marking marking, const std::vector<std::string>& addressees) {
    if (marking == Marking::clear) return {"all"};
    if (marking == Marking::green) return {"signed_in"};
    Audience words;
    if (marking == Marking::amber) words = {"focal_points", "secretariat"};
    for (const auto& member : addressees) {
        if (member == "council") words.push_back("secretariat");
        else words.push_back((marking == Marking::red ? "focal:" : "member:") + member);
    }
    return tidy(std::move(words));
}

Audience words_of(const Actor& actor) {
    Audience words{"all"};
    if (actor.role == Role::guest) return words;
    words.push_back("account:" + actor.id.str());
    if (!access::may(actor, access::Permission::read_council)) return tidy(std::move(words));
    words.push_back("signed_in");
    if (!actor.member.empty()) words.push_back("member:" + actor.member);
    switch (actor.role) {
        case Role::secretariat: words.push_back("secretariat"); break;
        case Role::expert: words.push_back("experts"); break;
        case Role::focal_point:
            words.push_back("focal_points");
            if (!actor.member.empty()) words.push_back("focal:" + actor.member);
            break;
        default: break;
    }
    return tidy(std::move(words));
}

void set_audience(access::Work& work, std::string_view kind, const std::string& id, const Audience& audience) {
    const Audience words = tidy(audience);
    if (words == audience_of(work.db, kind, id)) return;
    work.db.run("DELETE FROM audiences WHERE kind = $1 AND object_id = $2", kind, id);
    for (const auto& word : words) work.db.run("INSERT INTO audiences (kind, object_id, word) VALUES ($1, $2, $3)", kind, id, word);
    show_papers(work, {std::string(kind), id}, words);
}

Audience audience_of(store::Connection& db, std::string_view kind, const std::string& id) {
    Audience words;
    for (const auto row : db.query("SELECT word FROM audiences WHERE kind = $1 AND object_id = $2 ORDER BY word", kind, id)) {
        words.push_back(row.get<std::string>(0));
    }
    return words;
}

bool may_see(access::Work& work, std::string_view kind, const std::string& id) {
    // A program acting by itself sees everything; a guest who asks for a page does not.
    if (work.actor.role == Role::system) return true;
    return work.db.query("SELECT 1 FROM audiences WHERE kind = $1 AND object_id = $2 AND word IN (SELECT value FROM json_each($3)) LIMIT 1",
                         kind, id, json_words(work.actor)).next();
}

Done require_to_see(access::Work& work, std::string_view kind, const std::string& id, const char* key) {
    if (!may_see(work, kind, id)) return not_found(key);
    return {};
}

std::string visible_sql(std::string_view kind, std::string_view id, std::string_view words) {
    return "EXISTS (SELECT 1 FROM audiences au WHERE au.kind = '" + std::string(kind) + "' AND au.object_id = " + std::string(id) +
           " AND au.word IN (SELECT value FROM json_each(" + std::string(words) + ")))";
}

std::string json_words(const Actor& actor) { return json::write(words_of(actor)); }

}  // namespace homeward::council
