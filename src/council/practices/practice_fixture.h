#pragma once
// Practices in a test: a region of four States, who writes, clears and reviews there.

#include <algorithm>

#include "council/audience.h"
#include "council/council_fixture.h"
#include "council/practices/practice_list.h"
#include "council/practices/practice_review.h"
#include "council/practices/practice_use.h"
#include "council/practices/write_practice.h"

namespace homeward::council {

struct PracticeTest : CouncilTest {
    using Actor = access::Actor;
    using Role = access::Role;
    using Work = access::Work;

    exchange::Membership region = four_states();
    Actor uz = account("focal.uz", Role::focal_point, "uz"), uz_alternate = account("alternate.uz", Role::focal_point, "uz");
    Actor kg = account("focal.kg", Role::focal_point, "kg"), kz = account("focal.kz", Role::focal_point, "kz"), tj = account("focal.tj", Role::focal_point, "tj");
    Actor expert = account("expert", Role::expert), other_expert = account("expert2", Role::expert);
    Actor observer = account("observer", Role::observer), guest = Actor::guest();

    static exchange::Membership four_states() {
        std::vector<exchange::Member> list;
        for (const std::string id : {"council", "kg", "kz", "tj", "uz"}) {
            const auto keys = exchange::NodeKeys::generate(id);
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), keys.sign.verify, keys.open.seal});
        }
        return exchange::Membership::of(std::move(list)).value();
    }
    static PracticeText a_text(const char* language = "en", const char* title = "Family visits in the first month") {
        return {language, title, "After arrival.", "Families were alone.", "A social worker visits weekly.", "Mothers with children.",
                "Most families asked for help in time.", "Salaries and travel.", "Women chose the hour.", "Play for the small ones.",
                "Nobody has to open the door.", "Visits without notice.", "One worker for ten families.", "The centre of social services"};
    }
    static PracticeContent a_practice() {
        PracticeContent content;
        content.kind = "practice";
        content.state = "uz";
        content.topics = {"family", "psychosocial"};
        content.year_from = 2020;
        content.evidence = "monitoring";
        content.texts = {a_text()};
        return content;
    }

    Result<PracticeId> write(const Actor& actor, const PracticeContent& content) {
        return act<PracticeId>(actor, [&](Work& work) { return write_practice(work, region, content); });
    }
    PracticeId written() { return *write(uz, a_practice()); }
    Done save(const Actor& actor, PracticeId id, int seen, const PracticeContent& content) {
        return act<void>(actor, [&](Work& work) { return save_practice(work, region, id, seen, content); });
    }
    Done submit(const Actor& actor, PracticeId id, int seen = 1) { return act<void>(actor, [&](Work& work) { return submit_practice(work, id, seen); }); }
    Done clear(const Actor& actor, PracticeId id) { return act<void>(actor, [&](Work& work) { return clear_practice(work, id); }); }
    Done give_back(const Actor& actor, PracticeId id, const char* reason = "Say more about the cost.") {
        return act<void>(actor, [&](Work& work) { return return_practice(work, id, reason); });
    }
    Done publish(const Actor& actor, PracticeId id) { return act<void>(actor, [&](Work& work) { return publish_practice(work, id); }); }
    Result<PracticeReviewId> take_up(const Actor& actor, PracticeId id) {
        return act<PracticeReviewId>(actor, [&](Work& work) { return take_up_review(work, region, id); });
    }
    Result<PracticeReviewId> ask(const Actor& reviewer, PracticeId id) {
        return act<PracticeReviewId>(secretariat, [&](Work& work) { return ask_review(work, region, id, reviewer.id); });
    }
    static PracticeVerdict a_verdict(const char* overall = "publish") {
        PracticeVerdict verdict{{}, overall, "Say who pays."};
        for (const auto criterion : kPracticeCriteria) verdict.marks.push_back({std::string(criterion), "met", ""});
        return verdict;
    }
    Done give(const Actor& actor, PracticeReviewId id, const PracticeVerdict& verdict = a_verdict()) {
        return act<void>(actor, [&](Work& work) { return give_review(work, id, verdict); });
    }

    PracticeId cleared() {
        const auto id = written();
        EXPECT_TRUE(submit(uz, id));
        EXPECT_TRUE(clear(uz_alternate, id));
        return id;
    }
    /// Reviewed by Kyrgyzstan, Kazakhstan and the expert.
    void review_all(PracticeId id, const char* last = "publish") {
        EXPECT_TRUE(give(kg, *take_up(kg, id)));
        EXPECT_TRUE(give(kz, *take_up(kz, id)));
        EXPECT_TRUE(give(expert, *ask(expert, id), a_verdict(last)));
    }
    PracticeId published() {
        const auto id = cleared();
        review_all(id);
        EXPECT_TRUE(publish(secretariat, id));
        return id;
    }

    Practice practice(PracticeId id) {
        return get<Practice>([&](store::Connection& db) { return get_practice(db, id); });
    }
    PracticeStage stage(PracticeId id) { return practice(id).stage; }
    bool sees(const Actor& actor, PracticeId id) {
        return *works->read<bool>(actor, [&](Work& work) -> Result<bool> { return may_see(work, "practice", id.str()); });
    }
    bool sees_review(const Actor& actor, PracticeReviewId id) {
        return *works->read<bool>(actor, [&](Work& work) -> Result<bool> { return may_see(work, "practice_review", id.str()); });
    }
    PracticePage page(const Actor& actor, const PracticeFilter& filter = {}, const std::string& cursor = "", int limit = 50) {
        return *works->read<PracticePage>(actor, [&](Work& work) { return list_practices(work, filter, cursor, limit); });
    }
    std::vector<PracticeCall> calls(const Actor& actor) {
        return *works->read<std::vector<PracticeCall>>(actor, [this](Work& work) -> Result<std::vector<PracticeCall>> { return list_calls(work, region); });
    }
    std::string key_of(const Done& done) { return done ? "" : done.error().key; }
    template <class T>
    std::string key_of(const Result<T>& result) { return result ? "" : result.error().key; }
};

}  // namespace homeward::council
