#include "admin/demo_node.h"
#include "casework/assessments/assessment.h"
#include "instance/done.h"
#include "people/person.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using casework::AssessmentId;
using casework::AssessmentWhole;
using casework::CaseId;

constexpr std::size_t kFiles = 30;
constexpr int kOfAge = 18;

/// Behind the first member, the day of the talk, which every form asks in its own words.
std::string registration(bool child) {
    return std::string(R"("place": "reception", "who_answers": ")") + (child ? "caregiver" : "person") +
           R"(", "language": "uz", "interpreter": "no", "explained": "yes", "contact_ways": ["phone", "visit"], "phone": "+998 90 000 00 00", "contact_times": ["morning"],
              "visit_discreet": "yes", "members": [{"member_relation": "sibling", "member_age": 9, "member_in_school": "no", "member_needs_care": "no"},
              {"member_relation": "grandparent", "member_age": 61, "member_needs_care": "no"}], "family_elsewhere": "no", "child_alone": "no",
              "needs_now": ["clothes", "papers"], "expecting": "no", "feels_safe": "yes", "papers_held": ["return"],
              "wishes": "To live near the grandparents, and school for the children.", "agreed_next": "A visit within the week; papers are asked for at the registry."})";
}
constexpr const char* kRapidNeeds =
    R"("food": "enough", "water": "enough", "clothes": "short", "shelter": "enough", "money": "short", "ill": "some", "ill_note": "A cough; the clinic is told.",
       "medicine": "none_needed", "expecting": "no", "safe": "yes", "child_alone": "no", "family_news": "yes", "sleep": "sometimes", "company": "yes", "talk_wanted": "yes",
       "help_now": ["clothes", "doctor"]})";
std::string child(const std::string& born_on, int age) {
    const std::string by_age =
        age >= 6 ? R"("attends": "sometimes", "grade": 2, "not_attending_why": ["language", "behind"], "keeps_up": "partly", "language_level": "some", "works": "never", )"
                 : R"("plays": "yes", "kindergarten": "no", )";
    const std::string voice = age >= 4 ? R"("child_wishes": "A bicycle, and a friend to ride with.", "child_worries": "That the others laugh at how I speak.", )" : "";
    return R"("born_on": ")" + born_on + R"(", "child_spoke": "with_caregiver", "assent": "yes", "caregiver": "mother", "care_stable": "yes", "care_warm": "yes",
              "siblings_together": "yes", "parent_absent": "yes", "parent_contact": "none", "caregiver_copes": "with_help", "birth_paper": "asked_for", "identity_paper": "no",
              "nationality": "open", )" + by_age + R"("checked": "yes", "vaccinated": "partly", "illness": "no", "eats": "yes", "distress": "sometimes", "joy": "yes",
              "psychologist": "yes", "friends": "partly", "teased": "never", "safe_home": "yes", )" + voice +
           R"("best_interests": "no", "strengths": "The mother asks for help in time; the grandmother lives next door.", "summary": "A place in school with help in the language; papers."})";
}
constexpr const char* kAdult =
    R"("lives": "family", "housing_good": "fair", "housing_stays": "partly", "children_count": 2, "alone_with_children": "yes", "cares_for_adult": "no", "identity_paper": "asked_for",
       "nationality": "yes", "legal_matters": ["custody", "benefits"], "benefits": "partly", "health": "fair", "treated": "yes", "disability": "no", "distress": "sometimes",
       "support": "yes", "belonging": "partly", "stigma": "never", "home_safe": "yes", "psychologist": "yes", "spiritual": "no", "income": "no", "food": "sometimes", "debt": "sometimes",
       "schooling": "secondary", "skills": ["baking", "sewing"], "wants_work": "now", "work_barriers": ["children"], "strengths": "Bakes well and keeps accounts for her sister.",
       "wishes": "A small bakery of our own, and both children in school.", "summary": "A place in kindergarten, then training and equipment."})";
constexpr const char* kSchoolBegun = R"("enrolled": "asked_for", "missing_for_enrolment": ["birth", "medical"], "years_missed": 3})";
constexpr const char* kLivelihoodBegun =
    R"("incomes": [{"income_kind": "benefit", "income_month": 900000}, {"income_kind": "family", "income_month": 400000}], "people": 3, "enough": "partly", "works": "none_seeking"})";

std::string asked(const char* day_field, Date day, const std::string& answers) { return std::string(R"({")") + day_field + R"(": ")" + day.str() + R"(", )" + answers; }

/// The assessments of one file, as its social worker would have written them.
class AssessmentStory {
public:
    AssessmentStory(store::Connection& db, Node& node, const DemoOptions& options, const DemoFamily& family, CaseId file)
        : db_(db), node_(node), today_(Date::of(options.now)), family_(family), file_(file) {}

    void tell(const people::PersonCard& person, std::size_t number) {
        const int age = person.born_on ? age_on(*person.born_on, today_) : kOfAge;
        const bool is_child = age < kOfAge;
        approved("registration", "talked_on", 60, registration(is_child));
        if (number % 2 == 0) approved("rapid_needs", "asked_on", 58, kRapidNeeds);
        const char* form = is_child ? "child_assessment" : "adult_assessment";
        const std::string answers = is_child ? child(person.born_on->str(), age) : kAdult;
        switch (number % 4) {
            case 0: approved(form, "talked_on", 40, answers); break;
            case 1: (void)submitted(form, "talked_on", 2, answers); break;
            case 2: returned(form, "talked_on", 4, answers); break;
            default: (void)written(is_child ? "school" : "livelihood", "asked_on", 5, is_child ? kSchoolBegun : kLivelihoodBegun); break;
        }
    }

private:
    template <class F>
    auto as(const Actor& actor, int days_ago, F&& act) {
        Work work(db_, actor, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 36'000'000 + 60'000 * step_++}, &*node_.instance.vault);
        return done(act(work));
    }

    casework::AssessmentSaved written(const char* form, const char* day_field, int days_ago, const std::string& answers) {
        const auto id = as(family_.worker, days_ago, [&](Work& work) { return start_assessment(work, file_, form, false); });
        return as(family_.worker, days_ago, [&](Work& work) { return save_assessment(work, id, 1, asked(day_field, work.today(), answers)); });
    }
    AssessmentWhole submitted(const char* form, const char* day_field, int days_ago, const std::string& answers) {
        const auto saved = written(form, day_field, days_ago, answers);
        return as(family_.worker, days_ago, [&](Work& work) { return submit_assessment(work, saved.line.id, saved.line.version); });
    }
    void decided(const AssessmentWhole& whole, int days_ago, bool approve, const char* comment) {
        (void)as(family_.supervisor, days_ago, [&](Work& work) { return decide_assessment(work, whole.line.id, whole.line.version, approve, comment); });
    }
    void approved(const char* form, const char* day_field, int days_ago, const std::string& answers) {
        decided(submitted(form, day_field, days_ago, answers), days_ago - 1, true, "");
    }
    void returned(const char* form, const char* day_field, int days_ago, const std::string& answers) {
        decided(submitted(form, day_field, days_ago, answers), days_ago - 1, false, "Please ask again about the papers: the registry has answered since.");
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    const DemoFamily& family_;
    CaseId file_;
    std::int64_t step_ = 0;
};

}  // namespace

void make_assessments(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        std::size_t number = 0;
        for (const auto& family : families) {
            if (family.region != staff.regions.front()) continue;
            for (const auto& id : family.members) {
                const auto file = casework::find_case_of(work.db, id);
                if (number == kFiles) return {};
                if (!file || done(casework::get_case(work.db, *file)).step == people::CaseStep::closed) continue;
                AssessmentStory(work.db, node, options, family, *file).tell(done(people::person_card(work, id)), number++);
            }
        }
        return {};
    }));
}

}  // namespace homeward::apps
