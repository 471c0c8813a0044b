#include "people/duplicates.h"

#include "base/json.h"
#include "people/edit_person.h"
#include "people/enum_names.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::Permission;

constexpr EnumNames<DuplicateState, 3> kStates{{
    {DuplicateState::open, "open"}, {DuplicateState::same, "same"}, {DuplicateState::different, "different"},
}};

constexpr std::string_view kColumns = "SELECT id, person_a, person_b, score, reasons, state, decided_by, decided_at FROM duplicate_candidates ";

DuplicateCandidate candidate_from(const store::Row& row) {
    DuplicateCandidate candidate;
    candidate.id = row.get<DuplicateId>(0);
    candidate.person_a = row.get<PersonId>(1);
    candidate.person_b = row.get<PersonId>(2);
    candidate.score = row.real(3);
    candidate.reasons = json::read<std::vector<std::string>>(row.text(4)).value();
    candidate.state = *value_in(kStates, row.text(5));
    candidate.decided_by = row.text(6);
    candidate.decided_at = row.get<std::optional<Instant>>(7);
    return candidate;
}

Result<DuplicateCandidate> get_candidate(access::Work& work, DuplicateId id) {
    auto query = work.db.query(std::string(kColumns) + "WHERE id = $1", id);
    if (!query.next()) return not_found("duplicate.not_found");
    return candidate_from(query.row());
}

bool may_review(const access::Work& work, const RegisterItem& person) {
    return access::may(work.actor, Permission::review_duplicates, {person.region, person.assigned_to});
}

/// The pair, for an actor who may decide about both.
Result<DuplicateCandidate> open_candidate(access::Work& work, DuplicateId id) {
    TRY(access::require(work.actor, Permission::review_duplicates));
    const auto candidate = TRY(get_candidate(work, id));
    if (candidate.state != DuplicateState::open) return conflict("duplicate.decided");
    TRY(require_person(work.db, work.actor, Permission::review_duplicates, candidate.person_a));
    TRY(require_person(work.db, work.actor, Permission::review_duplicates, candidate.person_b));
    return candidate;
}

void save_decision(access::Work& work, const DuplicateCandidate& candidate, DuplicateState state) {
    work.db.run("UPDATE duplicate_candidates SET state = $1, decided_by = $2, decided_at = $3 WHERE id = $4", to_string(state),
                work.actor.log_name(), work.now, candidate.id);
    for (const auto& person : {candidate.person_a, candidate.person_b}) {
        work.record({"duplicate.decided", "duplicate", candidate.id.str(), person.str(), {{"decision", std::string(to_string(state))}}});
    }
}

}  // namespace

std::string_view to_string(DuplicateState state) { return name_in(kStates, state); }

void note_duplicate(access::Work& work, PersonId one, PersonId other, const identity::Verdict& why, DuplicateState state) {
    if (one == other) return;
    std::vector<std::string> reasons;
    for (const auto reason : why.reasons) reasons.emplace_back(identity::to_string(reason));
    const bool decided = state != DuplicateState::open;
    work.db.run("INSERT INTO duplicate_candidates (id, person_a, person_b, score, reasons, state, decided_by, decided_at, created_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (person_a, person_b) DO NOTHING",
                DuplicateId::make(work.now), std::min(one, other), std::max(one, other), why.score, json::write(reasons), to_string(state),
                decided ? std::optional(work.actor.log_name()) : std::nullopt, decided ? std::optional(work.now) : std::nullopt, work.now);
}

Result<DuplicatePage> list_duplicates(access::Work& work, const Register& reg, std::optional<DuplicateId> after, int limit) {
    TRY(access::require(work.actor, Permission::review_duplicates));
    DuplicatePage page;
    bool passed = !after.has_value();
    for (const auto row : work.db.query(std::string(kColumns) + "WHERE state = 'open' ORDER BY score DESC, id")) {
        auto candidate = candidate_from(row);
        const auto a = reg.find(candidate.person_a);
        const auto b = reg.find(candidate.person_b);
        if (!a || !b || !may_review(work, *a) || !may_review(work, *b)) continue;
        ++page.total;
        const bool wanted = passed && page.items.size() < static_cast<std::size_t>(limit);
        if (passed && !wanted && !page.next) page.next = page.items.back().candidate.id;
        if (after == candidate.id) passed = true;
        if (wanted) page.items.push_back({std::move(candidate), *a, *b});
    }
    // The pair of the cursor may have been decided meanwhile: what is left is shown from the start.
    if (!passed) return list_duplicates(work, reg, std::nullopt, limit);
    return page;
}

Result<DuplicateRecords> read_duplicate(access::Work& work, DuplicateId id) {
    TRY(access::require(work.actor, Permission::review_duplicates));
    auto candidate = TRY(get_candidate(work, id));
    TRY(require_person(work.db, work.actor, Permission::review_duplicates, candidate.person_a));
    TRY(require_person(work.db, work.actor, Permission::review_duplicates, candidate.person_b));
    auto a = TRY(read_person(work, candidate.person_a));
    auto b = TRY(read_person(work, candidate.person_b));
    return DuplicateRecords{std::move(candidate), std::move(a), std::move(b)};
}

Done decide_different(access::Work& work, DuplicateId id) {
    save_decision(work, TRY(open_candidate(work, id)), DuplicateState::different);
    return {};
}

Done decide_same(access::Work& work, Register& reg, DuplicateId id, PersonId keep) {
    const auto candidate = TRY(open_candidate(work, id));
    if (keep != candidate.person_a && keep != candidate.person_b) return invalid("duplicate.keep", "keep");
    save_decision(work, candidate, DuplicateState::same);
    return merge_persons(work, reg, keep, keep == candidate.person_a ? candidate.person_b : candidate.person_a);
}

}  // namespace homeward::people
