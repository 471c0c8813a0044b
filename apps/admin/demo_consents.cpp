#include "admin/demo_node.h"
#include "casework/case_file.h"
#include "instance/done.h"
#include "people/consents/consents.h"
#include "people/person.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using people::PersonId;
using people::consents::NewConsent;
using people::consents::Purpose;

constexpr std::size_t kPersons = 80;
constexpr int kMonth = 30;

/// What a few persons were asked, and said.
class ConsentStory {
public:
    ConsentStory(store::Connection& db, Node& node, const DemoOptions& options) : db_(db), node_(node), today_(Date::of(options.now)) {}

    void tell(const Actor& worker, const people::PersonCard& person, Date arrived_on, std::size_t number) {
        worker_ = &worker;
        person_ = &person;
        const bool adult_now = !person.born_on || age_on(*person.born_on, today_) >= people::consents::kAdult;
        const bool child_then = person.born_on && age_on(*person.born_on, arrived_on.plus_days(kMonth)) < people::consents::kAdult;
        if (adult_now && child_then) {
            asked(days_since(arrived_on) - kMonth, Purpose::services, "given", true);
            return;
        }
        asked(200, Purpose::services, "given", !adult_now);
        switch (number % 5) {
            case 0: asked(200, Purpose::referral, "given", !adult_now, 220); break;
            case 1: asked(150, Purpose::referral, "refused", !adult_now); break;
            case 2: shared_and_withdrawn(!adult_now); break;
            case 3: asked(90, Purpose::letters, "given", !adult_now); break;
            default: break;
        }
    }

private:
    template <class F>
    auto as(int days_ago, F&& act) {
        Work work(db_, *worker_, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 36'000'000 + 1'000 * step_++}, &*node_.instance.vault);
        return done(act(work));
    }
    int days_since(Date day) const { return static_cast<int>(today_.days() - day.days()); }

    people::consents::ConsentId asked(int days_ago, Purpose purpose, const char* answer, bool by_caregiver, int lasts_days = 0) {
        return as(days_ago, [&](Work& work) {
            NewConsent given;
            given.purpose = purpose;
            given.answer = answer;
            given.source = by_caregiver ? "caregiver" : "individual";
            given.who = by_caregiver ? "Mother" : "";
            given.how = "spoken";
            given.assent = by_caregiver ? "yes" : "not_asked";
            given.given_on = work.today();
            if (lasts_days > 0) given.expires_on = work.today().plus_days(lasts_days);
            if (purpose == Purpose::referral && given.answer == "given") {
                given.withheld = {"origin"};
                given.withheld_why = "They were asked about it too often.";
            }
            return record_consent(work, person_->id, given);
        });
    }
    void shared_and_withdrawn(bool by_caregiver) {
        const auto consent = asked(120, Purpose::letters, "given", by_caregiver);
        as(100, [&](Work& work) {
            return share(work, person_->id, Purpose::letters, {std::nullopt, "District charity fund"}, {"letter", consent.str()}, {"identity", "needs"});
        });
        as(1, [&](Work& work) { return withdraw_consent(work, consent, 1, work.today(), ""); });
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    const Actor* worker_ = nullptr;
    const people::PersonCard* person_ = nullptr;
    std::int64_t step_ = 0;
};

}  // namespace

void make_consents(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        ConsentStory story(work.db, node, options);
        std::size_t number = 0;
        for (const auto& family : families) {
            if (family.region != staff.regions.front()) continue;
            for (const auto& id : family.members) {
                if (number == kPersons) return {};
                if (!casework::find_case_of(work.db, id)) continue;
                story.tell(family.worker, done(people::person_card(work, id)), family.arrived_on, number++);
            }
        }
        return {};
    }));
}

void withdraw_one(Node& node, const DemoOptions& options) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& given) -> Done {
        auto query = given.db.query("SELECT d.consent_id, c.version, p.assigned_to FROM disclosures d JOIN consents c ON c.id = d.consent_id"
                                    " JOIN persons p ON p.id = d.person_id JOIN accounts a ON a.member = d.provider_id AND a.username = 'labour'"
                                    " WHERE c.answer = 'given' AND c.withdrawn_on IS NULL AND p.assigned_to IS NOT NULL ORDER BY d.id LIMIT 1");
        if (!query.next()) return {};
        const auto worker = done(access::get_account(given.db, query.row().get<access::AccountId>(2)));
        Work work(given.db, worker, options.now.plus_days(-2), &*node.instance.vault);
        (void)done(withdraw_consent(work, query.row().get<people::consents::ConsentId>(0), query.row().get<int>(1), work.today(), ""));
        return {};
    }));
}

}  // namespace homeward::apps
