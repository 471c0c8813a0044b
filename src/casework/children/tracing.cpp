#include "casework/children/tracing.h"

#include <algorithm>

#include "casework/visit.h"

namespace homeward::casework::children {
namespace {

using access::AccountId;
using access::Work;

constexpr std::string_view kCircumstances[] = {"conflict", "death", "detention", "journey", "left_in_care", "not_known", "other"};
constexpr std::string_view kSought[] = {"mother", "father", "sibling", "grandmother", "grandfather", "aunt_uncle", "other_relative"};
constexpr std::string_view kStates[] = {"open", "in_progress", "verified", "reunified", "closed"};
constexpr WordRule kSeparationWords[] = {{"how"}, {"last_seen"}};
constexpr WordRule kTracingWords[] = {{"name"}, {"asked_of"}};
constexpr WordRule kReunionWords[] = {{"child_prepared", true}, {"family_prepared", true}};
constexpr WordRule kClosingWords[] = {{"closing", true}};

history::Fields fields_of(const Separation& each) {
    return children::fields_of(each.words, {{"circumstance", each.circumstance}, {"since", each.since ? each.since->str() : ""}});
}
history::Fields fields_of(const Tracing& each) {
    return children::fields_of(each.words, {{"sought", each.sought}, {"state", each.state}, {"reunified_on", text_of(each.reunified_on)}});
}

Done save(Work& work, const CaseFile& file, const Tracing& before, const Tracing& after) {
    work.db.run("UPDATE tracing_requests SET state = $2, kinship_id = $3, reunified_on = $4, words_sealed = $5, moved_at = $6, version = version + 1 WHERE id = $1",
                after.id, after.state, after.kinship_id, after.reunified_on,
                TRY(seal_words(work, file.person_id, "tracing_requests", after.id.str(), after.words)), work.now);
    work.record({"tracing.moved", "tracing_request", after.id.str(), file.person_id.str(), {{"to", after.state}}});
    return history::note(work, file.person_id.uuid, {"tracing_request", after.id.str()}, fields_of(before), fields_of(after));
}

/// Whether this is evidence of this person that was confirmed.
bool confirmed(Work& work, const CaseFile& file, const std::optional<people::documents::KinshipId>& kinship) {
    return kinship && work.db.query("SELECT 1 FROM kinship_evidence WHERE id = $1 AND person_id = $2 AND conclusion = 'confirmed'", *kinship, file.person_id).next();
}

Done plan_visits(Work& work, const CaseFile& file, Date reunified_on) {
    for (const auto& due : visits_after(reunified_on)) {
        // One noted late: what would lie behind is due now.
        TRY(plan_visit(work, file.id, std::max(due, work.today()), VisitKind::home, VisitPurpose::after_reunification));
    }
    return {};
}

/// The request as the move leaves it.
Result<Tracing> moved(Work& work, const CaseFile& file, Tracing tracing, const TracingMove& move) {
    TRY(check_code(kStates, move.to, "to"));
    const auto next = std::ranges::find(kStates, tracing.state) + 1;
    if (tracing.state == "closed" || (move.to != "closed" && move.to != *next)) return conflict("tracing.step");
    tracing.state = move.to;
    Words words;
    if (move.to == "verified") {
        if (!confirmed(work, file, move.kinship_id)) return invalid("tracing.evidence", "kinship_id");
        tracing.kinship_id = move.kinship_id;
    } else if (move.to == "reunified") {
        if (!move.on) return invalid("tracing.day_missing", "on");
        TRY(check_past(work, *move.on, "on"));
        tracing.reunified_on = move.on;
        words = TRY(tidied(move.words, kReunionWords));
    } else if (move.to == "closed") {
        words = TRY(tidied(move.words, kClosingWords));
    }
    for (const auto& [name, text] : words) tracing.words[name] = text;
    return tracing;
}

}  // namespace

std::vector<Date> visits_after(Date reunified_on) {
    return {reunified_on.plus_days(7), reunified_on.plus_months(1), reunified_on.plus_months(3), reunified_on.plus_months(6)};
}

Done write_separation(Work& work, CaseId id, int version, const NewSeparation& given) {
    const Child child = TRY(require_child_to_write(work, id));
    TRY(check_code(kCircumstances, given.circumstance, "circumstance"));
    if (given.since) TRY(check_past(work, given.since->earliest(), "since"));
    const auto stands = TRY(separation_of(work, child.file));
    if ((stands ? stands->version : 0) != version) return conflict("edit.changed_meanwhile");
    Separation after = stands.value_or(Separation{});
    static_cast<NewSeparation&>(after) = given;
    after.words = TRY(tidied(given.words, kSeparationWords));
    if (!stands) after.id = SeparationId::make(work.now);
    const auto since = after.since ? std::optional(after.since->str()) : std::nullopt;
    work.db.run("INSERT INTO separations (id, case_id, circumstance, since, words_sealed, recorded_by, recorded_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)"
                " ON CONFLICT (case_id) DO UPDATE SET circumstance = $3, since = $4, words_sealed = $5, version = version + 1",
                after.id, id, after.circumstance, since, TRY(seal_words(work, child.file.person_id, "separations", after.id.str(), after.words)), work.actor.id, work.now);
    work.record({"separation.written", "separation", after.id.str(), child.file.person_id.str()});
    return history::note(work, child.file.person_id.uuid, {"separation", after.id.str()}, stands ? fields_of(*stands) : history::Fields{}, fields_of(after));
}

Result<TracingId> look_for(Work& work, CaseId id, const std::string& sought, const Words& given) {
    const Child child = TRY(require_child_to_write(work, id));
    TRY(check_code(kSought, sought, "sought"));
    Tracing tracing{TracingId::make(work.now), sought, "open", {}, {}, TRY(tidied(given, kTracingWords)), work.actor.id, work.now, 1};
    work.db.run("INSERT INTO tracing_requests (id, case_id, sought, state, words_sealed, asked_by, asked_at, moved_at, version) VALUES ($1, $2, $3, 'open', $4, $5, $6, $6, 1)",
                tracing.id, id, sought, TRY(seal_words(work, child.file.person_id, "tracing_requests", tracing.id.str(), tracing.words)), work.actor.id, work.now);
    work.record({"tracing.opened", "tracing_request", tracing.id.str(), child.file.person_id.str(), {{"sought", sought}}});
    TRY(history::note(work, child.file.person_id.uuid, {"tracing_request", tracing.id.str()}, {}, fields_of(tracing)));
    return tracing.id;
}

Done move_tracing(Work& work, TracingId id, int version, const TracingMove& move) {
    const auto case_id = work.db.query("SELECT case_id FROM tracing_requests WHERE id = $1", id).value<CaseId>();
    if (!case_id) return not_found("tracing.not_found");
    const Child child = TRY(require_child_to_write(work, *case_id));
    const auto all = TRY(tracings_of(work, child.file));
    const Tracing before = *std::ranges::find(all, id, &Tracing::id);
    if (before.version != version) return conflict("edit.changed_meanwhile");
    const Tracing after = TRY(moved(work, child.file, before, move));
    TRY(save(work, child.file, before, after));
    return move.to == "reunified" ? plan_visits(work, child.file, *move.on) : Done();
}

Result<std::optional<Separation>> separation_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    auto query = work.db.query("SELECT id, circumstance, since, words_sealed, recorded_by, version FROM separations WHERE case_id = $1", file.id);
    if (!query.next()) return std::optional<Separation>();
    const auto row = query.row();
    Separation separation;
    separation.id = row.get<SeparationId>(0);
    separation.circumstance = row.text(1);
    separation.since = row.get<std::optional<PartialDate>>(2);
    separation.words = open_words(key, "separations", separation.id.str(), row.blob(3));
    separation.recorded_by = row.get<AccountId>(4);
    separation.version = row.get<int>(5);
    return std::optional(std::move(separation));
}

Result<std::vector<Tracing>> tracings_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Tracing> all;
    for (const auto row : work.db.query("SELECT id, sought, state, kinship_id, reunified_on, words_sealed, asked_by, asked_at, version FROM tracing_requests"
                                        " WHERE case_id = $1 ORDER BY id DESC", file.id)) {
        Tracing tracing;
        tracing.id = row.get<TracingId>(0);
        tracing.sought = row.text(1);
        tracing.state = row.text(2);
        tracing.kinship_id = row.get<std::optional<people::documents::KinshipId>>(3);
        tracing.reunified_on = row.get<std::optional<Date>>(4);
        tracing.words = open_words(key, "tracing_requests", tracing.id.str(), row.blob(5));
        tracing.asked_by = row.get<AccountId>(6);
        tracing.asked_at = row.get<Instant>(7);
        tracing.version = row.get<int>(8);
        all.push_back(std::move(tracing));
    }
    return all;
}

}  // namespace homeward::casework::children
