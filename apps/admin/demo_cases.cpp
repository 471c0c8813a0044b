#include <algorithm>
#include <array>

#include "admin/demo_node.h"
#include "casework/closure.h"
#include "casework/plan.h"
#include "casework/reviews/review_plan.h"
#include "casework/visit.h"
#include "instance/done.h"
#include "services/order.h"
#include "services/survey.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using casework::CaseId;
using casework::NeedDomain;
using casework::NeedLevel;

/// How far a demo case has come.
enum class Reached { nothing, opened, assessed, drafted, submitted, returned, approved, ordered, followed_up, closing, closed };

/// One in a hundred each; the long stretch of the work is the follow-up.
Reached draw_reached(Random& random) {
    constexpr std::array<std::pair<std::size_t, Reached>, 11> shares{{{8, Reached::nothing}, {5, Reached::opened}, {6, Reached::assessed},
        {5, Reached::drafted}, {4, Reached::submitted}, {2, Reached::returned}, {8, Reached::approved}, {14, Reached::ordered},
        {33, Reached::followed_up}, {3, Reached::closing}, {12, Reached::closed}}};
    std::size_t at = draw(random, 100);
    for (const auto& [share, reached] : shares) {
        if (at < share) return reached;
        at -= share;
    }
    return Reached::followed_up;
}

struct Finding {
    NeedDomain domain;
    const char* note;
    const char* goal;
    const char* service;
};

const std::vector<Finding>& findings(bool child) {
    static const std::vector<Finding> children{
        {NeedDomain::education, "Has missed years of school.", "Attends school regularly, with help to catch up", "school_enrolment"},
        {NeedDomain::psychosocial, "Sleeps badly; is afraid of loud noise.", "Feels safe at home and in class", "psychosocial_support"},
        {NeedDomain::health, "Vaccinations are incomplete.", "Is seen by a doctor and vaccinated", "medical_care"},
        {NeedDomain::documents, "Has no birth certificate.", "Holds a birth certificate", "documents_civil_rights"},
        {NeedDomain::family, "Grandparents wish to take part in the care.", "Sees the grandparents every week", "family_reunification"},
    };
    static const std::vector<Finding> adults{
        {NeedDomain::livelihood, "Would like to learn to sew and earn a living.", "Has an income of her own", "vocational_training"},
        {NeedDomain::housing, "Lives with relatives in one room.", "The family has a home of its own", "housing"},
        {NeedDomain::documents, "The identity card is lost.", "Holds an identity card", "documents_civil_rights"},
        {NeedDomain::livelihood, "Plans a small bakery with her sister.", "The bakery opens and carries itself", "low_interest_loan"},
        {NeedDomain::psychosocial, "Asks for someone to talk to.", "Has regular conversations with a psychologist", "psychosocial_support"},
        {NeedDomain::livelihood, "Is looking for work in town.", "Has found work", "job_placement"},
    };
    return child ? children : adults;
}

/// One returnee's case, walked from arrival to the step that was drawn.
class CaseStory {
    template <class F>
    auto as(const Actor& actor, F&& act) {
        Work work(db_, actor, Instant{at_.days() * 86'400'000 + 36'000'000}, &*node_.instance.vault);
        return act(work);
    }
    void later(std::size_t from, std::size_t to) { at_ = std::min(today_, at_.plus_days(static_cast<std::int64_t>(from + draw(random_, to - from)))); }

public:
    CaseStory(store::Connection& db, Node& node, const DemoOptions& options, const std::vector<services::Provider>& providers, Random& random)
        : db_(db), node_(node), today_(Date::of(options.now)), providers_(providers), random_(random) {}

    void tell(const DemoFamily& family, people::PersonId person, bool child) {
        const Reached reached = draw_reached(random_);
        if (reached == Reached::nothing) return;
        family_ = &family;
        at_ = begins(reached);
        file_ = as(family.worker, [&](Work& work) { return done(casework::open_case(work, node_.people, person)); });
        opened_on_ = at_;
        if (reached > Reached::opened) assess(child);
        if (reached > Reached::assessed) plan(reached);
        if (reached >= Reached::ordered) serve(reached);
        if (reached >= Reached::followed_up) follow_up();
        if (reached == Reached::followed_up) review();
        if (reached >= Reached::closing) close(reached);
    }

private:
    /// Early steps are the work of these weeks, orders that of the last two months. Of the long stories half begin soon
    /// after the arrival, and half in the last two years, when the programme reached their district.
    Date begins(Reached reached) {
        const auto ago = [&](std::size_t least, std::size_t spread) { return today_.plus_days(-static_cast<std::int64_t>(least + draw(random_, spread))); };
        if (reached <= Reached::assessed) return ago(2, 7);
        if (reached <= Reached::approved) return ago(8, 8);
        if (reached == Reached::ordered) return ago(25, 35);
        if (chance(random_, 50)) return ago(250, 450);
        return family_->arrived_on.plus_days(20 + static_cast<std::int64_t>(draw(random_, 40)));
    }

    void assess(bool child) {
        later(1, 4);
        chosen_.clear();
        const auto& all = findings(child);
        const std::size_t first = draw(random_, all.size());
        for (std::size_t i = 0; i < 2 + draw(random_, 2); ++i) chosen_.push_back(&all[(first + i * 2) % all.size()]);
        std::vector<casework::NewNeed> needs;
        for (const auto* finding : chosen_) {
            const bool known = std::ranges::any_of(needs, [&](const auto& need) { return need.domain == finding->domain; });
            if (!known) needs.push_back({finding->domain, chance(random_, 25) ? NeedLevel::urgent : NeedLevel::some, finding->note});
        }
        as(family_->worker, [&](Work& work) { done(casework::record_needs(work, node_.people, file_, needs)); });
    }

    void plan(Reached reached) {
        later(1, 4);
        const auto id = as(family_->worker, [&](Work& work) { return done(casework::start_plan(work, node_.people, file_)); });
        std::vector<casework::Goal> goals;
        for (const auto* finding : chosen_) {
            goals.push_back({{}, finding->domain, finding->goal, at_.plus_days(120), {{{}, finding->service, "", at_.plus_days(45)}}});
        }
        auto plan = as(family_->worker, [&](Work& work) { return done(casework::write_plan(work, id, 1, goals)); });
        if (reached == Reached::drafted) return;
        later(1, 3);
        plan = as(family_->worker, [&](Work& work) { return done(casework::submit_plan(work, node_.people, id, plan.version)); });
        if (reached == Reached::submitted) return;
        later(1, 3);
        as(family_->supervisor, [&](Work& work) {
            if (reached == Reached::returned) {
                done(casework::return_plan(work, node_.people, id, plan.version, "Please add who goes with the family to the first appointment."));
            } else {
                done(casework::approve_plan(work, node_.people, id, plan.version, ""));
            }
        });
        plan_ = id;
    }

    void serve(Reached reached) {
        later(1, 3);
        const auto plan = as(family_->worker, [&](Work& work) { return done(casework::get_plan(work, plan_)); });
        for (const auto& goal : plan.goals) {
            for (const auto& service : goal.services) order(service, reached);
        }
    }

    void order(const casework::PlanService& service, Reached reached) {
        const auto provider = std::ranges::find_if(providers_, [&](const services::Provider& each) {
            return (each.region.empty() || each.region == family_->region) && std::ranges::find(each.services, service.service) != each.services.end();
        });
        if (provider == providers_.end()) return;
        const Date start = at_;
        const auto id = as(family_->worker, [&](Work& work) {
            return done(services::order_service(work, node_.people, service.id, provider->id, work.today().plus_days(20 + static_cast<std::int64_t>(draw(random_, 40)))));
        });
        const int version = approve(id);
        if (version == 0) return;
        if (reached > Reached::ordered || chance(random_, 40)) {
            later(5, reached == Reached::ordered ? 25 : 90);
            as(family_->worker, [&](Work& work) {
                if (chance(random_, 7)) done(services::refuse_order(work, id, version, chance(random_, 50) ? "no_capacity" : "documents_missing", ""));
                else done(services::deliver_order(work, id, version, work.today(), ""));
            });
            ask_what_came_of(id, version + 1);
        }
        at_ = start;
    }

    /// Of five deliveries the worker has asked after four.
    void ask_what_came_of(services::OrderId id, int version) {
        at_ = at_.plus_days(30);
        const bool delivered = db_.query("SELECT 1 FROM service_orders WHERE id = $1 AND state = 'delivered'", id).value<int>().has_value();
        if (!delivered || today_ < at_ || ++delivered_ % 5 == 0) return;
        as(family_->worker, [&](Work& work) { done(services::note_outcome(work, id, version, delivered_ % 3 == 0 ? "helped_partly" : "helped", work.today(), "")); });
    }

    /// Of six plans five were looked at again in the last weeks. Before that, for two years, each on its day or a little before; every
    /// eighth review was late.
    void review() {
        constexpr int kLastWeeks = 40, kTwoYears = 730, kHalfAYear = 180;
        ++reviewed_;
        for (auto due = due_on(); due && *due < today_.plus_days(-kLastWeeks - 1); due = due_on()) {
            const Date begun = std::max(*due, today_.plus_days(-kTwoYears));
            const Date held = begun.plus_days(reviewed_ % 8 == 0 ? 9 : -(reviewed_ % 5));
            if (today_.plus_days(-kLastWeeks) <= held) break;
            hold_review(held, held.plus_days(kHalfAYear + reviewed_ * 11 % 90));
        }
        if (reviewed_ % 6 != 0) hold_review(today_.plus_days(-(1 + reviewed_ * 7 % kLastWeeks)), today_.plus_days(5 + reviewed_ * 13 % 70));
    }
    std::optional<Date> due_on() {
        return as(family_->worker, [&](Work& work) {
            const auto plan = done(casework::get_plan(work, plan_));
            return plan.state == casework::PlanState::approved ? plan.review_on : std::nullopt;
        });
    }
    void hold_review(Date on, Date next) {
        at_ = on;
        as(family_->worker, [&](Work& work) {
            const auto plan = done(casework::get_plan(work, plan_));
            if (plan.state != casework::PlanState::approved) return;
            done(casework::review_plan(work, node_.people, plan_, plan.version, casework::ReviewOutcome::goes_on, next, "The family goes on as agreed."));
        });
    }

    /// The supervisor decides where one has to. Returns the version of the order after it; 0 while it still waits.
    int approve(services::OrderId id) {
        const auto state = db_.query("SELECT state FROM service_orders WHERE id = $1", id).value<std::string>();
        if (state != "requested") return 1;
        if (today_ < at_.plus_days(4)) return 0;
        at_ = at_.plus_days(1 + static_cast<std::int64_t>(draw(random_, 3)));
        as(family_->supervisor, [&](Work& work) { done(services::decide_order(work, node_.people, id, 1, true, "")); });
        return 2;
    }

    void follow_up() {
        later(30, 60);
        for (int i = 0; i < 3 && at_ < today_; ++i) {
            const auto visit = as(family_->worker, [&](Work& work) { return done(casework::plan_visit(work, file_, work.today())); });
            as(family_->worker, [&](Work& work) { done(casework::complete_visit(work, node_.people, visit, work.today(), "The family was at home and well.")); });
            later(60, 120);
        }
        surveys();
        if (chance(random_, 40)) {
            at_ = today_.plus_days(-static_cast<std::int64_t>(draw(random_, 20)));
            as(family_->worker, [&](Work& work) { done(casework::plan_visit(work, file_, work.today().plus_days(static_cast<std::int64_t>(draw(random_, 30))))); });
        }
    }

    /// Answers that grow better with time, as those of most families do.
    void surveys() {
        const Date stay = at_;
        for (const int month : services::kSurveyMonths) {
            at_ = services::time_of_round(opened_on_, month).due_on;
            if (today_ < at_ || chance(random_, 15)) continue;
            std::map<std::string, std::string> answers;
            for (const auto& question : node_.survey.questions) {
                std::vector<const services::SurveyOption*> scored;
                for (const auto& option : question.options) if (option.score) scored.push_back(&option);
                std::ranges::sort(scored, {}, [](const auto* option) { return -*option->score; });
                const bool better = chance(random_, static_cast<std::size_t>(30 + month * 2));
                answers[question.id] = scored[better ? 0 : std::min(scored.size() - 1, 1 + draw(random_, 2))]->id;
            }
            as(family_->worker, [&](Work& work) { done(services::record_survey(work, node_.survey, file_, month, answers)); });
        }
        at_ = std::max(stay, at_);
        at_ = std::min(at_, today_);
    }

    void close(Reached reached) {
        if (reached == Reached::closing) at_ = today_.plus_days(-static_cast<std::int64_t>(draw(random_, 6)));
        const auto id = as(family_->worker, [&](Work& work) {
            return done(casework::propose_closure(work, node_.people, file_, casework::ClosureReason::goals_met, "The goals are met; the family knows where to turn."));
        });
        if (reached == Reached::closing) return;
        later(1, 5);
        as(family_->supervisor, [&](Work& work) { done(casework::decide_closure(work, node_.people, id, true, "")); });
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    const std::vector<services::Provider>& providers_;
    Random& random_;
    const DemoFamily* family_ = nullptr;
    Date at_, opened_on_;
    CaseId file_;
    casework::PlanId plan_;
    std::vector<const Finding*> chosen_;
    int delivered_ = 0, reviewed_ = 0;
};

}  // namespace

std::vector<services::Provider> make_providers(Node& node, const DemoOptions& options, const Staff& staff) {
    std::vector<services::Provider> providers{
        {{}, "Civil registry", "state", "", {"documents_civil_rights"}},
        {{}, "Department of education", "state", "", {"school_enrolment", "catch_up_classes"}},
        {{}, "Family polyclinic", "state", "", {"medical_care"}},
        {{}, "Centre for psychological support", "civil_society", "", {"psychosocial_support", "family_counselling"}},
        {{}, "Social service centre", "municipal", "", {"social_aid", "housing", "family_reunification"}},
        {{}, "Vocational college", "state", "", {"vocational_training"}},
        {{}, "Employment and small loans office", "state", "", {"low_interest_loan", "business_equipment", "job_placement"}},
        {{}, "Legal aid bureau", "civil_society", staff.regions[0], {"legal_aid"}},
    };
    done(node.instance.works.write<void>(staff.coordinator, [&](Work& given) -> Done {
        Work work(given.db, staff.coordinator, options.now.plus_days(-2900), &*node.instance.vault);
        for (auto& provider : providers) provider.id = done(services::create_provider(work, provider));
        return {};
    }));
    return providers;
}

void make_cases(Node& node, const DemoOptions& options, const std::vector<DemoFamily>& families,
                const std::vector<services::Provider>& providers, Random& random) {
    constexpr std::size_t kBatch = 400;  // families in one transaction
    for (std::size_t from = 0; from < families.size(); from += kBatch) {
        done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
            CaseStory story(work.db, node, options, providers, random);
            for (std::size_t i = from; i < std::min(from + kBatch, families.size()); ++i) {
                for (const auto& person : families[i].members) {
                    const auto card = done(people::person_card(work, person));
                    story.tell(families[i], person, card.born_on && age_on(*card.born_on, families[i].arrived_on) < 18);
                }
            }
            return {};
        }));
    }
}

}  // namespace homeward::apps
