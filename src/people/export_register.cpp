#include "people/export_register.h"

#include <algorithm>
#include <memory>

#include "http/reply.h"
#include "people/sheet_words.h"
#include "tabular/row_writer.h"

namespace homeward::people {
namespace {

/// Rows of one part: some 40 KiB.
constexpr std::size_t kRowsOfPart = 250;

constexpr std::array kColumns{"export.code", "export.family_name", "export.given_name", "export.patronymic", "export.other_names",
                              "export.sex", "export.born_on", "export.estimated", "export.stage", "export.arrived_on", "export.region",
                              "export.district", "export.family", "export.relationship", "export.step"};

/// What a part needs from the database: it is not kept in memory.
struct Placed {
    std::string district, family_code, relationship;
};
Placed placed(store::Connection& db, PersonId id) {
    auto query = db.query("SELECT p.district, f.code, p.relationship FROM persons p LEFT JOIN families f ON f.id = p.family_id WHERE p.id = $1", id);
    if (!query.next()) return {};
    return {query.row().get<std::string>(0), query.row().get<std::string>(1), query.row().get<std::string>(2)};
}

/// The file while it grows; held by the reply.
class Sheet {
public:
    Sheet(const Register& reg, access::Works& works, std::vector<PersonId> ids, ExportFormat format, std::string language)
        : reg_(reg), works_(works), ids_(std::move(ids)), language_(std::move(language)) {
        if (format == ExportFormat::csv) writer_ = tabular::csv_writer(out_, {});
        else writer_ = tabular::xlsx_writer(out_, {word("export.sheet"), true});
    }

    /// Appends the next part; false when that was the last.
    bool write_part(std::string& part) {
        if (next_ == 0) write_heading();
        const auto end = std::min(ids_.size(), next_ + kRowsOfPart);
        works_.store().read([&](store::Connection& db) {
            for (; next_ < end; ++next_) write_person(db, ids_[next_]);
        });
        const bool last = next_ == ids_.size();
        if (last) write_end();
        part += out_;
        out_.clear();
        return !last;
    }

private:
    std::string word(std::string_view key) const { return sheet_word(key, language_); }

    void write_heading() {
        for (const auto* column : kColumns) writer_->text(word(column));
        writer_->end_row();
    }

    void write_end() {
        writer_->text(word("export.rows"));
        writer_->number(static_cast<std::int64_t>(rows_));
        writer_->end_row();
        writer_->finish();
    }

    void write_name(const std::vector<NameParts>& names) {
        const NameParts main = names.empty() ? NameParts{} : names.front();
        for (const auto* part : {&main.family, &main.given, &main.patronymic}) writer_->text(*part);
        std::string others;
        for (std::size_t i = 1; i < names.size(); ++i) others += (others.empty() ? "" : "; ") + display_name(names[i]);
        writer_->text(others);
    }

    void write_person(store::Connection& db, PersonId id) {
        const auto entry = reg_.entry(id);
        if (!entry) return;  // found to be another person since the export began
        const auto place = placed(db, id);
        const auto stage = reg_.find_stage(entry->stage_id);
        writer_->text(entry->code);
        write_name(entry->names);
        writer_->text(word("sex." + std::string(to_string(entry->sex))));
        write_birth_date(entry->born_on);
        writer_->text(stage ? stage->name : "");
        if (entry->arrived_on) writer_->date(*entry->arrived_on); else writer_->empty();
        writer_->text(region_name(entry->region));
        writer_->text(place.district);
        writer_->text(place.family_code);
        writer_->text(place.relationship.empty() ? "" : word("relationship." + place.relationship));
        writer_->text(word("step." + std::string(to_string(entry->step))));
        writer_->end_row();
        ++rows_;
    }

    void write_birth_date(const std::optional<PartialDate>& born_on) {
        if (!born_on) {
            writer_->empty();
        } else if (born_on->precision() == DatePrecision::day) {
            writer_->date(born_on->earliest());
        } else {
            PartialDate known = *born_on;
            known.estimated = false;
            writer_->text(known.str());
        }
        writer_->text(born_on && born_on->estimated ? word("yes") : "");
    }

    std::string region_name(const std::string& id) const {
        for (const auto& region : reg_.regions()) {
            if (region.id == id) return language_ == "en" ? region.name_en : language_ == "ru" ? region.name_ru : region.name_own;
        }
        return {};
    }

    const Register& reg_;
    access::Works& works_;
    std::vector<PersonId> ids_;
    std::string language_;
    std::string out_;
    std::unique_ptr<tabular::RowWriter> writer_;
    std::size_t next_ = 0;
    std::size_t rows_ = 0;
};

}  // namespace

std::optional<ExportFormat> export_format_from(std::string_view name) {
    if (name == "csv") return ExportFormat::csv;
    if (name == "xlsx") return ExportFormat::xlsx;
    return std::nullopt;
}

const std::vector<std::string_view>& export_reasons() {
    static const std::vector<std::string_view> reasons{"reporting", "service_planning", "handover", "data_check", "person_asked"};
    return reasons;
}

Result<http::Reply> export_register(access::Work& work, const Register& reg, access::Works& works, const ExportOrder& order) {
    const auto& reasons = export_reasons();
    auto ids = TRY(reg.ids_for_export(work.actor, order.filter, work.today()));
    if (std::find(reasons.begin(), reasons.end(), order.reason) == reasons.end()) return invalid("register.export_reason", "reason");
    const bool csv = order.format == ExportFormat::csv;
    work.record({"register.exported", "register", reg.state(), {},
                 {{"persons", std::to_string(ids.size())}, {"reason", order.reason}, {"format", csv ? "csv" : "xlsx"}}});
    auto sheet = std::make_shared<Sheet>(reg, works, std::move(ids), order.format, order.language);
    return http::download(csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "homeward-register-" + work.today().str() + (csv ? ".csv" : ".xlsx"),
                          [sheet = std::move(sheet)](std::string& part) { return sheet->write_part(part); });
}

}  // namespace homeward::people
