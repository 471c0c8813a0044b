#include "people/arrival_json.h"

#include "base/json.h"
#include "people/arrival_words.h"

namespace homeward::people {

namespace {

namespace js = boost::json;

js::value or_null(const std::string& text) { return text.empty() ? js::value(nullptr) : js::value(text); }

/// A family number as a number where it is one.
js::value family_value(const std::string& number) {
    const bool digits = !number.empty() && number.size() <= 9 && number.find_first_not_of("0123456789") == std::string::npos;
    return digits ? js::value(std::stoi(number)) : or_null(number);
}

js::value sex_value(Sex sex) {
    if (sex == Sex::unknown) return nullptr;
    return sex == Sex::female ? "F" : "M";
}

js::value birth_value(const ListedPerson& person) {
    if (!person.born_on) return nullptr;
    const PartialDate& born_on = *person.born_on;
    js::object birth;
    switch (born_on.precision()) {
        case DatePrecision::day: birth["date"] = born_on.earliest().str(); birth["precision"] = "day"; break;
        case DatePrecision::month: birth["year"] = born_on.year; birth["month"] = born_on.month; birth["precision"] = "month"; break;
        case DatePrecision::year: birth["year"] = born_on.year; birth["precision"] = "year"; break;
    }
    birth["estimated"] = born_on.estimated;
    if (person.stated_age) birth["age_stated"] = *person.stated_age;
    return birth;
}

js::object remark_object(const ArrivalRow& row, const RowRemark& remark) {
    js::object object{{"row", row.row}, {"column", remark.column}, {"column_number", remark.column_number}, {"reason", remark.reason}};
    if (row.line) object["line"] = row.line;
    if (remark.other_row) object["other_row"] = remark.other_row;
    return object;
}

js::array reasons(const std::vector<RowRemark>& remarks) {
    js::array array;
    for (const auto& remark : remarks) array.emplace_back(remark.reason);
    return array;
}

js::object row_object(const ArrivalRow& row) {
    const ListedPerson& person = row.person;
    js::object object{
        {"row", row.row},
        {"status", to_string(row.status)},
        {"family", family_value(person.family_number)},
        {"names", {{"family", or_null(person.family_name)}, {"given", or_null(person.given_name)}, {"patronymic", or_null(person.patronymic)}}},
        {"sex", sex_value(person.sex)},
        {"birth", birth_value(person)},
        {"birth_place", or_null(person.birth_place)},
        {"citizenship", or_null(person.citizenship)},
        {"document", or_null(person.document)},
        {"document_number", or_null(person.document_number)},
        {"relationship", or_null(person.relationship)},
        {"region", or_null(person.region)},
        {"district", or_null(person.district)},
        {"phone", or_null(person.phone)},
        {"note", or_null(person.note)},
    };
    object["under_18"] = row.under_18 ? js::value(*row.under_18) : js::value(nullptr);
    if (row.line) object["line"] = row.line;
    if (!row.refusals.empty()) object["reasons"] = reasons(row.refusals);
    if (!row.warnings.empty()) object["warnings"] = reasons(row.warnings);
    if (!row.register_matches.empty()) {
        js::array matches;
        for (const auto& match : row.register_matches) matches.push_back({{"person_id", match.person_id}, {"likeness", match.likeness}});
        object["register_matches"] = std::move(matches);
    }
    return object;
}

js::object totals_object(const ArrivalTotals& totals) {
    return {{"rows", totals.rows},
            {"female_under_18", totals.female_under_18},
            {"female_18_and_over", totals.female_18_and_over},
            {"male_under_18", totals.male_under_18},
            {"male_18_and_over", totals.male_18_and_over},
            {"under_18", totals.under_18},
            {"18_and_over", totals.age_18_and_over}};
}

js::array column_meanings(const ArrivalVerdict& verdict) {
    js::array array;
    for (const auto& column : verdict.columns) {
        array.push_back({{"number", column.number}, {"header", column.header}, {"meaning", to_string(column.meaning)}, {"corrected", column.corrected}});
    }
    return array;
}

js::object family_object(const ListedFamily& family) {
    return {{"family", family_value(family.number)},
            {"rows", js::array(family.rows.begin(), family.rows.end())},
            {"head_row", family.head_row ? js::value(*family.head_row) : js::value(nullptr)}};
}

/// An object written member by member: a list of 100,000 people must not stand in memory a second time.
class Writer {
public:
    Writer() : out_("{") {}

    template <class Value>
    void member(std::string_view name, const Value& value) {
        begin(name);
        json::append(out_, js::value(value));
    }
    /// An array of what `make` makes of each item; `make` gives any number of values.
    template <class Items, class Make>
    void array(std::string_view name, const Items& items, Make make) {
        begin(name);
        out_ += '[';
        bool first = true;
        const auto add = [&](const js::value& value) {
            if (!first) out_ += ',';
            first = false;
            json::append(out_, value);
        };
        for (const auto& item : items) make(item, add);
        out_ += ']';
    }
    std::string end() {
        out_ += '}';
        return std::move(out_);
    }

private:
    void begin(std::string_view name) {
        if (out_.size() > 1) out_ += ',';
        json::write_text(out_, name);
        out_ += ':';
    }

    std::string out_;
};

void write_form(Writer& writer, const ArrivalVerdict& verdict) {
    writer.member("file", verdict.file);
    writer.member("format", verdict.format);
    writer.member("as_of", verdict.as_of.str());
    if (!verdict.sheet.empty()) {
        writer.member("sheet", verdict.sheet);
        writer.member("other_sheets", js::array(verdict.other_sheets.begin(), verdict.other_sheets.end()));
    }
    writer.array("columns", verdict.columns, [](const ArrivalColumn& column, const auto& add) { add(js::value(column.header)); });
    writer.member("column_meanings", column_meanings(verdict));
    writer.member("header_row", verdict.header_row);
    writer.member("first_data_row", verdict.first_data_row);
    writer.array("other_rows", verdict.other_rows, [](const OtherRow& other, const auto& add) {
        add(js::object{{"row", other.row}, {"kind", to_string(other.kind)}});
    });
}

void write_counts(Writer& writer, const ArrivalVerdict& verdict) {
    writer.member("person_rows", verdict.rows.size());
    writer.member("accepted", verdict.accepted);
    writer.member("accepted_with_warning", verdict.accepted_with_warning);
    writer.member("refused", verdict.refused);
    writer.member("distinct_people_in_list", verdict.distinct_people);
    writer.member("families", verdict.families.size());
    writer.member("totals", js::object{{"as_listed", totals_object(verdict.as_listed)},
                                       {"accepted_rows", totals_object(verdict.accepted_rows)},
                                       {"accepted_distinct_people", totals_object(verdict.accepted_distinct_people)}});
}

void write_rows(Writer& writer, const ArrivalVerdict& verdict) {
    writer.array("refused_rows", verdict.rows, [](const ArrivalRow& row, const auto& add) {
        for (const auto& remark : row.refusals) add(remark_object(row, remark));
    });
    writer.array("warnings", verdict.rows, [](const ArrivalRow& row, const auto& add) {
        for (const auto& remark : row.warnings) add(remark_object(row, remark));
    });
    writer.array("duplicate_pairs", verdict.duplicate_pairs, [](const DuplicatePair& pair, const auto& add) {
        add(js::array{pair.row, pair.other_row});
    });
    writer.member("duplicates_complete", verdict.duplicates_complete);
    writer.array("family_list", verdict.families, [](const ListedFamily& family, const auto& add) { add(family_object(family)); });
    writer.array("rows", verdict.rows, [](const ArrivalRow& row, const auto& add) { add(row_object(row)); });
}

}  // namespace

std::string arrival_json(const ArrivalVerdict& verdict) {
    Writer writer;
    write_form(writer, verdict);
    write_counts(writer, verdict);
    write_rows(writer, verdict);
    return writer.end();
}

std::string arrival_error_json(const FileError& error) {
    js::object inner{{"file", error.file}, {"row", nullptr}, {"column", nullptr}, {"reason", error.reason}};
    if (error.row) inner["row"] = error.row;
    if (error.column) inner["column"] = error.column;
    return json::write(js::object{{"error", std::move(inner)}});
}

}  // namespace homeward::people
