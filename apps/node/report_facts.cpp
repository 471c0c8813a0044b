#include "node/report_facts.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "statistics/definitions/indicators.h"

namespace homeward::apps {
namespace {

using access::Work;
using people::PersonId;
using statistics::Cube;
using statistics::CubeMaker;
using statistics::Dimension;

constexpr const char* kUnknown = "unknown";
constexpr int kMonths = 12;
constexpr int kFirstYear = 2019;  // of the operations

Dimension regions_of(const people::Register& people) {
    Dimension regions{"region", {}};
    for (const auto& region : people.regions()) regions.categories.push_back(region.id);
    regions.categories.emplace_back(kUnknown);
    return regions;
}

std::string month_text(int year, int month) {
    const std::string digits = std::to_string(month);
    return std::to_string(year) + (month < 10 ? "-0" : "-") + digits;
}

/// The twelve months up to the one of `today`, and what lies before.
Dimension months_up_to(Date today) {
    Dimension months{"month", {}};
    for (int back = kMonths - 1; back >= 0; --back) {
        const int index = today.year * 12 + static_cast<int>(today.month) - 1 - back;
        months.categories.push_back(month_text(index / 12, index % 12 + 1));
    }
    months.categories.emplace_back("earlier");
    return months;
}

std::string_view month_of(std::string_view day) { return day.substr(0, 7); }

Dimension operations_of(const people::Register& people) {
    Dimension operations{"operation", {}};
    for (const auto& stage : people.stages()) {
        if (std::ranges::find(operations.categories, stage.operation) == operations.categories.end()) operations.categories.push_back(stage.operation);
    }
    operations.categories.emplace_back("not_by_operation");
    return operations;
}

Dimension years_up_to(Date today) {
    Dimension years{"arrival_year", {}};
    for (int year = kFirstYear; year <= today.year; ++year) years.categories.push_back(std::to_string(year));
    years.categories.emplace_back(kUnknown);
    return years;
}

std::unordered_map<PersonId, std::string> care_of_people(Work& work) {
    std::unordered_map<PersonId, std::string> care;
    for (const auto row : work.db.query("SELECT person_id, kind FROM care_standing")) care.emplace(row.get<PersonId>(0), row.text(1));
    return care;
}

std::unordered_map<PersonId, std::string> citizenship_of_people(Work& work) {
    std::unordered_map<PersonId, std::string> citizenship;
    for (const auto row : work.db.query("SELECT person_id, status FROM nationality_standing")) citizenship.emplace(row.get<PersonId>(0), row.text(1));
    return citizenship;
}

std::unordered_set<PersonId> with_restored_documents(Work& work) {
    std::unordered_set<PersonId> restored;
    for (const auto row : work.db.query("SELECT DISTINCT person_id FROM document_facts")) restored.insert(row.get<PersonId>(0));
    return restored;
}

Cube people_cube(Work& work, const people::Register& people) {
    const Date today = work.today();
    const auto care = care_of_people(work);
    const auto restored = with_restored_documents(work);
    const auto citizenship = citizenship_of_people(work);
    CubeMaker maker("people", work.now,
                    {regions_of(people), {"sex", {"female", "male", kUnknown}}, statistics::age_dimension(), operations_of(people), years_up_to(today),
                     {"step", {"opened", "assessed", "plan_draft", "plan_submitted", "plan_approved", "in_service", "follow_up", "closure_proposed", "closed", "none"}},
                     {"care", {"parent", "kinship", "foster", "guardianship", "residential", "kafala", "independent", "none"}},
                     {"documents", {"restored", "none"}},
                     {"citizenship", {"confirmed", "dual", "under_determination", "statelessness_feared", "none"}}});
    const auto stages = people.stages();
    people.each([&](const people::PersonFacts& person) {
        const auto* stage = stages.find(person.stage_id);
        const auto arrived = person.arrived_on ? person.arrived_on : stage ? stage->on_date : std::nullopt;
        const char* sex = person.sex == people::Sex::female ? "female" : person.sex == people::Sex::male ? "male" : kUnknown;
        const auto cared = care.find(person.id);
        const auto held = citizenship.find(person.id);
        maker.add({maker.category(0, person.region), maker.category(1, sex),
                   statistics::age_band_of(person.born_on ? age_on(*person.born_on, today) : -1), maker.category(3, person.operation),
                   maker.category(4, arrived ? std::to_string(arrived->year) : kUnknown), maker.category(5, people::to_string(person.step)),
                   maker.category(6, cared == care.end() ? "none" : cared->second), restored.contains(person.id) ? 0 : 1,
                   maker.category(8, held == citizenship.end() ? "none" : held->second)});
    });
    return maker.finished();
}

/// What was asked of the civil registry and others, by the step of the chain that it is for. Steps of a State's own chain are `other`.
Cube documents_cube(Work& work, const people::Register& people) {
    CubeMaker maker("document_requests", work.now,
                    {regions_of(people), {"chain_step", {"birth_proof", "kinship", "citizenship", "identity_document", "school", "benefit", "housing", "other"}},
                     {"asked_of", {"registry", "court", "migration_authority", "embassy", "health_facility"}},
                     {"request", {"asked", "taken", "more_needed", "issued", "refused", "withdrawn"}}, months_up_to(work.today())});
    for (const auto row : work.db.query("SELECT region, step, asked_of, state, asked_on FROM document_request_facts")) {
        maker.add({maker.category(0, row.text(0)), maker.category(1, row.text(1)), maker.category(2, row.text(2)), maker.category(3, row.text(3)),
                   maker.category(4, month_of(row.text(4)))});
    }
    return maker.finished();
}

Cube needs_cube(Work& work, const people::Register& people) {
    CubeMaker maker("needs", work.now,
                    {regions_of(people), {"domain", {"documents", "family", "education", "health", "psychosocial", "housing", "livelihood", "legal", "safety"}},
                     {"level", {"urgent", "some", "none"}}});
    for (const auto row : work.db.query("SELECT region, domain, level FROM need_facts")) {
        maker.add({maker.category(0, row.text(0)), maker.category(1, row.text(1)), maker.category(2, row.text(2))});
    }
    return maker.finished();
}

/// Days from asking to having.
const char* waiting_band(const std::optional<Date>& asked, const std::optional<Date>& delivered) {
    constexpr int kMonthDays = 30, kQuarterDays = 90;
    if (!asked || !delivered) return "not_delivered";
    const auto days = delivered->days() - asked->days();
    return days <= kMonthDays ? "within_30" : days <= kQuarterDays ? "within_90" : "over_90";
}

Cube services_cube(Work& work, const people::Register& people) {
    CubeMaker maker("services", work.now,
                    {regions_of(people), {"service", {"documents_civil_rights", "family_reunification", "school_enrolment", "catch_up_classes", "medical_care",
                                                      "psychosocial_support", "social_aid", "housing", "legal_aid", "vocational_training", "low_interest_loan",
                                                      "business_equipment", "job_placement", "family_counselling", "other"}},
                     {"state", {"requested", "waiting", "ordered", "delivered", "refused"}}, {"waiting", {"within_30", "within_90", "over_90", "not_delivered"}},
                     months_up_to(work.today())});
    for (const auto row : work.db.query("SELECT region, service, state, asked_on, delivered_on FROM order_facts")) {
        maker.add({maker.category(0, row.text(0)), maker.category(1, row.text(1)), maker.category(2, row.text(2)),
                   maker.category(3, waiting_band(row.get<std::optional<Date>>(3), row.get<std::optional<Date>>(4))), maker.category(4, month_of(row.text(3)))});
    }
    return maker.finished();
}

Cube incidents_cube(Work& work, const people::Register& people) {
    CubeMaker maker("incidents", work.now,
                    {regions_of(people), {"place", {"school", "street", "online", "office", "media", "neighbourhood", "work", "other"}},
                     {"incident", {"name_calling", "exclusion", "refused_service", "intimidation", "violence", "exposure", "other"}},
                     {"ended", {"stopped", "settled", "goes_on", "handed_on", "open"}}, months_up_to(work.today())});
    for (const auto row : work.db.query("SELECT region, place, kind, coalesce(outcome, 'open'), happened_on FROM incident_facts")) {
        maker.add({maker.category(0, row.text(0)), maker.category(1, row.text(1)), maker.category(2, row.text(2)), maker.category(3, row.text(3)),
                   maker.category(4, month_of(row.text(4)))});
    }
    return maker.finished();
}

Cube complaints_cube(Work& work, const people::Register& people) {
    CubeMaker maker("complaints", work.now,
                    {regions_of(people), {"about", {"service", "decision", "privacy", "staff", "supervisor", "other"}},
                     {"answer", {"in_time", "late", "waits", "overdue"}}, months_up_to(work.today())});
    for (const auto row : work.db.query("SELECT region, about, CASE WHEN answered_on <= answer_by THEN 'in_time' WHEN answered_on IS NOT NULL THEN 'late'"
                                        " WHEN answer_by < $1 THEN 'overdue' ELSE 'waits' END, received_on FROM complaint_facts", work.today())) {
        maker.add({maker.category(0, row.text(0)), maker.category(1, row.text(1)), maker.category(2, row.text(2)), maker.category(3, month_of(row.text(3)))});
    }
    return maker.finished();
}

Cube outcomes_cube(Work& work, const people::Register& people) {
    constexpr double kScoreUnits = 1000;
    // No bands of the score: beside the mean of the curve, which no count protects, a hidden band could be narrowed to two or three people.
    CubeMaker maker("outcomes", work.now, {regions_of(people), {"month", {"0", "3", "6", "12", "24"}}});
    for (const auto row : work.db.query("SELECT region, CAST(month AS TEXT), total FROM outcome_facts")) {
        maker.add({maker.category(0, row.text(0)), maker.category(1, row.text(1))}, std::llround(row.get<double>(2) * kScoreUnits));
    }
    return maker.finished();
}

}  // namespace

Result<Cube> gather_report_facts(Work& work, const people::Register& people, const std::string& unit) {
    if (unit == "people") return people_cube(work, people);
    if (unit == "document_requests") return documents_cube(work, people);
    if (unit == "needs") return needs_cube(work, people);
    if (unit == "services") return services_cube(work, people);
    if (unit == "incidents") return incidents_cube(work, people);
    if (unit == "complaints") return complaints_cube(work, people);
    if (unit == "outcomes") return outcomes_cube(work, people);
    return invalid("report.unit", "unit");
}

std::map<std::string, std::string> region_names(const people::Register& people, const std::string& language) {
    std::map<std::string, std::string> names;
    for (const auto& region : people.regions()) names[region.id] = language == "ru" ? region.name_ru : language == "en" ? region.name_en : region.name_own;
    return names;
}

}  // namespace homeward::apps
