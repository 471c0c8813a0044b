#pragma once
// SQL that the actions on decisions share.

#include "council/decisions/decision.h"
#include "council/mailing.h"
#include "store/connection.h"

namespace homeward::council {

/// Columns for `decision_of`, with the state that holds on the day bound to $1.
std::string decision_select();
Decision decision_of(const store::Row& row);
/// Adds what stands in other tables: texts, and links to other decisions.
void read_around(store::Connection& db, Decision& decision);

void insert_decision(access::Work& work, DecisionId id, const DecisionDraft& draft, std::string_view state, std::string_view way);
void replace_texts(store::Connection& db, DecisionId id, const DecisionDraft& draft);
void replace_supersedes(store::Connection& db, DecisionId id, const std::vector<DecisionId>& supersedes);

/// Makes it adopted on a day, under the next number of its year. Gives the number: 2024/1.
std::string set_adopted(store::Connection& db, DecisionId id, Date adopted_on);
/// Says to readers, and to the search, what state it is in now. Last in every action that changes a decision.
Done show_decision(access::Work& work, DecisionId id);

/// The decision in a letter of this kind, about a day or none.
News news_of(const char* letter, const Decision& decision, std::optional<Date> on = std::nullopt);

/// errors    not_found `decision.not_found`; conflict `decision.changed` when another version stands
Result<Decision> decision_as_seen(access::Work& work, DecisionId id, int version);

std::string joined_words(const std::vector<std::string>& words, const char* between = " ");

}  // namespace homeward::council
