#include "access/accounts.h"
#include "admin/demo_node.h"
#include "instance/demo_accounts.h"
#include "instance/done.h"
#include "people/consents/consents.h"
#include "people/person.h"
#include "services/grants/grant.h"
#include "services/order.h"
#include "services/referrals/referral.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using services::OrderId;
using services::ReferralId;

constexpr int kReferrals = 24, kGrants = 12;

/// Whose staff sign in: the demo account's name, and the service by which its provider is found.
constexpr std::pair<const char*, const char*> kSignIn[] = {{"school", "school_enrolment"}, {"labour", "job_placement"}};

/// An order as the demo's workers left it.
struct DemoOrder {
    OrderId id;
    casework::CaseId file;
    std::string service;
    Actor worker;
    Date since;
};

std::vector<DemoOrder> orders(Work& work, const std::string& where, int most) {
    std::vector<DemoOrder> found;
    for (const auto row : work.db.query("SELECT o.id, o.case_id, o.service, p.assigned_to, coalesce(o.delivered_on, substr(o.placed_at, 1, 10)) FROM service_orders o"
                                        " JOIN persons p ON p.id = o.person_id WHERE " + where + " ORDER BY o.id LIMIT $1", most)) {
        found.push_back({row.get<OrderId>(0), row.get<casework::CaseId>(1), std::string(row.text(2)),
                         done(access::get_account(work.db, row.get<access::AccountId>(3))), row.get<Date>(4)});
    }
    return found;
}

class ServiceStory {
public:
    ServiceStory(store::Connection& db, Node& node, const DemoOptions& options) : db_(db), node_(node), today_(Date::of(options.now)) {}

    template <class F>
    auto as(const Actor& actor, Date day, F&& act) {
        Work work(db_, actor, Instant{std::min(day, today_).days() * 86'400'000 + 32'400'000 + 1'000 * step_++}, &*node_.instance.vault);
        return act(work);
    }

    void account(const char* username, const char* service) {
        for (auto each : demo_accounts(node_.instance.config.code, {})) {
            if (each.username != username) continue;
            each.member = db_.query("SELECT provider_id FROM provider_services WHERE service = $1 ORDER BY provider_id LIMIT 1", service).value<std::string>().value();
            const Actor system = Actor::program("system");
            staff_.push_back(as(system, today_.plus_days(-2800), [&](Work& work) { return done(access::get_account(work.db, done(access::create_account(work, each)))); }));
        }
    }

    /// Consent decides how it goes: where it is missing, the person carries the sheet.
    void refer(const DemoOrder& order, int number) {
        if (number % 4 != 3) ask_consent(order);
        services::ReferralContent words{{"worker_contact", "Social service centre, room 4"}};
        if (order.service == "school_enrolment") words.insert({{"class_level", "Class 3"}, {"needs_support", "yes"}});
        const auto sent = as(order.worker, order.since.plus_days(1), [&](Work& work) { return services::send_referral(work, order.id, "inside", words); });
        if (!sent) {
            (void)as(order.worker, order.since.plus_days(1), [&](Work& work) { return services::send_referral(work, order.id, "carried", words); });
            return;
        }
        for (const auto& receiver : staff_) answer(receiver, *sent, order.since.plus_days(3), number);
    }

    void grant(const DemoOrder& order, int number) {
        const bool loan = order.service == "low_interest_loan";
        const auto id = as(order.worker, order.since.plus_days(-20), [&](Work& work) {
            return services::begin_grant(work, order.file, {order.id, loan ? "loan" : "equipment", 20'000'000, "UZS", "A small bakery at home", loan ? "" : "An oven and a mixer"});
        });
        // Of a file that was closed since, nothing is begun any more.
        if (!id) return;
        as(order.worker, order.since.plus_days(-6), [&](Work& work) { done(services::decide_grant(work, *id, 1, {true, 15'000'000, work.today(), "District loan board", ""})); });
        int version = 2;
        const auto event = [&](const char* kind, int days, std::optional<std::int64_t> amount, std::optional<std::string> business, const char* note) {
            if (today_ < order.since.plus_days(days)) return;
            as(order.worker, order.since.plus_days(days), [&](Work& work) {
                done(services::add_grant_event(work, *id, version++, {{}, kind, work.today(), amount, business, note, {}}));
            });
        };
        event(loan ? "paid_out" : "handed_over", 0, loan ? std::optional<std::int64_t>(15'000'000) : std::nullopt, {}, "");
        event("visit", 60, {}, "at_work", "Bread sells well in the mornings.");
        for (int month = 3; loan && month < 3 + number % 6; ++month) event("repaid", month * 30, 1'250'000, {}, "");
    }

private:
    /// Where nobody has asked yet.
    void ask_consent(const DemoOrder& order) {
        as(order.worker, order.since, [&](Work& work) {
            const auto draft = services::draft_referral(work, order.id);
            if (!draft || draft->consent != "consent.missing") return;
            const auto person = work.db.query("SELECT person_id FROM case_files WHERE id = $1", order.file).value<people::PersonId>().value();
            const auto card = done(people::person_card(work, person));
            const bool child = card.born_on && age_on(*card.born_on, work.today()) < people::consents::kAdult;
            people::consents::NewConsent given;
            given.purpose = people::consents::Purpose::referral;
            given.answer = "given";
            given.source = child ? "caregiver" : "individual";
            given.who = child ? "Mother" : "";
            given.how = "spoken";
            given.assent = child ? "yes" : "not_asked";
            given.given_on = work.today();
            (void)people::consents::record_consent(work, person, given);
        });
    }

    void answer(const Actor& receiver, ReferralId id, Date day, int number) {
        const auto say = [&](int version, const char* what, const char* code, const char* words) {
            as(receiver, day, [&](Work& work) { (void)services::answer_referral(work, id, version, {what, code, words}); });
        };
        if (number % 6 == 5) return say(1, "refuse", "no_place", "Please ask again in the autumn.");
        if (number % 3 == 0) return;
        say(1, "accept", "", "");
        if (number % 3 == 2) say(2, "done", "given", "Comes every day.");
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    std::vector<Actor> staff_;
    std::int64_t step_ = 0;
};

}  // namespace

void make_services(Node& node, const DemoOptions& options) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        ServiceStory story(work.db, node, options);
        for (const auto& [username, service] : kSignIn) story.account(username, service);
        int number = 0;
        for (const auto& order : orders(work, "o.state = 'ordered' AND o.service IN ('school_enrolment', 'job_placement')", kReferrals)) story.refer(order, number++);
        for (const auto& order : orders(work, "o.state IN ('ordered', 'delivered') AND o.service = 'low_interest_loan'", kGrants)) story.grant(order, number++);
        return {};
    }));
}

}  // namespace homeward::apps
