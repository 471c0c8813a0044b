#pragma once
// One index over texts of every kind, in the same transaction as what it speaks of. It knows no domain: who may read
// an entry is a list of words, of which the reader must hold one.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/migrate.h"

namespace homeward::search {

/// kind, id   what it is: practice, 0192…; together they name the entry
/// audience   words such as `all`, `signed_in`, `member:uz`; without one, nobody finds it
/// state      member it concerns: uz; empty for none
/// topic      code; empty for none
/// dated_on   its year filters, and newer stands before older among equals
struct Entry {
    std::string kind;
    std::string id;
    std::string title;
    std::string body;
    std::vector<std::string> audience;
    std::string state;
    std::string topic;
    Date dated_on;
};

/// Puts an entry in, or in the place of the one with the same kind and id.
void put(store::Connection& db, const Entry& entry);
void remove(store::Connection& db, std::string_view kind, std::string_view id);
/// Says anew who may read an entry, without its text at hand; nothing happens when there is none.
void set_audience(store::Connection& db, std::string_view kind, std::string_view id, const std::vector<std::string>& audience);

/// The title of an entry, whoever may read it; nothing when there is none.
std::optional<std::string> title_of(store::Connection& db, std::string_view kind, std::string_view id);

/// Joins a part of what many changes left lying side by side, which keeps searches quick. For whoever has time once a
/// minute; takes some hundredths of a second.
/// returns   whether there was anything to do
bool tidy(store::Connection& db);

/// text      words, each of which must be found; "in quotation marks" a phrase; the last word may be unfinished
/// reader    words that the reader holds
struct Question {
    std::string text;
    std::vector<std::string> reader;
    std::string kind, state, topic;  ///< empty for any
    std::optional<int> year;
    int offset = 0;
    int limit = 20;  ///< at most 100
};

struct Hit {
    std::string kind;
    std::string id;
    std::string title;
    std::string snippet;                                       ///< of the body, around what was found
    std::vector<std::pair<int, int>> title_marks, snippet_marks;  ///< begin and end of what was found, in UTF-16 units
    std::string state, topic;
    Date dated_on;
};

struct KindCount {
    std::string kind;
    std::int64_t count = 0;
};

/// hits      the best first
/// total     how many can be paged through; there are more when `more_than` is set, the oldest of them left out
/// kinds     how many of each kind; empty when a kind was asked for, and when there are more
struct Found {
    std::vector<Hit> hits;
    std::int64_t total = 0;
    bool more_than = false;
    std::vector<KindCount> kinds;
};

/// errors    invalid `search.empty` when no word is left, `search.too_long` above 200 characters
Result<Found> find(store::Connection& db, const Question& question);

std::vector<store::Migration> schema();

}  // namespace homeward::search
