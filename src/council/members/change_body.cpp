#include <algorithm>
#include <array>

#include "base/languages.h"
#include "council/audience.h"
#include "council/members/body.h"
#include "council/members/fold.h"
#include "council/text_rules.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 7> kKinds{"state", "international_organisation", "national_institution", "civil_society", "academic", "media", "other"};

Done check_dates(const std::optional<Date>& from, const std::optional<Date>& to) {
    if (from && to && *to < *from) return invalid("body.dates", "valid_to");
    return {};
}

Done check_body(Work& work, const Body& body) {
    if (!exchange::is_member_id(body.code) || body.code == "council" || body.code == "new" || body.code == "proposals") return invalid("body.code", "code");
    if (std::ranges::find(kKinds, body.kind) == kKinds.end()) return invalid("body.kind", "kind");
    if (!body.country.empty() && body.country != body.code && !is_body(work.db, body.country)) return invalid("body.country", "country");
    TRY(check_link(body.contact_url, "contact_url"));
    TRY(check_optional_text(body.note, 2000, "note"));
    return check_optional_text(body.source, 1000, "source");
}

Done check_name(const BodyName& name) {
    // Some institutions are known by a name in French.
    if (!is_language(name.language) && name.language != "fr") return invalid("body.language", "language");
    TRY(check_text(name.name, 300, "name"));
    TRY(check_optional_text(name.short_name, 60, "short_name"));
    TRY(check_optional_text(name.source, 1000, "source"));
    return check_dates(name.valid_from, name.valid_to);
}

/// What is found by: the row's own text for lists, and the entry of the one box.
void index_body(Work& work, std::string_view code) {
    const Body body = *find_body(work.db, code);
    std::string all = folded(body.code), words = body.code;
    for (const auto& name : names_of(work.db, body.id)) {
        all += folded(name.name) + folded(name.short_name);
        words += "\n" + name.name + (name.short_name.empty() ? "" : " (" + name.short_name + ")");
    }
    work.db.run("UPDATE bodies SET search_text = $2 WHERE id = $1", body.id, all);
    const Audience readers{"signed_in"};
    set_audience(work, "body", body.id.str(), readers);
    search::put(work.db, {"body", body.code, name_of(work.db, code, work.today(), "en"), words + "\n" + body.note, readers, body.country, "", work.today()});
}

BodyNameId insert_name(Work& work, BodyId body, const BodyName& name) {
    const auto id = BodyNameId::make(work.now);
    work.db.run("INSERT INTO body_names (id, body_id, language, name, short, valid_from, valid_to, source, sort_key, added_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                id, body, name.language, trim(name.name), trim(name.short_name), name.valid_from, name.valid_to, name.source,
                sort_key(name.name, name.language), work.now);
    return id;
}

BodyId insert_body(Work& work, const Body& body, const BodyName& name) {
    const auto id = BodyId::make(work.now);
    work.db.run("INSERT INTO bodies (id, code, kind, country, contact_url, note, source, search_text, added_by, added_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $9)",
                id, body.code, body.kind, body.country, body.contact_url, body.note, body.source, work.actor.log_name(), work.now);
    insert_name(work, id, name);
    index_body(work, body.code);
    work.record({"body.added", "body", id.str(), {}, {{"code", body.code}}});
    return id;
}

/// Of a body's names or parents.
template <class T, class IdT>
Result<T> one_of(const std::vector<T>& all, IdT id, const char* missing) {
    const auto found = std::ranges::find(all, id, &T::id);
    if (found == all.end()) return not_found(missing);
    return *found;
}

/// Whether `below` stands somewhere under `above`, on any day.
bool stands_below(Work& work, BodyId below, BodyId above) {
    return work.db.query("WITH RECURSIVE up (id) AS (SELECT $1 UNION SELECT p.parent_id FROM body_parents p JOIN up ON p.body_id = up.id)"
                         " SELECT 1 FROM up WHERE id = $2", below, above).next();
}

}  // namespace

void know_states(Work& work, const exchange::Exchange& exchange) {
    for (const auto& code : member_states(exchange)) {
        if (is_body(work.db, code)) continue;
        const auto id = insert_body(work, {{}, code, "state", code, "", "", "", 1}, {{}, "en", exchange.members().find(code)->name, "", {}, {}, ""});
        const auto membership = Id<struct MembershipTag>::make(work.now);
        work.db.run("INSERT INTO memberships (id, body_id, tier, state, basis, reason, proposed_by, proposed_for, proposed_at, decided_at)"
                    " VALUES ($1, $2, 'member', 'confirmed', 'founding', '', $3, '', $4, $4)",
                    membership, id, work.actor.log_name(), work.now);
        set_audience(work, "membership", membership.str(), {"signed_in"});
    }
}

Result<BodyId> add_body(Work& work, const Body& body, const BodyName& name) {
    if (!may(work.actor, Permission::speak_for_member)) TRY(access::require(work.actor, Permission::edit_council));
    TRY(check_body(work, body));
    TRY(check_name(name));
    if (is_body(work.db, body.code)) return conflict("body.exists");
    return insert_body(work, body, name);
}

Done edit_body(Work& work, const Body& body) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Body before = TRY(get_body(work.db, body.code));
    TRY(check_body(work, body));
    if (body.version != before.version) return conflict("body.changed");
    work.db.run("UPDATE bodies SET kind = $2, country = $3, contact_url = $4, note = $5, source = $6, version = version + 1 WHERE id = $1",
                before.id, body.kind, body.country, body.contact_url, body.note, body.source);
    index_body(work, body.code);
    work.record({"body.changed", "body", before.id.str()});
    return {};
}

Result<BodyNameId> add_name(Work& work, std::string_view code, const BodyName& name) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, code));
    TRY(check_name(name));
    const auto id = insert_name(work, body.id, name);
    index_body(work, code);
    work.record({"body.named", "body", body.id.str(), {}, {{"name", id.str()}}});
    return id;
}

Done end_name(Work& work, std::string_view code, BodyNameId id, Date valid_to) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, code));
    const BodyName name = TRY(one_of(names_of(work.db, body.id), id, "body.no_such_name"));
    TRY(check_dates(name.valid_from, valid_to));
    work.db.run("UPDATE body_names SET valid_to = $2 WHERE id = $1", id, valid_to);
    index_body(work, code);
    work.record({"body.name_ended", "body", body.id.str(), {}, {{"name", id.str()}}});
    return {};
}

Result<BodyParentId> add_parent(Work& work, std::string_view code, const BodyParent& parent) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, code));
    const auto above = find_body(work.db, parent.code);
    if (!above || stands_below(work, above->id, body.id)) return invalid("body.parent", "code");
    TRY(check_optional_text(parent.source, 1000, "source"));
    TRY(check_dates(parent.valid_from, parent.valid_to));
    const auto id = BodyParentId::make(work.now);
    work.db.run("INSERT INTO body_parents (id, body_id, parent_id, valid_from, valid_to, source, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                id, body.id, above->id, parent.valid_from, parent.valid_to, parent.source, work.now);
    work.record({"body.placed", "body", body.id.str(), {}, {{"parent", above->id.str()}}});
    return id;
}

Done end_parent(Work& work, std::string_view code, BodyParentId id, Date valid_to) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, code));
    const BodyParent parent = TRY(one_of(parents_of(work.db, body.id), id, "body.no_such_parent"));
    TRY(check_dates(parent.valid_from, valid_to));
    work.db.run("UPDATE body_parents SET valid_to = $2 WHERE id = $1", id, valid_to);
    work.record({"body.parent_ended", "body", body.id.str(), {}, {{"parent", id.str()}}});
    return {};
}

}  // namespace homeward::council
