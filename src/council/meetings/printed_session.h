#pragma once
// A session on paper, in the language asked for: its agenda, its summary, its minutes.

#include "council/meetings/minutes.h"
#include "printing/document.h"

namespace homeward::council {

/// language    en or ru; a text that has no Russian stands in English
printing::Document printed_agenda(store::Connection& db, const Session& session, const std::string& language);
/// The summary, or the report of a site visit.
printing::Document printed_summary(store::Connection& db, const Session& session, const std::string& language);
printing::Document printed_minutes(store::Connection& db, const Session& session, const Minutes& minutes, const std::string& language);

}  // namespace homeward::council
