#pragma once
// How the API shows a child's page. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/bodies.h"
#include "casework/children/care.h"
#include "casework/children/interests.h"
#include "casework/children/parents.h"
#include "casework/children/tracing.h"

namespace homeward::casework::children {

struct CareReviewBody {
    CareReviewId id;
    Date done_on;
    std::string outcome;
    Words words;
    StaffBody by;
};
BOOST_DESCRIBE_STRUCT(CareReviewBody, (), (id, done_on, outcome, words, by))
struct CareClockBody {
    int days;
    Date review_due;
    bool overdue;
};
BOOST_DESCRIBE_STRUCT(CareClockBody, (), (days, review_due, overdue))
struct CareBody {
    CareId id;
    std::string kind, carer;
    Date from_on;
    std::optional<Date> to_on, decided_on;
    std::optional<std::string> ended_for;
    Words words;
    StaffBody recorded_by;
    int version;
    std::optional<CareClockBody> clock;
    std::vector<CareReviewBody> reviews;
};
BOOST_DESCRIBE_STRUCT(CareBody, (), (id, kind, carer, from_on, to_on, decided_on, ended_for, words, recorded_by, version, clock, reviews))

struct SeatBody {
    StaffBody member;
    bool confirmed;
    std::optional<std::string> opinion, reason;
};
BOOST_DESCRIBE_STRUCT(SeatBody, (), (member, confirmed, opinion, reason))
struct ReportBody {
    ReportId id;
    std::string kind, state;
    std::optional<Date> review_on;
    Words words;
    bool closed;  ///< its words are shown to others
    StaffBody written_by;
    Instant written_at;
    std::optional<Instant> finished_at, decided_at;
    int version;
    std::vector<SeatBody> seats;
    std::vector<StaffBody> candidates;  ///< for its panel, where the reader may name it
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (id, kind, state, review_on, words, closed, written_by, written_at, finished_at, decided_at, version, seats, candidates))

struct MeasureBody {
    MeasureId id;
    std::string measure;
    Date taken_on;
    Words words;
    StaffBody by;
};
BOOST_DESCRIBE_STRUCT(MeasureBody, (), (id, measure, taken_on, words, by))

struct SeparationBody {
    std::string circumstance;
    std::optional<PartialDate> since;
    Words words;
    int version;
};
BOOST_DESCRIBE_STRUCT(SeparationBody, (), (circumstance, since, words, version))
struct TracingBody {
    TracingId id;
    std::string sought, state;
    std::optional<people::documents::KinshipId> kinship_id;
    std::optional<Date> reunified_on;
    Words words;
    StaffBody asked_by;
    Instant asked_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(TracingBody, (), (id, sought, state, kinship_id, reunified_on, words, asked_by, asked_at, version))
struct EvidenceBody {
    people::documents::KinshipId id;
    std::string relation, relative, method, authority, conclusion;
    Date on;
};
BOOST_DESCRIBE_STRUCT(EvidenceBody, (), (id, relation, relative, method, authority, conclusion, on))

struct ParentAnswerBody {
    ParentAnswerId id;
    std::string parent, whereabouts, about, asked_how, answer;
    Date asked_on;
    Words words;
    StaffBody by;
};
BOOST_DESCRIBE_STRUCT(ParentAnswerBody, (), (id, parent, whereabouts, about, asked_how, answer, asked_on, words, by))
struct ContactBody {
    ContactId id;
    Date held_on;
    bool took_place;
    Words words;
    StaffBody by;
};
BOOST_DESCRIBE_STRUCT(ContactBody, (), (id, held_on, took_place, words, by))
struct ContactPlanBody {
    ContactPlanId id;
    std::string whom, way;
    int every_days;
    std::string safety;
    std::optional<Date> next_on, ended_on;
    Words words;
    int version;
    std::vector<ContactBody> contacts;
};
BOOST_DESCRIBE_STRUCT(ContactPlanBody, (), (id, whom, way, every_days, safety, next_on, ended_on, words, version, contacts))

struct ChildAllows {
    bool write, protect;
};
BOOST_DESCRIBE_STRUCT(ChildAllows, (), (write, protect))
struct ChildBody {
    CaseId case_id;
    people::PersonId person_id;
    bool of_age;
    int review_months;
    std::vector<CareBody> care;
    std::vector<ReportBody> reports;
    std::vector<MeasureBody> measures;
    std::optional<SeparationBody> separation;
    std::vector<TracingBody> tracing;
    std::vector<EvidenceBody> evidence;
    std::vector<ParentAnswerBody> parent_answers;
    std::vector<ContactPlanBody> contact_plans;
    ChildAllows allows;
};
BOOST_DESCRIBE_STRUCT(ChildBody, (), (case_id, person_id, of_age, review_months, care, reports, measures, separation, tracing, evidence, parent_answers,
                                      contact_plans, allows))

struct PanelBody {
    ReportId id;
    std::string code;  ///< of the child: a name is not shown before the promise
    std::optional<std::string> name;
    std::optional<int> age;
    bool confirmed;
    std::string own_opinion;
    ReportBody report;
};
BOOST_DESCRIBE_STRUCT(PanelBody, (), (id, code, name, age, confirmed, own_opinion, report))

/// The whole page as this actor may see it. Leaves a line in the log.
Result<ChildBody> child_body(access::Work& work, CaseId id);
Result<PanelBody> panel_body(access::Work& work, ReportId id);

}  // namespace homeward::casework::children
