#include "council/decisions/decision_store.h"

#include "council/audience.h"
#include "search/index.h"

namespace homeward::council {
namespace {

constexpr const char* kSelect =
    "SELECT d.id, d.number_year, d.number, d.title, CASE WHEN d.state = 'silence' AND d.ends_on < $1 THEN 'adopted' ELSE d.state END,"
    " d.way, d.languages, d.session_id, COALESCE(s.title, ''), d.agenda_item_id, COALESCE(i.position, 0), COALESCE(i.title, ''),"
    " d.commitment_id, d.open_to_all, d.version, d.ends_on, COALESCE(d.adopted_on, CASE WHEN d.ends_on < $1 THEN d.ends_on END)"
    " FROM decisions d LEFT JOIN council_sessions s ON s.id = d.session_id LEFT JOIN agenda_items i ON i.id = d.agenda_item_id";

std::string number_of(std::optional<int> year, std::optional<int> number) {
    return year && number ? std::to_string(*year) + "/" + std::to_string(*number) : std::string();
}

DecisionLink link_of(const store::Row& row) {
    return {row.get<DecisionId>(0), number_of(row.get<std::optional<int>>(1), row.get<std::optional<int>>(2)), row.get<std::string>(3)};
}

Audience audience_in(const Decision& decision) {
    if (decision.state != "adopted") return {"secretariat", "focal_points"};
    return {decision.open_to_all ? "all" : "signed_in"};
}

/// The clause it serves.
void read_commitment(store::Connection& db, Decision& decision) {
    if (decision.commitment_id.empty()) return;
    for (const auto row : db.query("SELECT c.id, c.document_id, c.clause, d.title_en, d.title_ru FROM commitments c"
                                   " JOIN commitment_documents d ON d.id = c.document_id WHERE c.id = $1", decision.commitment_id)) {
        decision.commitment = {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4)};
    }
}

}  // namespace

std::string decision_select() { return kSelect; }

Decision decision_of(const store::Row& row) {
    Decision decision;
    decision.id = row.get<DecisionId>(0);
    decision.number = number_of(row.get<std::optional<int>>(1), row.get<std::optional<int>>(2));
    decision.title = row.get<std::string>(3);
    decision.state = row.get<std::string>(4);
    decision.way = row.get<std::string>(5);
    for (const auto language : split(row.text(6), ' ')) decision.languages.emplace_back(language);
    decision.session_id = row.get<std::optional<SessionId>>(7);
    decision.session_title = row.get<std::string>(8);
    decision.agenda_item_id = row.get<std::optional<AgendaItemId>>(9);
    decision.agenda_position = row.get<int>(10);
    decision.agenda_title = row.get<std::string>(11);
    decision.commitment_id = row.get<std::string>(12);
    decision.open_to_all = row.get<bool>(13);
    decision.version = row.get<int>(14);
    decision.adopted_on = row.get<std::optional<Date>>(16);
    if (decision.state == "silence") decision.ends_on = row.get<std::optional<Date>>(15);
    return decision;
}

void read_around(store::Connection& db, Decision& decision) {
    for (const auto row : db.query("SELECT language, text FROM decision_texts WHERE decision_id = $1", decision.id)) {
        decision.texts.emplace(row.text(0), row.text(1));
    }
    for (const auto row : db.query("SELECT d.id, d.number_year, d.number, d.title FROM decision_supersedes s CROSS JOIN decisions d"
                                   " WHERE s.decision_id = $1 AND d.id = s.supersedes_id ORDER BY d.number_year, d.number", decision.id)) {
        decision.supersedes.push_back(link_of(row));
    }
    for (const auto row : db.query("SELECT d.id, d.number_year, d.number, d.title FROM decision_supersedes s CROSS JOIN decisions d"
                                   " WHERE s.supersedes_id = $1 AND d.id = s.decision_id AND d.state = 'adopted' ORDER BY d.adopted_on LIMIT 1", decision.id)) {
        decision.superseded_by = link_of(row);
    }
    read_commitment(db, decision);
}

void insert_decision(access::Work& work, DecisionId id, const DecisionDraft& draft, std::string_view state, std::string_view way) {
    work.db.run("INSERT INTO decisions (id, state, way, title, languages, session_id, agenda_item_id, commitment_id, open_to_all, version,"
                " sorted_on, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12)",
                id, state, way, draft.title, joined_words(draft.languages), draft.session_id, draft.agenda_item_id, draft.commitment_id,
                draft.open_to_all, work.today(), work.actor.log_name(), work.now);
    replace_texts(work.db, id, draft);
    replace_supersedes(work.db, id, draft.supersedes);
    // What is said before adoption, and who objected, stays with those who decide.
    set_audience(work, "deliberation", id.str(), {"secretariat", "focal_points"});
}

void replace_texts(store::Connection& db, DecisionId id, const DecisionDraft& draft) {
    db.run("DELETE FROM decision_texts WHERE decision_id = $1", id);
    for (const auto& [language, text] : draft.texts) {
        if (!text.empty()) db.run("INSERT INTO decision_texts (decision_id, language, text) VALUES ($1, $2, $3)", id, language, text);
    }
}

void replace_supersedes(store::Connection& db, DecisionId id, const std::vector<DecisionId>& supersedes) {
    db.run("DELETE FROM decision_supersedes WHERE decision_id = $1", id);
    for (const auto& earlier : supersedes) db.run("INSERT INTO decision_supersedes (decision_id, supersedes_id) VALUES ($1, $2)", id, earlier);
}

std::string set_adopted(store::Connection& db, DecisionId id, Date adopted_on) {
    const int next = *db.query("SELECT COALESCE(MAX(number), 0) + 1 FROM decisions WHERE number_year = $1", adopted_on.year).value<int>();
    db.run("UPDATE decisions SET state = 'adopted', number_year = $2, number = $3, adopted_on = $4, sorted_on = $4, ends_on = NULL WHERE id = $1",
           id, adopted_on.year, next, adopted_on);
    return number_of(adopted_on.year, next);
}

Done show_decision(access::Work& work, DecisionId id) {
    const Decision decision = TRY(get_decision(work, id));
    const Audience readers = audience_in(decision);
    set_audience(work, "decision", id.str(), readers);
    std::vector<std::string> texts;
    for (const auto& language : decision.languages) {
        if (const auto text = decision.texts.find(language); text != decision.texts.end()) texts.push_back(text->second);
    }
    const std::string title = decision.number.empty() ? decision.title : decision.number + " " + decision.title;
    search::put(work.db, {"decision", id.str(), title, joined_words(texts, "\n\n"), readers, "", "", decision.adopted_on.value_or(work.today())});
    return {};
}

Result<Decision> get_decision(access::Work& work, DecisionId id) {
    std::optional<Decision> found;
    {
        auto query = work.db.query(decision_select() + " WHERE d.id = $2", work.today(), id);
        if (!query.next()) return not_found("decision.not_found");
        found = decision_of(query.row());
    }
    read_around(work.db, *found);
    return std::move(*found);
}

News news_of(const char* letter, const Decision& decision, std::optional<Date> on) {
    return {letter, "decision", decision.id.str(), decision.title, "/decisions/" + decision.id.str(), on};
}

Result<Decision> decision_as_seen(access::Work& work, DecisionId id, int version) {
    Decision decision = TRY(get_decision(work, id));
    if (decision.version != version) return conflict("decision.changed");
    return decision;
}

std::string joined_words(const std::vector<std::string>& words, const char* between) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : between) + word;
    return all;
}

}  // namespace homeward::council
