#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "base/languages.h"
#include "base/text.h"
#include "forms/definition_json.h"
#include "forms/xlsform.h"
#include "forms/xlsform_sheet.h"
#include "forms/xlsform_types.h"

namespace homeward::forms {
namespace {

using Params = std::map<std::string, std::string>;

std::optional<double> number_in_cell(const std::string& text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
    return value;
}

class Reading {
public:
    Result<ReadXlsForm> read(std::string_view bytes) {
        const auto survey = TRY(read_sheet(bytes, "survey"));
        if (!survey) return invalid("form.xlsform.no_survey");
        if (!survey->has("type")) return invalid("form.xlsform.no_type");
        if (const auto choices = TRY(read_sheet(bytes, "choices"))) read_choices(*choices);
        if (const auto settings = TRY(read_sheet(bytes, "settings"))) read_settings(*settings);
        if (const auto scales = TRY(read_sheet(bytes, "scales"))) read_scales(*scales);
        for (const auto& language : survey->unknown_languages) leave_out("survey", 1, language, "form.left_out.language", {{"name", shortened(language, 60)}});
        read_survey(*survey);
        TRY(within_limits(result_.definition));
        return std::move(result_);
    }

private:
    void leave_out(const char* sheet, int row, const std::string& name, std::string key, Params params = {}) {
        result_.left_out.push_back({sheet, row, name.empty() ? std::nullopt : std::optional(shortened(name, 60)), std::move(key), std::move(params)});
    }

    void read_choices(const XlsSheet& sheet) {
        for (const auto& row : sheet.rows) {
            std::string list = row.text("list_name");
            if (list.empty()) list = row.text("list name");
            const std::string code = row.text("name").empty() ? row.text("value") : row.text("name");
            if (list.empty()) continue;
            if (code.empty()) {
                leave_out("choices", row.number, list, "form.left_out.no_name");
                continue;
            }
            lists_[list].push_back({coded(code), row.texts("label"), number_in_cell(row.text("homeward::score"))});
            if (coded(code) != code) leave_out("choices", row.number, code, "form.left_out.renamed", {{"name", coded(code)}});
        }
    }

    /// Our codes are small letters, digits and low lines; theirs are mostly.
    static std::string coded(const std::string& name) {
        std::string code;
        for (const char c : name) {
            if (c >= 'A' && c <= 'Z') code += static_cast<char>(c - 'A' + 'a');
            else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) code += c;
            else code += '_';
        }
        if (code.empty() || code[0] < 'a' || code[0] > 'z') code.insert(0, "c");
        return code.substr(0, 50);
    }

    void read_settings(const XlsSheet& sheet) {
        if (sheet.rows.empty()) return;
        const auto& row = sheet.rows.front();
        result_.definition.id = coded(row.text("form_id"));
        result_.definition.title = row.texts("homeward::title");
        if (result_.definition.title.empty()) result_.definition.title = row.texts("form_title");
        if (auto note = row.texts("homeward::note"); !note.empty()) result_.definition.note = std::move(note);
        if (!row.text("style").empty() || !row.text("public_key").empty()) leave_out("settings", row.number, "", "form.left_out.setting");
    }

    void read_scales(const XlsSheet& sheet) {
        std::vector<Scale> scales;
        for (const auto& row : sheet.rows) {
            const std::string kind = row.text("kind"), code = row.text("name");
            if (kind == "scale") {
                scales.push_back({code, row.texts("label"), {}, {}, {}});
                if (auto note = row.texts("note"); !note.empty()) scales.back().note = std::move(note);
            } else if (scales.empty() || (kind != "dimension" && kind != "band")) {
                leave_out("scales", row.number, code, "form.left_out.unknown_type", {{"name", shortened(kind, 60)}});
            } else if (kind == "dimension") {
                scales.back().dimensions.push_back({code, row.texts("label"), number_in_cell(row.text("weight")).value_or(1)});
            } else {
                scales.back().bands.push_back({code, number_in_cell(row.text("from")).value_or(0), row.texts("label")});
            }
        }
        if (!scales.empty()) result_.definition.scales = std::move(scales);
    }

    void read_survey(const XlsSheet& sheet) {
        std::vector<Field> all;
        std::vector<std::pair<Field, std::string>> open;  // what is being filled, and what ends it
        int ignored_depth = 0;
        for (const auto& row : sheet.rows) {
            std::string type = row.text("type");
            if (type.empty() && row.text("name").empty()) continue;
            std::ranges::replace(type, '_', ' ');
            if (type == "begin group" || type == "begin repeat") {
                if (static_cast<int>(open.size()) + 1 >= kDeepestField) {
                    ++ignored_depth;
                    leave_out("survey", row.number, row.text("name"), "form.left_out.too_deep");
                    continue;
                }
                open.emplace_back(common(row, type == "begin group" ? Kind::group : Kind::repeat), type == "begin group" ? "end group" : "end repeat");
                open.back().first.fields.emplace();
            } else if (type == "end group" || type == "end repeat") {
                if (ignored_depth > 0) --ignored_depth;
                else if (open.empty() || open.back().second != type) leave_out("survey", row.number, "", "form.left_out.ends_nothing");
                else close(open, all);
            } else if (auto field = question(row, type)) {
                (open.empty() ? all : *open.back().first.fields).push_back(std::move(*field));
            }
        }
        while (!open.empty()) {
            leave_out("survey", sheet.last_row, open.back().first.code, "form.left_out.not_ended");
            close(open, all);
        }
        result_.definition.fields = std::move(all);
    }

    static void close(std::vector<std::pair<Field, std::string>>& open, std::vector<Field>& all) {
        Field done = std::move(open.back().first);
        open.pop_back();
        (open.empty() ? all : *open.back().first.fields).push_back(std::move(done));
    }

    std::optional<Field> question(const XlsRow& row, const std::string& type) {
        if (type.starts_with("select one") || type.starts_with("select multiple")) return choosing(row, type.starts_with("select one"));
        const auto found = std::ranges::find(kXlsTypes, type, &XlsType::type);
        if (found == std::end(kXlsTypes)) {
            leave_out("survey", row.number, row.text("name"), "form.left_out.unknown_type", {{"name", shortened(row.text("type"), 60)}});
            return {};
        }
        Kind kind = found->kind;
        if (kind == Kind::text && row.text("appearance").find("multiline") != std::string::npos) kind = Kind::long_text;
        if (row.text("homeward::kind") == "partial_date") kind = Kind::partial_date;
        return common(row, kind);
    }

    std::optional<Field> choosing(const XlsRow& row, bool one) {
        // The list's name keeps its own spelling: only what stands before it was made even.
        const std::string type = row.text("type");
        const auto words = words_of(type);
        const std::size_t list_at = words.size() > 1 && (words[0] == "select") ? 2 : 1;
        if (words.size() <= list_at || words[0].find("from_file") != std::string_view::npos) {
            leave_out("survey", row.number, row.text("name"), "form.left_out.unknown_type", {{"name", shortened(type, 60)}});
            return {};
        }
        const std::string list(words[list_at]);
        if (words.size() > list_at + 1 && words[list_at + 1] == "or_other") leave_out("survey", row.number, row.text("name"), "form.left_out.other_choice");
        if (!row.text("choice_filter").empty()) leave_out("survey", row.number, row.text("name"), "form.left_out.choice_filter");
        Field field = common(row, one ? Kind::choice : Kind::choices);
        if (one && row.text("homeward::kind") == "yes_no") {
            field.kind = Kind::yes_no;
            return field;
        }
        const auto found = lists_.find(list);
        if (found == lists_.end()) leave_out("survey", row.number, row.text("name"), "form.left_out.no_list", {{"name", shortened(list, 60)}});
        else field.choices = found->second;
        return field;
    }

    static std::vector<std::string_view> words_of(std::string_view text) {
        std::vector<std::string_view> words;
        for (const auto word : split(text, ' ')) {
            if (!word.empty()) words.push_back(word);
        }
        return words;
    }

    /// What every row has, whatever it asks.
    Field common(const XlsRow& row, Kind kind) {
        Field field;
        const std::string name = row.text("name");
        field.code = coded(name);
        field.kind = kind;
        if (name.empty()) leave_out("survey", row.number, "", "form.left_out.no_name");
        else if (field.code != name) leave_out("survey", row.number, name, "form.left_out.renamed", {{"name", field.code}});
        field.label = row.texts("label");
        if (auto hint = row.texts("hint"); !hint.empty()) field.hint = std::move(hint);
        if (auto message = row.texts("constraint_message"); !message.empty()) field.constraint_message = std::move(message);
        field.required = required(row);
        field.relevant = expression(row, "relevant");
        field.constraint = expression(row, "constraint");
        field.calculation = expression(row, "calculation");
        if (!field.is_question()) field.required.reset();
        if (const auto dimension = row.text("homeward::dimension"); !dimension.empty()) field.dimension = dimension;
        field.weight = number_in_cell(row.text("homeward::weight"));
        if (const auto most = number_in_cell(row.text(row.text("homeward::most").empty() ? "repeat_count" : "homeward::most"))) {
            field.most = static_cast<int>(std::clamp(*most, 0.0, 1'000.0));
        } else if (!row.text("repeat_count").empty()) {
            leave_out("survey", row.number, name, "form.left_out.repeat_count");
        }
        for (const char* column : {"default", "trigger", "media::image", "image", "audio", "video"}) {
            if (!row.text(column).empty()) leave_out("survey", row.number, name, "form.left_out.column", {{"name", column}});
        }
        return field;
    }

    std::optional<std::string> required(const XlsRow& row) {
        const std::string text = row.text("required");
        const auto is = [&](std::initializer_list<std::string_view> words) { return std::ranges::find(words, std::string_view(text)) != words.end(); };
        if (text.empty() || is({"no", "No", "NO", "false", "FALSE", "False", "false()"})) return {};
        if (is({"yes", "Yes", "YES", "true", "TRUE", "True", "true()"})) return "true()";
        return expression(row, "required");
    }

    /// The text is kept also when it cannot be read: whoever mends it must see what was meant.
    std::optional<std::string> expression(const XlsRow& row, const char* column) {
        std::string text = row.text(column);
        if (text.empty()) return {};
        if (const auto parsed = Expression::parse(text); !parsed) {
            auto params = parsed.error().params;
            params.emplace("column", column);
            leave_out("survey", row.number, row.text("name"), parsed.error().key, std::move(params));
        }
        return shortened(text, kLongestExpression);
    }

    ReadXlsForm result_;
    std::map<std::string, std::vector<Choice>> lists_;
};

}  // namespace

Result<ReadXlsForm> read_xlsform(std::string_view bytes) { return Reading().read(bytes); }

}  // namespace homeward::forms
