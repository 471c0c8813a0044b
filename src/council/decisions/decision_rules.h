#pragma once
// Rules of decisions, free of I/O.

#include "council/decisions/decision.h"

namespace homeward::council {

constexpr std::size_t kLongestDecision = 20'000, kLongestReason = 4'000;

/// Languages in their usual order, each once: English, Russian, then those of the States.
/// errors    invalid `decision.languages` without any, `decision.language` for another
Result<std::vector<std::string>> agreed_languages(const std::vector<std::string>& given);
/// errors    those above; invalid `decision.language` for a text in no agreed language, council.text_…
Done check_draft(const DecisionDraft& draft);
/// Every agreed language must be written before anybody can be silent about it.
/// errors    invalid `decision.language_missing`
Done check_complete(const std::vector<std::string>& languages, const Texts& texts);
/// errors    invalid `decision.silence_short`
Done check_silence(Date today, Date ends_on, int least_days);

/// errors    forbidden without speak_for_member; `decision.not_a_state` for a body that is no member State
Done require_to_speak_for_state(const access::Actor& actor, const exchange::Exchange& exchange);

/// Whether a silence until the end of this day, UTC, is over.
inline bool silence_over(Date ends_on, Date today) { return ends_on < today; }

}  // namespace homeward::council
