#include <algorithm>
#include <set>

#include "base/json.h"
#include "forms/definition_json.h"
#include "forms/value.h"
#include "forms/xlsform.h"
#include "forms/xlsform_types.h"
#include "tabular/row_writer.h"

namespace homeward::forms {
namespace {

/// One row as text by column.
using Cells = std::map<std::string, std::string>;

std::string_view type_of(Kind kind) {
    switch (kind) {
        case Kind::long_text: case Kind::partial_date: return "text";
        case Kind::group: return "begin_group";
        case Kind::repeat: return "begin_repeat";
        default: break;
    }
    const auto found = std::ranges::find(kXlsTypes, kind, &XlsType::kind);
    return found == std::end(kXlsTypes) ? "text" : found->type;
}

std::string number(double value) {
    std::string text;
    json::append(text, value);
    return text;
}

void put(Cells& cells, const std::string& column, const Texts& texts) {
    for (const auto& language : kXlsLanguages) {
        const auto found = texts.find(std::string(language.code));
        if (found == texts.end() || found->second.empty()) continue;
        cells[column + "::" + std::string(language.name) + " (" + std::string(language.code) + ")"] = found->second;
    }
}
void put(Cells& cells, const std::string& column, const std::optional<std::string>& text) {
    if (text && !text->empty()) cells[column] = *text;
}

class Writing {
public:
    explicit Writing(const Definition& definition) : definition_(definition) {}

    std::string workbook() {
        add(definition_.fields);
        for (const auto& scale : definition_.all_scales()) add(scale);
        Cells settings{{"form_id", definition_.id}, {"version", std::to_string(definition_.version)}};
        put(settings, "homeward::title", definition_.title);
        if (const auto plain = first_of(definition_.title); !plain.empty()) settings["form_title"] = plain;
        if (definition_.note) put(settings, "homeward::note", *definition_.note);
        put(settings, "default_language", std::optional<std::string>(default_language()));

        std::string out;
        const auto book = tabular::xlsx_book_writer(out, {"survey", "choices", "settings", "scales"});
        write(*book, {"type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "calculation", "appearance"}, survey_);
        book->next_sheet();
        write(*book, {"list_name", "name", "label"}, choices_);
        book->next_sheet();
        write(*book, {"form_title", "form_id", "version", "default_language"}, {settings});
        book->next_sheet();
        write(*book, {"scale", "kind", "name", "label", "weight", "from"}, scales_);
        book->finish();
        return out;
    }

private:
    std::string default_language() const {
        const bool english = definition_.title.contains("en");
        return english ? "English (en)" : "Russian (ru)";
    }
    static std::string first_of(const Texts& texts) {
        for (const char* language : {"en", "ru"}) {
            if (const auto found = texts.find(language); found != texts.end()) return found->second;
        }
        return {};
    }

    void add(const std::vector<Field>& fields) {
        for (const auto& field : fields) {
            survey_.push_back(row_of(field));
            if (!field.holds_fields()) continue;
            add(field.inner());
            survey_.push_back({{"type", field.kind == Kind::group ? "end_group" : "end_repeat"}});
        }
    }

    Cells row_of(const Field& field) {
        Cells cells{{"type", std::string(type_of(field.kind))}, {"name", field.code}};
        if (field.kind == Kind::yes_no) cells["type"] = "select_one " + yes_no_list();
        if (field.kind == Kind::choice) cells["type"] = "select_one " + list_of(field);
        if (field.kind == Kind::choices) cells["type"] = "select_multiple " + list_of(field);
        if (field.kind == Kind::long_text) cells["appearance"] = "multiline";
        // Other programs do not know these kinds; on the way back they are again what they were.
        if (field.kind == Kind::partial_date || field.kind == Kind::yes_no) cells["homeward::kind"] = std::string(json::name_of(field.kind));
        put(cells, "label", field.label);
        if (field.hint) put(cells, "hint", *field.hint);
        put(cells, "required", field.required == "true()" ? std::optional<std::string>("yes") : field.required);
        put(cells, "relevant", field.relevant);
        put(cells, "constraint", field.constraint);
        if (field.constraint_message) put(cells, "constraint_message", *field.constraint_message);
        put(cells, "calculation", field.calculation);
        put(cells, "homeward::dimension", field.dimension);
        if (field.weight) cells["homeward::weight"] = number(*field.weight);
        if (field.most) cells["homeward::most"] = std::to_string(*field.most);
        return cells;
    }

    std::string yes_no_list() {
        if (!std::exchange(has_yes_no_, true)) {
            choices_.push_back({{"list_name", "homeward_yes_no"}, {"name", "yes"}, {"label::English (en)", "Yes"}, {"label::Russian (ru)", "Да"}});
            choices_.push_back({{"list_name", "homeward_yes_no"}, {"name", "no"}, {"label::English (en)", "No"}, {"label::Russian (ru)", "Нет"}});
        }
        return "homeward_yes_no";
    }

    /// Questions with the same choices share a list.
    std::string list_of(const Field& field) {
        const auto [known, is_new] = lists_.emplace(json::write(field.options()), field.code);
        if (is_new) {
            for (const auto& choice : field.options()) {
                Cells cells{{"list_name", field.code}, {"name", choice.code}};
                put(cells, "label", choice.label);
                if (choice.score) cells["homeward::score"] = number(*choice.score);
                choices_.push_back(std::move(cells));
            }
        }
        return known->second;
    }

    void add(const Scale& scale) {
        const auto row = [&](const char* kind, const std::string& code, const Texts& label) {
            scales_.push_back({{"scale", scale.code}, {"kind", kind}, {"name", code}});
            put(scales_.back(), "label", label);
        };
        row("scale", scale.code, scale.label);
        if (scale.note) put(scales_.back(), "note", *scale.note);
        for (const auto& dimension : scale.dimensions) {
            row("dimension", dimension.code, dimension.label);
            scales_.back()["weight"] = number(dimension.weight);
        }
        for (const auto& band : scale.bands) {
            row("band", band.code, band.label);
            scales_.back()["from"] = number(band.from);
        }
    }

    /// The usual columns first, each followed by its languages; then what else there is.
    static void write(tabular::RowWriter& out, const std::vector<std::string>& usual, const std::vector<Cells>& rows) {
        std::set<std::string> there;
        for (const auto& row : rows) {
            for (const auto& [column, ignored] : row) there.insert(column);
        }
        std::vector<std::string> columns;
        for (const auto& name : usual) {
            // An empty sheet keeps its head, so that it can be filled in.
            if (there.erase(name) || rows.empty()) columns.push_back(name);
            for (const auto& language : kXlsLanguages) {
                const auto column = name + "::" + std::string(language.name) + " (" + std::string(language.code) + ")";
                if (there.erase(column)) columns.push_back(column);
            }
        }
        columns.insert(columns.end(), there.begin(), there.end());
        for (const auto& column : columns) out.text(column);
        out.end_row();
        for (const auto& row : rows) {
            for (const auto& column : columns) {
                const auto found = row.find(column);
                if (found == row.end()) out.empty(); else out.text(found->second);
            }
            out.end_row();
        }
    }

    const Definition& definition_;
    std::vector<Cells> survey_, choices_, scales_;
    std::map<std::string, std::string> lists_;
    bool has_yes_no_ = false;
};

}  // namespace

std::string write_xlsform(const Definition& definition) { return Writing(definition).workbook(); }

}  // namespace homeward::forms
