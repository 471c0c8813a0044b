#pragma once

#include <map>

#include "council/practices/practice.h"
#include "exchange/membership.h"

namespace homeward::council {

/// Empty fields ask for anything.
///
/// stage    one of the stages; `overdue`: published, its review date behind us. Empty: all that count now, neither
///          superseded nor retired
/// year     one in which it ran
/// words    as in the search; the best match comes first, else what moved last
struct PracticeFilter {
    std::string kind{}, state{}, topic{}, stage{}, words{};
    std::optional<int> year{};
};
struct PracticeLine {
    PracticeId id;
    std::string kind, stage, state;
    std::map<std::string, std::string> titles;  ///< by language
    std::vector<std::string> topics;
    int year_from = 0;
    std::optional<int> year_to;
    std::string evidence;
    int edition = 1;
    bool example = false;
    std::optional<Date> published_on, review_due_on;
    int used_by = 0;  ///< States that adapted it
};
struct PracticePage {
    std::vector<PracticeLine> items;
    std::optional<std::string> next;  ///< cursor of the next page
};

/// What this reader may read.
/// cursor    empty for the first page
/// errors    invalid `practice.cursor`, `practice.stage_filter`; those of search::find
Result<PracticePage> list_practices(access::Work& work, const PracticeFilter& filter, const std::string& cursor, int limit);

/// A text that waits for reviewers, without the text.
/// may_take   this reader could take up one of its places now
struct PracticeCall {
    PracticeLine practice;
    int states = 0, experts = 0;  ///< places that are open
    bool may_take = false;
};
/// Those that call this reader, oldest first, at most 200.
std::vector<PracticeCall> list_calls(access::Work& work, const exchange::Membership& members);

}  // namespace homeward::council
