#include "people/arrival_rows.h"

#include "base/text.h"
#include "people/arrival_columns.h"
#include "people/arrival_dates.h"
#include "people/arrival_names.h"
#include "people/arrival_relations.h"
#include "people/arrival_words.h"

namespace homeward::people {

namespace {

using enum ColumnMeaning;

class RowReader {
public:
    RowReader(const tabular::Row& row, const ColumnMap& columns, const RowContext& context)
        : row_(row), columns_(columns), context_(context) {}

    RowReading read() {
        reading_.row.row = row_.number;
        reading_.row.line = row_.line;
        read_texts();
        read_names();
        read_the_sex();
        read_the_birth();
        read_birth_place();
        return std::move(reading_);
    }

private:
    ListedPerson& person() { return reading_.row.person; }
    std::string text(ColumnMeaning meaning) const { return columns_.text(row_, meaning); }
    std::string text_unless_none(ColumnMeaning meaning) const {
        std::string written = text(meaning);
        return says_none(written) ? std::string() : written;
    }

    RowRemark remark(ColumnMeaning meaning, std::string_view reason) const {
        const ArrivalColumn* column = columns_.column(meaning);
        return {column ? column->header : std::string(), column ? column->number : 0, std::string(reason), 0};
    }
    void refuse(ColumnMeaning meaning, std::string_view reason) { reading_.row.refusals.push_back(remark(meaning, reason)); }
    void warn(ColumnMeaning meaning, std::string_view reason) { reading_.row.warnings.push_back(remark(meaning, reason)); }

    void read_texts() {
        person().number = text(number);
        person().citizenship = text(citizenship);
        person().document = text_unless_none(document);
        person().document_number = text(document_number);
        if (says_unknown(person().document_number)) person().document_number.clear();
        person().family_number = text_unless_none(family_number);
        person().relationship = text(relationship);
        person().region = text(region);
        person().district = text(district);
        person().phone = text(phone);
        person().note = text(note);
    }

    std::string name(ColumnMeaning meaning) const {
        std::string written = text(meaning);
        return says_no_name(written) ? std::string() : written;
    }

    void read_names() {
        person().family_name = name(family_name);
        person().given_name = name(given_name);
        person().patronymic = name(patronymic);
        const bool in_one_cell = person().family_name.empty() && person().given_name.empty() && columns_.column(full_name);
        if (in_one_cell) {
            const std::string written = name(full_name);
            const SplitName parts = split_full_name(written);
            person().family_name = parts.family_name;
            person().given_name = parts.given_name;
            if (person().patronymic.empty()) person().patronymic = parts.patronymic;
        }
        remark_names(columns_.column(family_name) ? family_name : full_name, columns_.column(given_name) ? given_name : full_name);
    }

    void remark_names(ColumnMeaning family_column, ColumnMeaning given_column) {
        const bool has_family = !person().family_name.empty();
        const bool has_given = !person().given_name.empty();
        const bool has_patronymic = !person().patronymic.empty();
        if (!has_family && !has_given && !has_patronymic) return refuse(given_column, "name_missing");
        if (is_kunya(person().given_name, person().family_name)) return warn(given_column, "kunya");
        if (!has_given && is_kunya(person().family_name, "")) return warn(family_column, "kunya");
        if (has_given && !has_family && !has_patronymic) return warn(family_column, "single_name");
        if (has_family && !has_given && !has_patronymic) return warn(given_column, "single_name");
        if (has_family && has_given && !has_patronymic) return warn(columns_.column(patronymic) ? patronymic : full_name, "patronymic_missing");
        if (!has_given) warn(given_column, "given_name_missing");
    }

    void read_the_sex() {
        if (!columns_.column(sex)) return warn(sex, "sex_missing");
        person().sex = read_sex(text(sex));
        if (person().sex == Sex::unknown) refuse(sex, "sex_unreadable");
    }

    void read_the_birth() {
        ColumnMeaning column = born_on;
        BirthReading birth = read_birth(columns_.cell(row_, born_on), context_.as_of, context_.today, context_.date_1904);
        if (birth.warning == "birth_date_missing" && columns_.column(age)) {
            column = age;
            birth = read_age(columns_.cell(row_, age), context_.as_of);
        }
        person().born_on = birth.born_on;
        person().stated_age = birth.stated_age;
        reading_.year_hint = birth.year;
        if (!birth.refusal.empty()) refuse(column, birth.refusal);
        if (!birth.warning.empty()) warn(column, birth.warning);
    }

    void read_birth_place() {
        person().birth_place = text(birth_place);
        if (!says_unknown(person().birth_place)) return;
        person().birth_place.clear();
        warn(birth_place, "birth_place_unknown");
    }

    const tabular::Row& row_;
    const ColumnMap& columns_;
    const RowContext& context_;
    RowReading reading_;
};

/// Cells with text of their own.
std::vector<const tabular::Cell*> own_cells(const tabular::Row& row) {
    std::vector<const tabular::Cell*> cells;
    for (const auto& cell : row.cells) {
        if (!cell.merged && !trim(cell.text).empty()) cells.push_back(&cell);
    }
    return cells;
}

/// One to four words of letters: it may be a name.
bool may_be_name(std::string_view text) {
    if (text.find_first_of(":;_\"()/") != std::string_view::npos) return false;
    const std::string key = word_key(text);
    const auto count = words_of(key).size();
    return count >= 1 && count <= 4 && std::none_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

ColumnMap::ColumnMap(const std::vector<ArrivalColumn>& columns) {
    for (const auto& column : columns) {
        if (column.meaning != ignored) by_meaning_.emplace(column.meaning, &column);
    }
}

const ArrivalColumn* ColumnMap::column(ColumnMeaning meaning) const {
    const auto found = by_meaning_.find(meaning);
    return found == by_meaning_.end() ? nullptr : found->second;
}

const tabular::Cell& ColumnMap::cell(const tabular::Row& row, ColumnMeaning meaning) const {
    static const tabular::Cell none;
    const ArrivalColumn* found = column(meaning);
    if (!found || static_cast<std::size_t>(found->number) > row.cells.size()) return none;
    return row.cells[static_cast<std::size_t>(found->number) - 1];
}

std::string ColumnMap::text(const tabular::Row& row, ColumnMeaning meaning) const {
    return std::string(trim(cell(row, meaning).text));
}

RowReading read_row(const tabular::Row& row, const ColumnMap& columns, const RowContext& context) {
    return RowReader(row, columns, context).read();
}

std::optional<OtherRowKind> other_kind(const tabular::Row& row, const std::vector<ArrivalColumn>& columns,
                                       const ColumnMap& map, const RowContext& context) {
    const auto cells = own_cells(row);
    if (cells.empty()) return OtherRowKind::empty;
    if (repeats_header(row, columns)) return OtherRowKind::repeated_header;
    const auto is_own = [&](ColumnMeaning meaning) { return !map.text(row, meaning).empty() && !map.cell(row, meaning).merged; };
    // Whoever has a sex or a birth date is a person, even one called Total.
    if (read_sex(map.text(row, sex)) != Sex::unknown) return std::nullopt;
    const auto birth = read_birth(map.cell(row, born_on), context.as_of, context.today, context.date_1904);
    if (birth.born_on && birth.warning != "estimated_age") return std::nullopt;
    for (std::size_t at = 0; at < std::min<std::size_t>(cells.size(), 3); ++at) {
        if (starts_total(word_key(cells[at]->text.substr(0, 200)))) return OtherRowKind::total;
    }
    if (cells.size() > 1) return std::nullopt;
    if (tells_count(word_key(cells[0]->text.substr(0, 200)))) return OtherRowKind::total;
    // One cell: a heading, a signature, or a name that somebody left without anything else.
    const bool numbered_only = is_own(number);
    if (numbered_only && !may_be_name(cells[0]->text)) return cells[0]->text.find(' ') == std::string::npos ? OtherRowKind::empty : OtherRowKind::title;
    const bool named = (is_own(family_name) || is_own(given_name) || is_own(full_name)) && may_be_name(cells[0]->text);
    return named ? std::nullopt : std::optional(OtherRowKind::title);
}

}  // namespace homeward::people
