#include "node/answers.h"

#include <algorithm>
#include <cmath>

namespace homeward::apps {
namespace {

using people::PersonId;
using statistics::Catalogue;
using statistics::Indicator;
using statistics::kNotConcerned;
using statistics::kNothingKnown;
using statistics::Measure;
using statistics::PersonFact;

/// One indicator, and its place in the catalogue.
struct Asked {
    std::size_t at = 0;
    const Indicator* indicator = nullptr;

    bool counts(std::string_view code) const { return indicator->codes.empty() || std::ranges::find(indicator->codes, code) != indicator->codes.end(); }
};

class Answers {
public:
    Answers(access::Work& work, const Catalogue& catalogue, Date on, const std::unordered_map<PersonId, std::int32_t>& slots, std::vector<PersonFact>& persons)
        : work_(work), catalogue_(catalogue), on_(on), slots_(slots), persons_(persons) {
        std::vector<std::int32_t> nothing;
        for (const auto& indicator : catalogue.indicators) nothing.push_back(indicator.measure == Measure::timeliness ? kNotConcerned : kNothingKnown);
        for (auto& person : persons_) person.answers = nothing;
    }

    void fill() {
        happened("people.document_facts.restored_on", "SELECT person_id, kind, restored_on FROM document_facts WHERE restored_on <= $1");
        happened("services.service_facts.delivered_on", "SELECT person_id, service, delivered_on FROM service_facts WHERE delivered_on <= $1");
        surveys();
        care();
        consents();
        deadlines("casework.review_facts.done_on", "SELECT person_id, due_on, done_on FROM review_facts");
        deadlines("casework.complaint_answers.answered_on", "SELECT person_id, answer_by, answered_on FROM complaint_answers WHERE received_on <= $1");
    }

private:
    std::vector<Asked> asking(std::string_view source) const {
        std::vector<Asked> asked;
        for (std::size_t i = 0; i < catalogue_.indicators.size(); ++i) {
            const Indicator& indicator = catalogue_.indicators[i];
            if (indicator.has_outcome() && indicator.source == source) asked.push_back({i, &indicator});
        }
        return asked;
    }

    PersonFact* find(PersonId person) {
        const auto slot = slots_.find(person);
        return slot == slots_.end() ? nullptr : &persons_[static_cast<std::size_t>(slot->second)];
    }

    Date year_begins() const { return {on_.year, 1, 1}; }

    /// Something that came about on a day.
    void event(PersonFact& person, const Asked& asked, Date day) {
        if (on_ < day) return;
        auto& answer = person.answers[asked.at];
        if (asked.indicator->measure == Measure::happened) {
            if (asked.indicator->period != statistics::Period::year || !(day < year_begins())) answer = 1;
        } else if (person.arrived_on != Date{}) {
            // What was there on arrival took no day.
            const auto days = static_cast<std::int32_t>(std::max<std::int64_t>(0, day.days() - person.arrived_on.days()));
            answer = answer == kNothingKnown ? days : std::min(answer, days);
        }
    }

    /// rows   person, code, day; up to the day that is bound
    void happened(std::string_view source, const std::string& rows) {
        const auto all = asking(source);
        if (all.empty()) return;
        for (const auto row : work_.db.query(rows, on_)) {
            auto* person = find(row.get<PersonId>(0));
            if (!person) continue;
            for (const auto& asked : all) if (asked.counts(row.text(1))) event(*person, asked, row.get<Date>(2));
        }
    }

    void surveys() {
        constexpr double kThousandths = 1000;
        for (const char* dimension : {"economic", "social", "psychosocial"}) {
            const auto all = asking(std::string("services.survey_facts.") + dimension);
            if (all.empty()) continue;
            for (const auto row : work_.db.query(std::string("SELECT person_id, month, ") + dimension + " FROM survey_facts WHERE answered_on <= $1 AND " +
                                                 dimension + " IS NOT NULL", on_)) {
                auto* person = find(row.get<PersonId>(0));
                if (!person) continue;
                for (const auto& asked : all) {
                    if (asked.indicator->month == row.get<int>(1)) person->answers[asked.at] = static_cast<std::int32_t>(std::lround(row.get<double>(2) * kThousandths));
                }
            }
        }
    }

    void care() {
        const auto all = asking("casework.care_spells.kind");
        if (all.empty()) return;
        for (const auto row : work_.db.query("SELECT person_id, kind, from_on, to_on FROM care_spells WHERE from_on <= $1 ORDER BY from_on", on_)) {
            auto* person = find(row.get<PersonId>(0));
            if (!person) continue;
            const auto to = row.get<std::optional<Date>>(3);
            for (const auto& asked : all) spell(*person, asked, row.text(1), row.get<Date>(2), to && *to <= on_ ? to : std::nullopt);
        }
    }

    /// to   nothing while it stands on the reference date
    void spell(PersonFact& person, const Asked& asked, std::string_view kind, Date from, std::optional<Date> to) {
        if (!asked.counts(kind)) return;
        auto& answer = person.answers[asked.at];
        if (asked.indicator->measure == Measure::standing) {
            if (!to) answer = category(*asked.indicator, kind);
            return;
        }
        const Date end = to.value_or(on_);
        const Date start = std::max(from, person.arrived_on);
        if (end < start) return;
        // A day that was begun and ended in it is a day in it.
        answer = std::max(answer, 0) + static_cast<std::int32_t>(std::max<std::int64_t>(1, end.days() - start.days()));
    }

    static std::int32_t category(const Indicator& indicator, std::string_view code) {
        const auto found = std::ranges::find(indicator.categories, code);
        return found == indicator.categories.end() ? kNothingKnown : static_cast<std::int32_t>(found - indicator.categories.begin());
    }

    /// The newest record of a purpose counts.
    void consents() {
        const auto all = asking("people.consent_facts.answer");
        if (all.empty()) return;
        for (const auto row : work_.db.query("SELECT person_id, purpose, answer, expires_on, withdrawn_on FROM consent_facts WHERE given_on <= $1 ORDER BY given_on, id", on_)) {
            auto* person = find(row.get<PersonId>(0));
            if (!person) continue;
            const auto expires = row.get<std::optional<Date>>(3), withdrawn = row.get<std::optional<Date>>(4);
            std::string_view state = row.text(2) == "not_asked" ? "other_basis" : row.text(2);
            if (withdrawn && *withdrawn <= on_) state = "refused";
            else if (expires && *expires < on_) state = "";
            for (const auto& asked : all) if (asked.counts(row.text(1))) person->answers[asked.at] = category(*asked.indicator, state);
        }
    }

    /// What was to be done by a day: by the reference date within the year, or overdue on it. Of several the worst counts.
    void deadlines(std::string_view source, const std::string& rows) {
        const auto all = asking(source);
        if (all.empty()) return;
        enum Timeliness { in_time, late, overdue };
        auto query = rows.find("$1") == std::string::npos ? work_.db.query(rows) : work_.db.query(rows, on_);
        for (const auto row : query) {
            auto* person = find(row.get<PersonId>(0));
            if (!person) continue;
            const Date due = row.get<Date>(1);
            const auto done = row.get<std::optional<Date>>(2);
            int found = kNotConcerned;
            if (done && !(on_ < *done)) {
                if (!(*done < year_begins())) found = due < *done ? late : in_time;
            } else if (due < on_) {
                found = overdue;
            }
            for (const auto& asked : all) person->answers[asked.at] = std::max(person->answers[asked.at], found);
        }
    }

    access::Work& work_;
    const Catalogue& catalogue_;
    Date on_;
    const std::unordered_map<PersonId, std::int32_t>& slots_;
    std::vector<PersonFact>& persons_;
};

}  // namespace

void fill_answers(access::Work& work, const Catalogue& catalogue, Date reference_date, const std::unordered_map<PersonId, std::int32_t>& slots,
                  std::vector<PersonFact>& persons) {
    Answers(work, catalogue, reference_date, slots, persons).fill();
}

}  // namespace homeward::apps
