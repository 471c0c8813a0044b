// Decisions at each step of their way: adopted under silence, broken by an objection, under silence now, drafted.
#include "admin/demo_council.h"
#include "council/decisions/decision.h"
#include "council/followup/council_action.h"

namespace homeward::apps {

struct SpokenRow {
    std::string by;
    int days = 0;
    std::optional<std::string> text, reason;
};
BOOST_DESCRIBE_STRUCT(SpokenRow, (), (by, days, text, reason))
/// Days count from the day the demo is made.
struct DecisionRow {
    std::string title;
    std::vector<std::string> languages;
    council::Texts texts;
    bool open_to_all = false;
    int drafted = 0;
    std::optional<int> silence, ends;
    std::optional<SpokenRow> objection, note;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (title, languages, texts, open_to_all, drafted, silence, ends, objection, note))

namespace {

using access::Work;

void lay_under_silence(const DemoCouncil& council, council::DecisionId id, const DecisionRow& row) {
    auto& exchange = council.program.exchange;
    council.as<void>("secretariat", *row.silence, [&](Work& work) {
        return council::begin_silence(work, id, 1, work.today().plus_days(*row.ends - *row.silence));
    });
    if (row.note) {
        council.as<council::DecisionNoteId>(row.note->by, row.note->days, [&](Work& work) { return council::add_note(work, exchange, id, row.note->text.value_or("")); });
    }
    if (row.objection) {
        council.as<council::ObjectionId>(row.objection->by, row.objection->days, [&](Work& work) {
            return council::object_to_decision(work, exchange, id, row.objection->reason.value_or(""));
        });
    }
    if (*row.ends < 0) council.as<void>("system", *row.ends + 1, council::adopt_what_is_due);
}

/// Turkmenistan's node has not been started yet in a young region: the secretariat writes down what it says.
void follow_up(const DemoCouncil& council, council::DecisionId decision) {
    auto& exchange = council.program.exchange;
    const auto action = council.as<actions::ActionId>("secretariat", -22, [&](Work& work) {
        return council::act_on(work, exchange, decision, {"tm", "Example: name the services that interpret", "Services and their languages, by region; no families.", work.today().plus_days(20), {}, {}});
    });
    council.as<void>("secretariat", -10, [&](Work& work) {
        return actions::report_at_council(work, action, {"Example. Three of five regions have answered.", false, 60, "Letters of the regions, at the Council", "https://example.org/interpreters"});
    });
    council.as<void>("secretariat", -4, [&](Work& work) {
        return actions::move_due(work, exchange, action, 1, work.today().plus_days(9), "Example. Two regions asked for one week more.");
    });
}

}  // namespace

void fill_decisions(const DemoCouncil& council) {
    for (const auto& row : council.rows<DecisionRow>("decisions")) {
        const auto id = council.as<council::DecisionId>("secretariat", row.drafted, [&](Work& work) {
            return council::draft_decision(work, {row.title, row.languages, row.texts, {}, {}, {}, row.open_to_all, {}});
        });
        if (!row.silence) continue;
        lay_under_silence(council, id, row);
        if (*row.ends < 0 && !row.objection) follow_up(council, id);
    }
}

}  // namespace homeward::apps
