#pragma once
// What crosses between the Council and a node. Only .cpp files include this: it pulls Boost.Describe.

#include "actions/action.h"
#include "base/json.h"

namespace homeward::actions {

constexpr std::size_t kLongestTitle = 300, kLongestText = 4000, kLongestLink = 1000;

/// `action` in api/exchange.yaml. The first message on an item has none of the last three, so that an older node takes it.
struct ActionMessage {
    ActionId id;
    std::string title, body;
    Date due_on;
    std::string decision, session;
    Instant created_at;
    std::optional<std::string> state;   ///< open, dropped; absent for open
    std::optional<int> version;         ///< absent for 1
    std::optional<std::string> reason;  ///< why it was changed
};
BOOST_DESCRIBE_STRUCT(ActionMessage, (), (id, title, body, due_on, decision, session, created_at, state, version, reason))

/// `progress` in api/exchange.yaml. What is not given is left out, so that an older Council takes it.
struct ProgressMessage {
    ProgressId id;
    ActionId action_id;
    std::string note, state;
    Instant reported_at;
    std::optional<int> percent;
    std::optional<std::string> evidence, evidence_url;
};
BOOST_DESCRIBE_STRUCT(ProgressMessage, (), (id, action_id, note, state, reported_at, percent, evidence, evidence_url))

/// errors    invalid `action.too_long`
Done check_length(std::string_view text, std::size_t most, const char* field);
/// errors    invalid `progress.percent`, `progress.link`, `action.too_long`
Done check_report(const NewProgress& progress);

}  // namespace homeward::actions
