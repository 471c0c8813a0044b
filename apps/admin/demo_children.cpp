#include <algorithm>

#include "admin/demo_node.h"
#include "casework/case_file.h"
#include "casework/children/care.h"
#include "casework/children/interests.h"
#include "casework/children/parents.h"
#include "casework/children/tracing.h"
#include "instance/done.h"
#include "people/documents/kinship.h"
#include "people/person.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using casework::CaseId;
namespace child = casework::children;

constexpr std::size_t kChildren = 30;
constexpr int kWeek = 7, kMonth = 30;

/// What was written about a few children of the first region.
class ChildStory {
public:
    ChildStory(store::Connection& db, Node& node, const DemoOptions& options) : db_(db), node_(node), today_(Date::of(options.now)) {}

    void tell(const DemoFamily& family, const people::PersonCard& person, CaseId file, std::size_t number) {
        family_ = &family;
        person_ = person.id;
        file_ = file;
        switch (number % 6) {
            case 0: in_residential_care(); break;
            case 1: with_grandmother(); break;
            case 2: before_a_panel(); break;
            case 3: father_imprisoned(); break;
            default: with_mother(); break;
        }
    }

private:
    template <class F>
    auto as(const Actor& actor, int days_ago, F&& act) {
        Work work(db_, actor, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 36'000'000 + 1'000 * step_++}, &*node_.instance.vault);
        return done(act(work));
    }
    template <class F>
    auto by_worker(int days_ago, F&& act) { return as(family_->worker, days_ago, std::forward<F>(act)); }

    child::CareId cared(int days_ago, const char* kind, const char* carer, bool decided, const std::string& ended_for, child::Words words) {
        return by_worker(days_ago, [&](Work& work) {
            return child::begin_care(work, file_, {kind, carer, work.today(), decided ? std::optional(work.today()) : std::nullopt, std::move(words)}, ended_for);
        });
    }
    static child::Words answers(const char* wish, const char* recommendation) {
        return {{"wish", wish}, {"maturity", "Understands what is decided and why."}, {"ties", "Close to the grandmother and to a sister."},
                {"safety", "Nobody threatens the child here."}, {"continuity", "The school, the language spoken at home, the sister."},
                {"options", "The grandmother; a foster family in the same district."}, {"recommendation", recommendation},
                {"participants", "The child, the grandmother, the social worker."}};
    }
    child::ReportId finished(int days_ago, const char* kind, child::Words words, const std::vector<access::AccountId>& members = {}) {
        const auto id = by_worker(days_ago, [&](Work& work) { return child::begin_report(work, file_, {kind, today_.plus_days(3 * kMonth - days_ago), std::move(words)}); });
        by_worker(days_ago, [&](Work& work) { return child::finish_report(work, id, 1, members); });
        return id;
    }

    void with_mother() { cared(60, "parent", "mother", false, "", {{"reason", "They returned together."}}); }
    void in_residential_care() {
        const auto id = cared(150, "residential", "staff", true, "", {{"authority", "Guardianship authority"}, {"reason", "No relative was known at arrival."}});
        by_worker(95, [&](Work& work) { return child::review_care(work, id, work.today(), "family_sought", {{"found", "The child settles well and asks for an aunt."}}); });
        finished(80, "short", answers("I would like to live with my aunt.", "Look for the aunt; stay until then."));
        by_worker(70, [&](Work& work) { return child::look_for(work, file_, "aunt_uncle", {{"asked_of", "Red Crescent"}}); });
    }
    void with_grandmother() {
        by_worker(140, [&](Work& work) {
            return child::write_separation(work, file_, 0, {"death", PartialDate::parse("2019"), {{"how", "The mother died abroad; neighbours took care."}}});
        });
        cared(130, "residential", "staff", false, "", {{"reason", "Until relatives were found."}});
        const auto sought = by_worker(128, [&](Work& work) { return child::look_for(work, file_, "grandmother", {{"asked_of", "Local administration"}}); });
        by_worker(120, [&](Work& work) { return child::move_tracing(work, sought, 1, {"in_progress", {}, {}, {}}); });
        const auto kinship = by_worker(90, [&](Work& work) {
            return people::documents::record_kinship(work, person_, {"grandparent", "Grandmother", "registry_entry", "Civil registry", "confirmed", work.today()});
        });
        by_worker(88, [&](Work& work) { return child::move_tracing(work, sought, 2, {"verified", {}, kinship, {}}); });
        finished(80, "comprehensive", answers("I want to be with my grandmother.", "Guardianship of the grandmother."));
        by_worker(3 * kWeek, [&](Work& work) {
            return child::move_tracing(work, sought, 3, {"reunified", work.today(), {}, {{"child_prepared", "Three visits of the grandmother, then two weekends there."},
                                                                                        {"family_prepared", "A room, a place at school, and whom to call."}}});
        });
        cared(3 * kWeek, "guardianship", "grandmother", true, "reunified", {{"authority", "Guardianship authority"}, {"reason", "The child's wish; the panel saw no doubt."}});
    }
    void before_a_panel() {
        cared(50, "kinship", "aunt_uncle", false, "", {{"reason", "The aunt took the child in at arrival."}});
        const auto psychologists = access::list_accounts(db_, access::Role::psychologist, family_->region);
        if (psychologists.empty()) return;
        const auto id = finished(4, "panel", answers("I do not want to move again.", "Stay with the aunt, as her ward."), {psychologists.front().id, family_->supervisor.id});
        as(psychologists.front(), 3, [&](Work& work) { return child::confirm_seat(work, id); });
        as(psychologists.front(), 2, [&](Work& work) { return child::answer_panel(work, id, "agree", "The child was heard twice and says the same."); });
        by_worker(1, [&](Work& work) {
            return child::take_measure(work, file_, {"medical_care", work.today(), {{"what", "High fever: brought to the district clinic with the aunt."}, {"told", "The supervisor."}}});
        });
    }
    void father_imprisoned() {
        cared(100, "parent", "mother", false, "", {});
        by_worker(90, [&](Work& work) {
            return child::record_parent_answer(work, file_, {"father", "imprisoned", "school", "authority", "given", work.today(),
                                                             {{"said", "Agrees that the child goes to the school near the mother."}, {"authority", "Ministry of Justice"}}});
        });
        const auto plan = by_worker(80, [&](Work& work) {
            return child::plan_contact(work, file_, {"father", "letters", kMonth, "safe", work.today().plus_days(kWeek), {{"arranged_by", "The social worker"}}});
        });
        by_worker(kMonth - 5, [&](Work& work) { return child::note_contact(work, plan, work.today(), true, {{"said", "Was glad of the drawing that came back."}}); });
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    const DemoFamily* family_ = nullptr;
    people::PersonId person_;
    CaseId file_;
    std::int64_t step_ = 0;
};

/// Who has cared for the other children since they came home: for most a parent, for some relatives, a few after a time in an institution.
void make_care(Work& work, Node& node, const Staff& staff, const std::vector<DemoFamily>& families) {
    const Date today = work.today();
    const auto begin = [&](const DemoFamily& family, CaseId file, Date on, const char* kind, const char* carer, const std::string& ended_for) {
        Work then(work.db, family.worker, Instant{on.days() * 86'400'000 + 36'000'000}, &*node.instance.vault);
        done(child::begin_care(then, file, {kind, carer, on, std::nullopt, {{"reason", "As the family told at arrival."}}}, ended_for));
    };
    std::int64_t number = 0;
    for (const auto& family : families) {
        if (family.region == staff.regions.front()) continue;
        for (const auto& id : family.members) {
            const auto file = casework::find_case_of(work.db, id);
            if (!file) continue;
            const auto kept = done(casework::get_case(work.db, *file));
            const auto card = done(people::person_card(work, id));
            if (!card.born_on || age_on(*card.born_on, today) >= 16 || kept.step == people::CaseStep::closed) continue;
            const Date opened = Date::of(kept.opened_at);
            const auto kind = number++ % 10;
            const Date later = opened.plus_days(60 + number * 37 % 400);
            if (kind < 6) begin(family, *file, opened, "parent", "mother", "");
            else if (kind < 8) begin(family, *file, opened, "kinship", kind == 6 ? "grandmother" : "aunt_uncle", "");
            else if (later < today) {
                begin(family, *file, opened, "residential", "staff", "");
                begin(family, *file, later, kind == 8 ? "guardianship" : "kinship", "grandmother", "reunified");
            }
        }
    }
}

}  // namespace

void make_children(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        make_care(work, node, staff, families);
        ChildStory story(work.db, node, options);
        std::size_t number = 0;
        for (const auto& family : families) {
            if (family.region != staff.regions.front()) continue;
            for (const auto& id : family.members) {
                if (number == kChildren) return {};
                const auto file = casework::find_case_of(work.db, id);
                if (!file) continue;
                const auto card = done(people::person_card(work, id));
                if (!card.born_on || age_on(*card.born_on, work.today()) >= 16) continue;
                if (done(casework::get_case(work.db, *file)).step == people::CaseStep::closed) continue;
                story.tell(family, card, *file, number++);
            }
        }
        return {};
    }));
}

}  // namespace homeward::apps
