#pragma once
// The few words that the server itself writes about a session: on paper and in calendars. English and Russian.

#include <string_view>

namespace homeward::council {

enum class Printed {
    council, agenda, summary, visit_report, minutes, approved_minutes, corrections, correction, host, organisers, place, when, kind, mode,
    also_called, sources, time, item, owner, online, hybrid, in_person, cancelled, example, no_agenda, minutes_short, adopted_on, page_made,
};

/// Any other language reads English.
std::string_view printed(std::string_view language, Printed word);
std::string_view printed_kind(std::string_view language, std::string_view kind);

}  // namespace homeward::council
