#pragma once
// An arrival list as a programme keeps it, read into people, warnings and refusals. Nothing is stored here.

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/person_likeness.h"

namespace homeward::people {

/// What a column holds. `age` counts where `born_on` is missing. `ignored`: a column that nobody understood, or that a person told us to leave out.
enum class ColumnMeaning {
    ignored, number, family_name, given_name, patronymic, full_name, sex, born_on, age, birth_place, citizenship, document,
    document_number, family_number, relationship, region, district, phone, note,
};
std::string_view to_string(ColumnMeaning meaning);
std::optional<ColumnMeaning> column_meaning_from(std::string_view name);

using identity::Sex;

struct ArrivalRow;

/// Somebody of the register who may be the person of a row.
struct RegisterMatch {
    std::string person_id;
    double likeness = 0;  ///< 0 to 1
};

/// as_of             the date of arrival: ages are counted on it, a stated age is an age on it
/// today             a birth date after it is refused; empty: the system's date, UTC
/// corrections       column number (from 1) to what a person says it holds
/// header_row        the row a person says holds the headers; empty: found
/// sheet             XLSX: the sheet to read; empty: the first with anything in it
/// register_matches  asked once for each row that was not refused; may be empty
struct ArrivalOptions {
    Date as_of;
    std::optional<Date> today;
    std::map<int, ColumnMeaning> corrections;
    std::optional<int> header_row;
    std::string sheet;
    std::function<std::vector<RegisterMatch>(const ArrivalRow&)> register_matches;
};

/// Why a row is refused or what a person should look at.
///
/// column, column_number   the header as written and its number from 1; empty and 0 when the list has no such column
/// reason      refusals: name_missing, date_impossible, date_unreadable, birth_date_future, sex_unreadable,
///             document_conflict
///             warnings: estimated_age, birth_year_only, birth_month_only, birth_date_missing, birth_century_assumed,
///             patronymic_missing, given_name_missing, single_name, kunya, birth_place_unknown, sex_missing
/// other_row   document_conflict: the other row; else 0
struct RowRemark {
    std::string column;
    int column_number = 0;
    std::string reason;
    int other_row = 0;
};

/// The person of a row. Texts are as written, without outer white space; empty where the list has nothing, and where
/// it has a word for nothing (document, document number, birth place).
struct ListedPerson {
    std::string number;
    std::string family_name;
    std::string given_name;
    std::string patronymic;
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
    std::optional<int> stated_age;  ///< full years on `as_of`, when the list gives an age in place of a date
    std::string birth_place;
    std::string citizenship;
    std::string document;
    std::string document_number;
    std::string family_number;
    std::string relationship;
    std::string region;
    std::string district;
    std::string phone;
    std::string note;
    bool head_of_family = false;
};

enum class RowStatus { accepted, accepted_with_warning, refused };
std::string_view to_string(RowStatus status);

/// row, line   as in tabular::Row
/// under_18    on `as_of`; where neither date nor age can be read, what the year of an impossible date or the
///             relationship tells; else empty
struct ArrivalRow {
    int row = 0;
    int line = 0;
    RowStatus status = RowStatus::accepted;
    std::vector<RowRemark> refusals;
    std::vector<RowRemark> warnings;
    ListedPerson person;
    std::optional<bool> under_18;
    std::vector<RegisterMatch> register_matches;
};

enum class OtherRowKind { title, empty, repeated_header, total };
std::string_view to_string(OtherRowKind kind);

/// A row that describes nobody.
struct OtherRow {
    int row = 0;
    OtherRowKind kind = OtherRowKind::empty;
};

struct ArrivalColumn {
    int number = 0;
    std::string header;
    ColumnMeaning meaning = ColumnMeaning::ignored;
    bool corrected = false;
};

/// Two rows that may be one person; a person decides. `likeness` is 0 to 1.
struct DuplicatePair {
    int row = 0;
    int other_row = 0;
    double likeness = 0;
};

/// Rows with one family number. `head_row` is the row whose relationship says so; empty for children on their own.
struct ListedFamily {
    std::string number;
    std::vector<int> rows;
    std::optional<int> head_row;
};

/// Persons by sex and age on `as_of`. Who cannot be placed counts in `rows` only.
struct ArrivalTotals {
    int rows = 0;
    int female_under_18 = 0;
    int female_18_and_over = 0;
    int male_under_18 = 0;
    int male_18_and_over = 0;
    int under_18 = 0;
    int age_18_and_over = 0;
};

/// duplicates_complete       false when the list has too many near-equal rows to compare them all
/// as_listed                 every person row; where sex or date cannot be read, the rest of the row speaks
///                           (relationship, patronymic, the year of an impossible date), for this count alone
/// accepted_rows             rows not refused
/// accepted_distinct_people  the same, each possible duplicate counted once
struct ArrivalVerdict {
    std::string file;
    std::string format;
    std::string sheet;
    std::vector<std::string> other_sheets;
    Date as_of;
    int header_row = 0;
    int first_data_row = 0;
    std::vector<ArrivalColumn> columns;
    std::vector<OtherRow> other_rows;
    std::vector<ArrivalRow> rows;
    int accepted = 0;
    int accepted_with_warning = 0;
    int refused = 0;
    int distinct_people = 0;
    std::vector<DuplicatePair> duplicate_pairs;
    bool duplicates_complete = true;
    std::vector<ListedFamily> families;
    ArrivalTotals as_listed;
    ArrivalTotals accepted_rows;
    ArrivalTotals accepted_distinct_people;
};

/// Reads a whole list.
///
/// file      its name, for the verdict only
/// returns   the verdict; refused rows are part of it, not errors
/// errors    as tabular::open, and `file.no_header` (no row names enough columns), `file.no_people`,
///           `file.no_such_column` (a correction names a column that is not there)
Result<ArrivalVerdict> read_arrival_list(std::string_view file, std::string_view bytes, const ArrivalOptions& options);

/// A file that could not be read. row and column are 0 where unknown.
struct FileError {
    std::string file;
    int row = 0;
    int column = 0;
    std::string reason;
};
FileError file_error(std::string_view file, const Error& error);

}  // namespace homeward::people
