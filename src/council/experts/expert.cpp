#include "council/experts/expert.h"

#include <algorithm>

#include "access/accounts.h"
#include "base/json.h"
#include "council/audience.h"
#include "council/members/body.h"
#include "council/members/fold.h"
#include "council/text_rules.h"
#include "council/topics.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

Done check_expert(Work& work, const Expert& expert) {
    TRY(check_text(expert.name, 200, "name"));
    TRY(check_optional_text(expert.organisation, 300, "organisation"));
    TRY(check_optional_text(expert.summary, 4000, "summary"));
    if (!expert.country.empty() && !is_body(work.db, expert.country)) return invalid("body.country", "country");
    auto fields = expert.fields;
    std::ranges::sort(fields);
    const bool twice = std::ranges::adjacent_find(fields) != fields.end();
    if (fields.empty() || twice || !std::ranges::all_of(fields, is_topic)) return invalid("expert.fields", "fields");
    const auto odd = [](const std::string& language) { return language.size() < 2 || language.size() > 8; };
    if (expert.languages.empty() || expert.languages.size() > 12 || std::ranges::any_of(expert.languages, odd)) {
        return invalid("expert.languages", "languages");
    }
    if (expert.available_from && expert.available_to && *expert.available_to < *expert.available_from) return invalid("expert.dates", "available_to");
    if (!expert.remote && !expert.on_site) return invalid("expert.mode", "remote");
    return {};
}

Done check_account(Work& work, access::AccountId id) {
    if (TRY(access::get_account(work.db, id)).role != access::Role::expert) return invalid("expert.account", "account_id");
    if (work.db.query("SELECT 1 FROM experts WHERE account_id = $1", id).next()) return conflict("expert.exists");
    return {};
}

void keep_fields(Work& work, ExpertId id, const Expert& expert) {
    work.db.run("DELETE FROM expert_fields WHERE expert_id = $1", id);
    for (const auto& field : expert.fields) work.db.run("INSERT INTO expert_fields (expert_id, topic) VALUES ($1, $2)", id, field);
}

std::string found_by(const Expert& expert) { return folded(expert.name + " " + expert.organisation + " " + expert.summary); }

}  // namespace

bool is_own(const access::Actor& actor, const Expert& expert) {
    return actor.role == access::Role::expert && expert.account_id == actor.id;
}

bool may_edit(const access::Actor& actor, const Expert& expert) { return is_own(actor, expert) || may(actor, Permission::edit_council); }

void show_expert(Work& work, ExpertId id) {
    const auto account = work.db.query("SELECT account_id FROM experts WHERE id = $1", id).value<std::optional<access::AccountId>>();
    Audience readers{"secretariat"};
    if (account && *account) readers.push_back("account:" + (*account)->str());
    if (consented(work.db, id, "listing")) readers.push_back("signed_in");
    if (consented(work.db, id, "publicity")) readers.push_back("all");
    set_audience(work, "expert", id.str(), readers);
    auto query = work.db.query("SELECT name, organisation, summary, country FROM experts WHERE id = $1", id);
    query.next();
    const auto row = query.row();
    search::put(work.db, {"expert", id.str(), row.get<std::string>(0), row.get<std::string>(1) + "\n" + row.get<std::string>(2), readers,
                          row.get<std::string>(3), "", work.today()});
}

Result<ExpertId> add_expert(Work& work, const Expert& expert) {
    Expert added = expert;
    if (work.actor.role == access::Role::expert) added.account_id = work.actor.id;
    else TRY(access::require(work.actor, Permission::edit_council));
    TRY(check_expert(work, added));
    if (added.account_id) TRY(check_account(work, *added.account_id));
    const auto id = ExpertId::make(work.now);
    work.db.run("INSERT INTO experts (id, account_id, name, organisation, country, languages, summary, remote, on_site, available_from, available_to,"
                " search_text, sort_key, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                id, added.account_id, trim(added.name), trim(added.organisation), added.country, json::write(added.languages), added.summary,
                added.remote, added.on_site, added.available_from, added.available_to, found_by(added), sort_key(added.name, "en"),
                work.actor.log_name(), work.now);
    keep_fields(work, id, added);
    show_expert(work, id);
    work.record({"expert.added", "expert", id.str()});
    return id;
}

Done edit_expert(Work& work, const Expert& expert) {
    const Expert before = TRY(get_expert(work, expert.id));
    if (!may_edit(work.actor, before)) return forbidden("access.not_allowed");
    TRY(check_expert(work, expert));
    if (expert.version != before.version) return conflict("expert.changed");
    work.db.run("UPDATE experts SET name = $2, organisation = $3, country = $4, languages = $5, summary = $6, remote = $7, on_site = $8,"
                " available_from = $9, available_to = $10, search_text = $11, sort_key = $12, version = version + 1 WHERE id = $1",
                expert.id, trim(expert.name), trim(expert.organisation), expert.country, json::write(expert.languages), expert.summary, expert.remote,
                expert.on_site, expert.available_from, expert.available_to, found_by(expert), sort_key(expert.name, "en"));
    keep_fields(work, expert.id, expert);
    show_expert(work, expert.id);
    work.record({"expert.changed", "expert", expert.id.str()});
    return {};
}

}  // namespace homeward::council
