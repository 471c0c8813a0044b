#include "people/import_bodies.h"

#include "people/arrival_person.h"

namespace homeward::people {
namespace {

std::optional<std::string> known(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }
std::optional<int> known(int number) { return number == 0 ? std::nullopt : std::optional(number); }

TotalsBody body_of(const ArrivalTotals& t) {
    return {t.rows, t.female_under_18, t.female_18_and_over, t.male_under_18, t.male_18_and_over, t.under_18, t.age_18_and_over};
}

void add_remarks(RowBody& body, const std::vector<RowRemark>& remarks, const char* kind) {
    for (const auto& remark : remarks) {
        body.remarks.push_back({kind, known(remark.column), known(remark.column_number), remark.reason, known(remark.other_row)});
    }
}

}  // namespace

ImportResultBody body_of(const ImportResult& r) {
    return {r.batch, r.rows, r.persons, r.joined, r.families, r.refused, r.undecided, r.repeated};
}

DraftBody body_of(store::Connection& db, const ImportDraft& draft) {
    const auto& verdict = draft.verdict;
    DraftBody body;
    body.id = draft.id;
    body.file = verdict.file;
    body.format = verdict.format;
    body.sheet = known(verdict.sheet);
    body.other_sheets = verdict.other_sheets;
    body.as_of = verdict.as_of;
    body.stage_id = known(draft.stage_id);
    body.header_row = verdict.header_row;
    for (const auto& column : verdict.columns) {
        body.columns.push_back({column.number, column.header, std::string(to_string(column.meaning)), column.corrected});
    }
    body.rows = verdict.accepted + verdict.accepted_with_warning + verdict.refused;
    body.accepted = verdict.accepted;
    body.accepted_with_warning = verdict.accepted_with_warning;
    body.refused = verdict.refused;
    body.duplicates = static_cast<int>(pairs_of(verdict).size());
    body.families = static_cast<int>(verdict.families.size());
    body.distinct_people = verdict.distinct_people;
    body.as_listed = body_of(verdict.as_listed);
    body.accepted_rows = body_of(verdict.accepted_rows);
    body.accepted_distinct_people = body_of(verdict.accepted_distinct_people);
    body.expires_at = draft.expires_at;
    const auto imported = find_import(db, draft.id);
    if (imported) body.imported = body_of(*imported);
    else if (const auto earlier = find_earlier_import(db, draft.sha256)) body.already_imported_at = earlier->at;
    return body;
}

RowBody body_of(const ArrivalVerdict& verdict, const ArrivalRow& row, const Register& reg, bool possible_duplicate) {
    const auto& listed = row.person;
    RowBody body;
    body.row = row.row;
    body.line = known(row.line);
    body.status = row.status;
    body.name = {listed.family_name, listed.given_name, listed.patronymic};
    body.sex = listed.sex;
    body.born_on = listed.born_on;
    body.family_number = known(listed.family_number);
    body.relationship = known(listed.relationship);
    body.region = known(listed.region);
    body.document = known(listed.document);
    body.document_number = known(listed.document_number);
    add_remarks(body, row.refusals, "refusal");
    add_remarks(body, row.warnings, "warning");
    if (row.status != RowStatus::refused) add_remarks(body, notes_on(verdict, row, reg), "note");
    body.possible_duplicate = possible_duplicate;
    return body;
}

}  // namespace homeward::people
