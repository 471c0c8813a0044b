#include "council/members/body.h"

#include <algorithm>

namespace homeward::council {
namespace {

Body body_of(const store::Row& row) {
    return {row.get<BodyId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<int>(7)};
}

std::optional<std::string> best_name(store::Connection& db, std::string_view code, Date on, std::string_view language, bool short_one) {
    return db.query("SELECT CASE WHEN $4 AND n.short <> '' THEN n.short ELSE n.name END FROM body_names n JOIN bodies b ON b.id = n.body_id"
                    " WHERE b.code = $1 ORDER BY COALESCE(n.valid_from, '') <= $2 AND COALESCE(n.valid_to, '9999') >= $2 DESC,"
                    " n.language = $3 DESC, n.language = 'en' DESC, n.valid_from DESC LIMIT 1", code, on, language, short_one).value<std::string>();
}

}  // namespace

std::optional<Body> find_body(store::Connection& db, std::string_view code) {
    auto query = db.query("SELECT id, code, kind, country, contact_url, note, source, version FROM bodies WHERE code = $1", code);
    return query.next() ? std::optional(body_of(query.row())) : std::nullopt;
}

Result<Body> get_body(store::Connection& db, std::string_view code) {
    auto body = find_body(db, code);
    if (const auto id = BodyId::parse(code); !body && id) {
        if (const auto known = db.query("SELECT code FROM bodies WHERE id = $1", *id).value<std::string>()) body = find_body(db, *known);
    }
    if (!body) return not_found("body.not_found");
    return std::move(*body);
}

bool is_body(store::Connection& db, std::string_view code) {
    return db.query("SELECT 1 FROM bodies WHERE code = $1", code).next();
}

std::string name_of(store::Connection& db, std::string_view code, Date on, std::string_view language) {
    return best_name(db, code, on, language, false).value_or(std::string(code));
}

std::string short_name_of(store::Connection& db, std::string_view code, Date on, std::string_view language) {
    return best_name(db, code, on, language, true).value_or(std::string(code));
}

std::vector<std::string> member_states(const exchange::Exchange& exchange) {
    std::vector<std::string> states;
    for (const auto& member : exchange.members().members()) {
        if (member.id != exchange.self()) states.push_back(member.id);
    }
    std::ranges::sort(states);
    return states;
}

bool is_state(const exchange::Membership& members, std::string_view code) { return code != "council" && members.find(code) != nullptr; }

std::string state_or_none(store::Connection& db, std::string_view code) {
    const auto body = find_body(db, code);
    return body && body->kind == "state" ? body->code : std::string();
}

std::vector<BodyName> names_of(store::Connection& db, BodyId id) {
    std::vector<BodyName> names;
    for (const auto row : db.query("SELECT id, language, name, short, valid_from, valid_to, source FROM body_names WHERE body_id = $1"
                                   " ORDER BY COALESCE(valid_from, '') DESC, language, id", id)) {
        names.push_back({row.get<BodyNameId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
                         row.get<std::optional<Date>>(4), row.get<std::optional<Date>>(5), row.get<std::string>(6)});
    }
    return names;
}

std::vector<BodyParent> parents_of(store::Connection& db, BodyId id) {
    std::vector<BodyParent> parents;
    for (const auto row : db.query("SELECT p.id, b.code, p.valid_from, p.valid_to, p.source FROM body_parents p JOIN bodies b ON b.id = p.parent_id"
                                   " WHERE p.body_id = $1 ORDER BY COALESCE(p.valid_from, '') DESC, p.id", id)) {
        parents.push_back({row.get<BodyParentId>(0), row.get<std::string>(1), row.get<std::optional<Date>>(2), row.get<std::optional<Date>>(3),
                           row.get<std::string>(4)});
    }
    return parents;
}

std::vector<std::string> children_of(store::Connection& db, BodyId id, Date on) {
    std::vector<std::string> codes;
    for (const auto row : db.query("SELECT DISTINCT b.code FROM body_parents p JOIN bodies b ON b.id = p.body_id WHERE p.parent_id = $1"
                                   " AND COALESCE(p.valid_from, '') <= $2 AND COALESCE(p.valid_to, '9999') >= $2 ORDER BY b.code", id, on)) {
        codes.push_back(row.get<std::string>(0));
    }
    return codes;
}

bool in_force(const std::optional<Date>& from, const std::optional<Date>& to, Date on) {
    return (!from || *from <= on) && (!to || on <= *to);
}

}  // namespace homeward::council
