#pragma once
// Drafts of imports as the API shows them. Only .cpp files include this.

#include "people/import_commit.h"
#include "people/import_draft.h"
#include "people/person_bodies.h"

namespace homeward::people {

struct ColumnBody {
    int number;
    std::string header, meaning;
    bool corrected;
};
BOOST_DESCRIBE_STRUCT(ColumnBody, (), (number, header, meaning, corrected))

struct TotalsBody {
    int rows, female_under_18, female_18_and_over, male_under_18, male_18_and_over, under_18, age_18_and_over;
};
BOOST_DESCRIBE_STRUCT(TotalsBody, (), (rows, female_under_18, female_18_and_over, male_under_18, male_18_and_over, under_18, age_18_and_over))

struct ImportResultBody {
    ImportBatchId batch_id;
    int rows, persons, joined, families, refused, undecided;
    bool repeated;
};
BOOST_DESCRIBE_STRUCT(ImportResultBody, (), (batch_id, rows, persons, joined, families, refused, undecided, repeated))
ImportResultBody body_of(const ImportResult& result);

/// counts of rows; `imported` once that was done
struct DraftBody {
    ImportBatchId id;
    std::string file, format;
    std::optional<std::string> sheet;
    std::vector<std::string> other_sheets;
    Date as_of;
    std::optional<std::string> stage_id;
    int header_row;
    std::vector<ColumnBody> columns;
    int rows, accepted, accepted_with_warning, refused, duplicates, families, distinct_people;
    TotalsBody as_listed, accepted_rows, accepted_distinct_people;
    Instant expires_at;
    std::optional<Instant> already_imported_at;
    std::optional<ImportResultBody> imported;
};
BOOST_DESCRIBE_STRUCT(DraftBody, (), (id, file, format, sheet, other_sheets, as_of, stage_id, header_row, columns, rows, accepted,
                                      accepted_with_warning, refused, duplicates, families, distinct_people, as_listed, accepted_rows,
                                      accepted_distinct_people, expires_at, already_imported_at, imported))
DraftBody body_of(store::Connection& db, const ImportDraft& draft);

/// kind   refusal, warning, note
struct RemarkBody {
    std::string kind;
    std::optional<std::string> column;
    std::optional<int> column_number;
    std::string reason;
    std::optional<int> other_row;
};
BOOST_DESCRIBE_STRUCT(RemarkBody, (), (kind, column, column_number, reason, other_row))

struct RowBody {
    int row;
    std::optional<int> line;
    RowStatus status;
    NameParts name;
    Sex sex;
    std::optional<PartialDate> born_on;
    std::optional<std::string> family_number, relationship, region, document, document_number;
    std::vector<RemarkBody> remarks;
    bool possible_duplicate;
};
BOOST_DESCRIBE_STRUCT(RowBody, (), (row, line, status, name, sex, born_on, family_number, relationship, region, document, document_number,
                                    remarks, possible_duplicate))
RowBody body_of(const ArrivalVerdict& verdict, const ArrivalRow& row, const Register& reg, bool possible_duplicate);

/// `other` a row of the list, or `person` somebody of the register
struct PairBody {
    std::string pair;
    double score;
    std::vector<std::string> reasons;
    RowBody row;
    std::optional<RowBody> other;
    std::optional<RegisterItemBody> person;
};
BOOST_DESCRIBE_STRUCT(PairBody, (), (pair, score, reasons, row, other, person))

}  // namespace homeward::people
