#include "council/decisions/decision_story.h"

#include "council/decisions/decision_rules.h"

namespace homeward::council {
namespace {

/// The name of who did it, as colleagues see it; empty for a program.
constexpr const char* kName = "COALESCE((SELECT a.name FROM accounts a WHERE a.id = ";

std::string account_name(const char* column) { return std::string(kName) + column + "), '')"; }

}  // namespace

std::vector<Silence> silences_of(access::Work& work, DecisionId id) {
    std::vector<Silence> silences;
    for (const auto row : work.db.query("SELECT round, version, " + account_name("begun_by") + ", begun_at, ends_on, COALESCE(outcome, 'running'), ended_at"
                                        " FROM decision_silences WHERE decision_id = $1 ORDER BY round", id)) {
        silences.push_back({row.get<int>(0), row.get<int>(1), row.get<std::string>(2), row.get<Instant>(3), row.get<Date>(4), row.get<std::string>(5),
                            row.get<std::optional<Instant>>(6), {}});
        auto& silence = silences.back();
        if (silence.outcome == "running" && silence_over(silence.ends_on, work.today())) silence.outcome = "adopted";
    }
    for (const auto row : work.db.query("SELECT id, round, member, reason, " + account_name("made_by") + ", made_at, withdrawn_at"
                                        " FROM decision_objections WHERE decision_id = $1 ORDER BY made_at, id", id)) {
        silences.at(static_cast<std::size_t>(row.get<int>(1) - 1)).objections.push_back(
            {row.get<ObjectionId>(0), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4), row.get<Instant>(5), row.get<std::optional<Instant>>(6)});
    }
    return silences;
}

std::vector<DecisionNote> notes_of(store::Connection& db, DecisionId id) {
    std::vector<DecisionNote> notes;
    for (const auto row : db.query("SELECT id, member, text, made_at FROM decision_notes WHERE decision_id = $1 ORDER BY made_at, id", id)) {
        notes.push_back({row.get<DecisionNoteId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Instant>(3)});
    }
    return notes;
}

std::vector<DecisionEdit> edits_of(store::Connection& db, DecisionId id) {
    std::vector<DecisionEdit> edits;
    for (const auto row : db.query("SELECT version, " + account_name("changed_by") + ", changed_at, field, was, became FROM decision_changes"
                                   " WHERE decision_id = $1 ORDER BY version DESC, field", id)) {
        if (edits.empty() || edits.back().version != row.get<int>(0)) edits.push_back({row.get<int>(0), row.get<std::string>(1), row.get<Instant>(2), {}});
        edits.back().changes.push_back({row.get<std::string>(3), row.get<std::string>(4), row.get<std::string>(5)});
    }
    return edits;
}

}  // namespace homeward::council
