#include "base/json.h"
#include "council/audience.h"
#include "council/experts/expert.h"
#include "council/members/fold.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

const std::string kSelect =
    "SELECT e.id, e.account_id, e.name, e.organisation, e.country, e.languages, e.summary, e.remote, e.on_site, e.available_from, e.available_to, e.version,"
    " (SELECT json_group_array(f.topic) FROM expert_fields f WHERE f.expert_id = e.id) FROM experts e WHERE ";

Expert expert_of(const store::Row& row) {
    const auto texts = [](std::string_view json) { return json::read<std::vector<std::string>>(json).value(); };
    return {row.get<ExpertId>(0), row.get<std::optional<access::AccountId>>(1), row.get<std::string>(2), row.get<std::string>(3),
            row.get<std::string>(4), texts(row.text(12)), texts(row.text(5)), row.get<std::string>(6), row.get<bool>(7), row.get<bool>(8),
            row.get<std::optional<Date>>(9), row.get<std::optional<Date>>(10), row.get<int>(11)};
}

}  // namespace

Result<Expert> get_expert(Work& work, ExpertId id) {
    TRY(require_to_see(work, "expert", id.str(), "expert.not_found"));
    auto query = work.db.query(kSelect + "e.id = $1", id);
    if (!query.next()) return not_found("expert.not_found");
    return expert_of(query.row());
}

std::optional<ExpertId> own_profile(Work& work) {
    return work.db.query("SELECT id FROM experts WHERE account_id = $1", work.actor.id).value<ExpertId>();
}

Result<std::vector<Expert>> list_experts(Work& work, const RosterQuestion& question) {
    if (length_of(question.words) > 200) return invalid("expert.search_long", "q");
    std::vector<Expert> found;
    for (const auto row : work.db.query(
             kSelect + visible_sql("expert", "e.id", "$1") + " AND NOT EXISTS (SELECT 1 FROM json_each($2) w WHERE instr(e.search_text, w.value) = 0)"
             " AND ($3 = '' OR EXISTS (SELECT 1 FROM expert_fields f WHERE f.expert_id = e.id AND f.topic = $3))"
             " AND ($4 = '' OR EXISTS (SELECT 1 FROM json_each(e.languages) l WHERE l.value = $4))"
             " AND ($5 = '' OR e.country = $5) AND ($6 = '' OR ($6 = 'remote' AND e.remote) OR ($6 = 'on_site' AND e.on_site))"
             " AND ($7 IS NULL OR COALESCE(e.available_from, '') <= $7) AND ($8 IS NULL OR COALESCE(e.available_to, '9999') >= $8)"
             " ORDER BY e.sort_key, e.id LIMIT $9 OFFSET $10",
             json_words(work.actor), folded_words(question.words), question.field, question.language, question.country, question.mode,
             question.free_from, question.free_to ? question.free_to : question.free_from, question.limit + 1, question.offset)) {
        found.push_back(expert_of(row));
    }
    return found;
}

std::optional<Statement> last_statement(store::Connection& db, ExpertId id) {
    auto query = db.query("SELECT stated_on, has_conflict, statement, paper FROM expert_statements WHERE expert_id = $1 ORDER BY stated_on DESC, id DESC LIMIT 1", id);
    if (!query.next()) return std::nullopt;
    const auto row = query.row();
    return Statement{row.get<Date>(0), row.get<bool>(1), row.get<std::string>(2), row.get<std::string>(3)};
}

bool statement_holds(store::Connection& db, ExpertId id, Date on) {
    const auto statement = last_statement(db, id);
    return statement && statement->stated_on <= on && on <= statement->valid_to();
}

std::vector<Consent> consents_of(store::Connection& db, ExpertId id) {
    std::vector<Consent> consents;
    for (const auto row : db.query("SELECT to_what, given_on, paper, withdrawn_at FROM expert_consents WHERE expert_id = $1 ORDER BY given_at DESC, id DESC", id)) {
        consents.push_back({row.get<std::string>(0), row.get<Date>(1), row.get<std::string>(2), row.get<std::optional<Instant>>(3)});
    }
    return consents;
}

bool consented(store::Connection& db, ExpertId id, std::string_view to_what) {
    return db.query("SELECT 1 FROM expert_consents WHERE expert_id = $1 AND to_what = $2 AND withdrawn_at IS NULL", id, to_what).next();
}

Result<std::vector<Vetting>> vettings_of(Work& work, ExpertId id) {
    TRY(access::require(work.actor, Permission::edit_council));
    std::vector<Vetting> notes;
    for (const auto row : work.db.query("SELECT note, noted_at FROM expert_vettings WHERE expert_id = $1 ORDER BY noted_at DESC, id DESC", id)) {
        notes.push_back({row.get<std::string>(0), row.get<Instant>(1)});
    }
    return notes;
}

}  // namespace homeward::council
