#include <map>

#include "admin/demo_council.h"
#include "council/commitments/initiative.h"

namespace homeward::apps {
namespace {

struct ClauseRow {
    std::string clause, text_en, text_ru, pillar, topic;
};
BOOST_DESCRIBE_STRUCT(ClauseRow, (), (clause, text_en, text_ru, pillar, topic))
struct ActionRow {
    std::string clause, state, status, what, evidence;
};
BOOST_DESCRIBE_STRUCT(ActionRow, (), (clause, state, status, what, evidence))
struct DocumentRow {
    std::string kind, title_en, title_ru, state;
    PartialDate adopted_on;
    std::optional<Date> expires_on;
    std::string link, source;
    std::vector<ClauseRow> clauses;
    std::vector<ActionRow> actions;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (), (kind, title_en, title_ru, state, adopted_on, expires_on, link, source, clauses, actions))
struct InitiativeRow {
    std::string title_en, title_ru, body, state, place;
    PartialDate starts_on;
    std::optional<Date> ends_on;
    std::string pillar, topic, funder, source;
};
BOOST_DESCRIBE_STRUCT(InitiativeRow, (), (title_en, title_ru, body, state, place, starts_on, ends_on, pillar, topic, funder, source))

Done write(access::Work& work, const exchange::Membership& members, const DocumentRow& row) {
    const auto document = TRY(council::save_document(work, members, {{}, row.kind, row.title_en, row.title_ru, row.state, row.adopted_on, row.expires_on,
                                                                     row.link, row.source, true, 0}));
    std::map<std::string, council::CommitmentId> clauses;
    for (const auto& clause : row.clauses) {
        clauses[clause.clause] = TRY(council::save_commitment(work, {{}, document, clause.clause, clause.text_en, clause.text_ru, clause.pillar, clause.topic, 0}));
    }
    for (const auto& action : row.actions) {
        TRY(council::report_national_action(work, members, {{}, clauses.at(action.clause), action.state, action.status, action.what, action.evidence, "", {}}));
    }
    return {};
}

}  // namespace

void fill_commitments(const DemoCouncil& council) {
    const auto& members = council.program.exchange.members();
    const auto documents = council.rows<DocumentRow>("commitments");
    const auto initiatives = council.rows<InitiativeRow>("initiatives");
    council.as<void>("secretariat", [&](access::Work& work) -> Done {
        for (const auto& row : documents) TRY(write(work, members, row));
        for (const auto& row : initiatives) {
            TRY(council::save_initiative(work, members, {{}, row.title_en, row.title_ru, row.body, row.state, row.place, row.starts_on, row.ends_on, row.pillar,
                                                         row.topic, row.funder, row.source, true, 0}));
        }
        return {};
    });
}

}  // namespace homeward::apps
