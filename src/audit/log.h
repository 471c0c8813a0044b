#pragma once
// The log of who read and who changed what: one leaf per act, written in the act's own transaction,
// each chained to the one before by its hash.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/text.h"
#include "store/connection.h"
#include "store/migrate.h"

namespace homeward::audit {

using Hash = std::array<std::uint8_t, 32>;

/// One act. Ids, codes and numbers only, never a name or free text: the log outlives erasure.
struct Event {
    std::string action;                          ///< `plan.approved`
    std::string subject;                         ///< kind of thing: `plan`
    std::string subject_id;
    std::string person_id = {};                  ///< whose record it is part of, when it is a person's
    std::map<std::string, std::string> details = {};
};

/// An event as it stands in the log.
struct Leaf {
    std::int64_t seq = 0;  ///< from 1, without gaps
    Instant at;
    std::string actor;     ///< account id, `member:<code>` or `system`
    Event event;
    Hash hash{};
};

/// Appends a leaf inside the running transaction. Returns it with its seq and hash.
Leaf append(store::Connection& db, Instant at, std::string_view actor, const Event& event);

/// Leaves about one person, newest first. `before` 0 starts at the newest.
std::vector<Leaf> leaves_of_person(store::Connection& db, std::string_view person_id, std::int64_t before, int most);
/// All leaves, newest first.
std::vector<Leaf> leaves(store::Connection& db, std::int64_t before, int most);

/// The last leaf's seq and hash; seq 0 when the log is empty.
struct Head {
    std::int64_t seq = 0;
    Hash hash{};
};
Head head(store::Connection& db);

/// What a check of the whole chain found.
struct Check {
    std::int64_t leaves = 0;
    bool intact = true;
    std::int64_t seq = 0;    ///< the first leaf at fault, when not intact
    std::string problem;     ///< one sentence
};
/// Walks the whole chain. `noted` is the head that was kept outside the database, when there is one:
/// it shows what was cut off at the end, or a chain rewritten as a whole.
Check verify(store::Connection& db, const std::optional<Head>& noted);

std::vector<store::Migration> schema();

}  // namespace homeward::audit
