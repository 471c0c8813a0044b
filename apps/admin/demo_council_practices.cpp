#include "admin/demo_council.h"
#include "council/practices/practice_json.h"
#include "council/practices/write_practice.h"

namespace homeward::apps {
namespace {

using access::Work;
using council::PracticeId;

struct LaterRow {
    int days_ago;
    std::string outcome, note;
};
BOOST_DESCRIBE_STRUCT(LaterRow, (), (days_ago, outcome, note))
struct UseRow {
    std::string by;
    int days_ago;
    std::string place;
    PartialDate since;
    std::string outcome, note, changed;
    std::optional<LaterRow> later;
};
BOOST_DESCRIBE_STRUCT(UseRow, (), (by, days_ago, place, since, outcome, note, changed, later))
struct PracticeRow {
    int days_ago;
    std::string author, clears;
    std::vector<std::string> reviewers;
    bool published;
    std::string kind, state;
    std::vector<std::string> topics;
    int year_from;
    std::optional<int> year_to;
    std::string evidence;
    std::optional<std::int64_t> cost_low, cost_high;
    std::string currency;
    std::vector<council::PracticeText> texts;
    std::vector<UseRow> uses;
};
BOOST_DESCRIBE_STRUCT(PracticeRow, (), (days_ago, author, clears, reviewers, published, kind, state, topics, year_from, year_to, evidence, cost_low,
                                        cost_high, currency, texts, uses))

council::PracticeVerdict verdict() {
    council::PracticeVerdict verdict{{}, "publish", "An example of a review."};
    for (const auto criterion : council::kPracticeCriteria) verdict.marks.push_back({std::string(criterion), "met", ""});
    verdict.marks.back() = {"rights", "partly", "Say who answers complaints, and within what time."};
    return verdict;
}

PracticeId write(const DemoCouncil& demo, const PracticeRow& row) {
    const auto& members = demo.program.exchange.members();
    const council::PracticeContent content{row.kind, row.state, row.topics, row.year_from, row.year_to, row.evidence, row.cost_low, row.cost_high,
                                           row.currency, "all", "none", row.texts};
    const auto id = demo.as<PracticeId>(row.author, -row.days_ago, [&](Work& work) { return council::write_practice(work, members, content); });
    demo.as<void>("system", -row.days_ago, [&](Work& work) -> Done {
        council::mark_example(work, id);
        return {};
    });
    return id;
}

void review(const DemoCouncil& demo, const PracticeRow& row, PracticeId id) {
    const auto& members = demo.program.exchange.members();
    demo.as<void>(row.author, 1 - row.days_ago, [&](Work& work) { return council::submit_practice(work, id, 1); });
    demo.as<void>(row.clears, 3 - row.days_ago, [&](Work& work) { return council::clear_practice(work, id); });
    int day = 5 - row.days_ago;
    for (const auto& reviewer : row.reviewers) {
        const auto taken = demo.as<council::PracticeReviewId>(reviewer, day, [&](Work& work) { return council::take_up_review(work, members, id); });
        demo.as<void>(reviewer, ++day, [&](Work& work) { return council::give_review(work, taken, verdict()); });
    }
    if (row.published) demo.as<void>("secretariat", day + 3, [&](Work& work) { return council::publish_practice(work, id); });
}

void record(const DemoCouncil& demo, const UseRow& row, PracticeId id) {
    const auto& members = demo.program.exchange.members();
    const auto use = demo.as<council::PracticeUseId>(row.by, -row.days_ago, [&](Work& work) {
        return council::record_use(work, members, id, {{row.outcome, row.note}, row.place, row.since, row.changed});
    });
    if (row.later) demo.as<void>(row.by, -row.later->days_ago, [&](Work& work) { return council::update_use(work, use, 1, {row.later->outcome, row.later->note}); });
}

}  // namespace

void fill_practices(const DemoCouncil& council) {
    for (const auto& row : council.rows<PracticeRow>("practices")) {
        const auto id = write(council, row);
        review(council, row, id);
        for (const auto& use : row.uses) record(council, use, id);
    }
}

}  // namespace homeward::apps
