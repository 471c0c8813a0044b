#include "people/import_commit.h"

#include <algorithm>
#include <set>

#include "people/add_person.h"
#include "people/arrival_person.h"
#include "people/create_person.h"
#include "people/duplicates.h"
#include "people/import_families.h"
#include "people/join_persons.h"
#include "people/operations.h"
#include "people/person_rules.h"
#include "people/person_store.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::Permission;

/// What one import holds in hand.
struct Import {
    access::Work& work;
    Register& reg;
    const ArrivalVerdict& verdict;
    const ImportOrder& order;
    std::vector<ListedGroup> groups;
    std::map<int, PersonId> person_of_row;  ///< by the row's number
    std::vector<RegisterEntry> entries;     ///< for the register in memory, once this is committed
    ImportResult result;

    const ArrivalRow& row(int place) const { return verdict.rows[static_cast<std::size_t>(place)]; }
    PairDecision decision(const std::string& pair) const {
        const auto found = order.decisions.find(pair);
        return found == order.decisions.end() ? PairDecision::later : found->second;
    }
};

Error at_row(Error error, int row) {
    error.params["row"] = std::to_string(row);
    return error;
}

void save_batch(Import& import) {
    const auto& result = import.result;
    const auto& stage = import.order.stage_id;
    import.work.db.run("INSERT INTO import_batches (id, sha256, stage_id, as_of, rows, persons, joined, families, refused, undecided, "
                       "imported_by, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                       result.batch, import.order.sha256, stage.empty() ? std::nullopt : std::optional(stage), import.verdict.as_of, result.rows,
                       result.persons, result.joined, result.families, result.refused, result.undecided,
                       import.work.actor.log_name(), import.work.now);
    import.work.record({"arrivals.imported", "import_batch", result.batch.str(), {},
                        {{"rows", std::to_string(result.rows)}, {"persons", std::to_string(result.persons)},
                         {"refused", std::to_string(result.refused)}, {"stage", stage}}});
}

/// The person that the rows of a group describe together; the first row's name is the main one.
NewPerson described_by(const Import& import, const ListedGroup& group) {
    const auto from = [&](int place) {
        return person_of(import.row(place).person, import.reg, import.order.stage_id, import.verdict.as_of);
    };
    Person whole;
    static_cast<NewPerson&>(whole) = from(group.rows.front());
    for (std::size_t i = 1; i < group.rows.size(); ++i) {
        const NewPerson other = from(group.rows[i]);
        whole = joined(std::move(whole), other);
        for (const auto& document : other.documents) {
            if (!has_document(whole.documents, document)) whole.documents.push_back(document);
        }
    }
    return whole;
}

Result<RegisterEntry> make_person(Import& import, const ListedGroup& group, const FamilyPlan& families) {
    NewPerson person = described_by(import, group);
    person.family_id = families.family_of(import.row(group.rows.front()).row);
    return add_person(import.work, import.reg, person);
}

/// Somebody of the register came up in the list again: what was not known is added.
Result<RegisterEntry> complete_person(Import& import, const ListedGroup& group, const FamilyPlan& families) {
    auto& work = import.work;
    TRY(require_person(work.db, work.actor, Permission::edit_person, *group.person));
    const Person before = TRY(get_person(work, *group.person));
    NewPerson listed = described_by(import, group);
    listed.family_id = families.family_of(import.row(group.rows.front()).row);
    const auto key = TRY(work.vault().key_of(work.db, before.id.uuid));
    const Person whole = joined(before, listed);
    TRY(update_person(work, key, whole, before.version));
    replace_names(work, key, before.id, whole.names);
    for (const auto& document : listed.documents) {
        if (!has_document(before.papers, document)) insert_document(work, key, before.id, document);
    }
    work.record({"person.changed", "person", before.id.str(), before.id.str(), {{"fields", "import"}, {"batch", import.order.id.str()}}});
    return entry_of(TRY(get_person(work, before.id)));
}

/// Asked anew inside the transaction: the register may have grown since the preview.
struct Question {
    int row;
    Lookalike other;
};
std::vector<Question> questions_to_register(const Import& import) {
    std::vector<Question> questions;
    for (const auto& group : import.groups) {
        for (const int place : group.rows) {
            const auto& listed = import.row(place).person;
            for (auto& found : import.reg.lookalikes(description_of(listed), document_numbers_of(listed))) {
                if (found.id != group.person) questions.push_back({import.row(place).row, std::move(found)});
            }
        }
    }
    return questions;
}

DuplicateState state_for(PairDecision decision) {
    return decision == PairDecision::different ? DuplicateState::different : DuplicateState::open;
}

/// Notes a question once per pair of persons, and counts those that stay open.
class Questions {
public:
    explicit Questions(Import& import) : import_(import) {}
    void note(PersonId one, PersonId other, const identity::Verdict& why, PairDecision decision) {
        if (one == other || !asked_.insert(std::minmax(one, other)).second) return;
        note_duplicate(import_.work, one, other, why, state_for(decision));
        if (state_for(decision) == DuplicateState::open) ++import_.result.undecided;
    }

private:
    Import& import_;
    std::set<std::pair<PersonId, PersonId>> asked_;
};

void note_questions(Import& import, const std::vector<Question>& to_register) {
    Questions questions(import);
    std::map<int, const ArrivalRow*> rows;
    for (const auto& row : import.verdict.rows) rows[row.row] = &row;
    for (const auto& pair : pairs_of(import.verdict)) {
        if (pair.other_row == 0) continue;
        const auto& one = rows.at(pair.row)->person;
        const auto& other = rows.at(pair.other_row)->person;
        auto why = identity::compare(description_of(one), description_of(other), ties_of(document_numbers_of(one), document_numbers_of(other)));
        why.score = pair.score;
        questions.note(import.person_of_row.at(pair.row), import.person_of_row.at(pair.other_row), why, import.decision(pair.key));
    }
    for (const auto& [row, other] : to_register) {
        questions.note(import.person_of_row.at(row), other.id, other.verdict,
                       import.decision("r" + std::to_string(row) + "-p" + other.id.str()));
    }
}

Done bring_in_groups(Import& import, const FamilyPlan& families) {
    for (const auto& group : import.groups) {
        const int first_row = import.row(group.rows.front()).row;
        auto made = group.person ? complete_person(import, group, families) : make_person(import, group, families);
        if (!made) return at_row(std::move(made).error(), first_row);
        for (const int place : group.rows) import.person_of_row[import.row(place).row] = made->id;
        import.result.persons += group.person ? 0 : 1;
        import.result.joined += static_cast<int>(group.rows.size()) - (group.person ? 0 : 1);
        import.entries.push_back(std::move(*made));
    }
    return {};
}

Done check_order(access::Work& work, const Register& reg, const ArrivalVerdict& verdict, const ImportOrder& order) {
    if (!order.stage_id.empty() && !stage_stands(work.db, reg, order.stage_id)) return invalid("person.unknown_stage", "stage_id");
    if (verdict.accepted + verdict.accepted_with_warning == 0) return invalid("import.nothing_to_import");
    if (const auto earlier = find_earlier_import(work.db, order.sha256); earlier && !order.again) {
        return conflict("import.already_imported", {{"on", Date::of(earlier->at).str()}});
    }
    return {};
}

}  // namespace

std::optional<ImportResult> find_import(store::Connection& db, ImportBatchId id) {
    auto query = db.query("SELECT rows, persons, joined, families, refused, undecided FROM import_batches WHERE id = $1", id);
    if (!query.next()) return std::nullopt;
    const auto row = query.row();
    return ImportResult{id, row.get<int>(0), row.get<int>(1), row.get<int>(2), row.get<int>(3), row.get<int>(4), row.get<int>(5), true};
}

std::optional<EarlierImport> find_earlier_import(store::Connection& db, const std::string& sha256) {
    auto query = db.query("SELECT id, imported_at FROM import_batches WHERE sha256 = $1 ORDER BY imported_at DESC LIMIT 1", sha256);
    if (!query.next()) return std::nullopt;
    return EarlierImport{query.row().get<ImportBatchId>(0), query.row().get<Instant>(1)};
}

Result<ImportResult> commit_arrivals(access::Work& work, Register& reg, const ArrivalVerdict& verdict, const ImportOrder& order) {
    TRY(access::require(work.actor, Permission::import_arrivals));
    if (auto done = find_import(work.db, order.id)) return *done;
    TRY(check_order(work, reg, verdict, order));

    Import import{work, reg, verdict, order, TRY(groups_of(verdict, order.decisions)), {}, {}, {}};
    import.result.batch = order.id;
    import.result.rows = static_cast<int>(verdict.rows.size());
    import.result.refused = verdict.refused;
    const auto questions = questions_to_register(import);
    FamilyPlan families = TRY(FamilyPlan::make(work, reg, verdict, import.groups, order.stage_id));
    TRY(bring_in_groups(import, families));
    TRY(families.set_heads(work, import.person_of_row));
    import.result.families = families.made();
    note_questions(import, questions);
    save_batch(import);
    work.after_commit([&reg, entries = std::move(import.entries)]() mutable { reg.put(std::move(entries)); });
    return import.result;
}

}  // namespace homeward::people
