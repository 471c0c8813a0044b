#include "search/rank.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace homeward::search {
namespace {

// Columns of search_words.
constexpr int kTitle = 0, kBody = 1, kTitleExact = 2, kBodyExact = 3, kMarks = 4;

constexpr double kTitleWeight = 5, kSaturation = 1.2, kLengthShare = 0.6, kExactBonus = 1.15;
constexpr int kMostOccurrences = 64;         ///< of one form in one entry that count
constexpr std::int64_t kOften = 2'000;       ///< entries; a word in more is as good as one in so many
constexpr int kNear = 30;                    ///< words that a snippet shows
constexpr double kUnit = 1 << 16;            ///< of a score

/// What is the same for all candidates of one query.
struct Query {
    double mean_length = 1;
    std::array<double, kMostWords + 1> weight{};
};

struct Occurrences {
    int title = 0, body = 0;
    bool exact = false;
};

struct Place {
    int word;
    std::size_t group;
};

/// The group of a phrase, or nothing when it only filters.
int group_of(std::string_view groups, int phrase) {
    const std::size_t at = 2 * static_cast<std::size_t>(phrase);
    return at < groups.size() && groups[at] != '-' ? groups[at] - 'A' : -1;
}

int count_one(const Fts5ExtensionApi*, Fts5Context*, void* counted) {
    return ++*static_cast<std::int64_t*>(counted) >= kOften ? SQLITE_DONE : SQLITE_OK;
}

/// How many entries hold a phrase, counted up to kOften.
std::int64_t entries_with(const Fts5ExtensionApi* api, Fts5Context* fts, int phrase) {
    std::int64_t counted = 0;
    api->xQueryPhrase(fts, phrase, &counted, count_one);
    return std::max<std::int64_t>(counted, 1);
}

Query make_query(const Fts5ExtensionApi* api, Fts5Context* fts, std::string_view groups) {
    Query query;
    sqlite3_int64 words = 0, entries = 0;
    api->xColumnTotalSize(fts, kBody, &words);
    api->xRowCount(fts, &entries);
    query.mean_length = std::max(1.0, static_cast<double>(words) / static_cast<double>(std::max<sqlite3_int64>(entries, 1)));
    query.weight.fill(1);
    const int phrases = api->xPhraseCount(fts);
    int last = -1;
    for (int phrase = 0; phrase < phrases; ++phrase) last = std::max(last, group_of(groups, phrase));
    if (last <= 0) return query;  // the weight of one word changes nothing
    std::array<std::int64_t, kMostWords + 1> with{};
    for (int phrase = 0; phrase < phrases; ++phrase) {
        const int group = group_of(groups, phrase);
        // To count all words with a beginning would take as long as the search.
        if (group < 0 || groups[2 * static_cast<std::size_t>(phrase) + 1] == '*') continue;
        auto& most = with[static_cast<std::size_t>(group)];
        most = std::max(most, entries_with(api, fts, phrase));
    }
    for (std::size_t group = 0; group < with.size(); ++group) {
        const double n = static_cast<double>(std::max<std::int64_t>(with[group], 1));
        query.weight[group] = std::log(1 + static_cast<double>(entries) / n);
    }
    return query;
}

const Query& query_of(const Fts5ExtensionApi* api, Fts5Context* fts, std::string_view groups) {
    if (const auto* kept = static_cast<Query*>(api->xGetAuxdata(fts, 0))) return *kept;
    auto* made = new Query(make_query(api, fts, groups));
    api->xSetAuxdata(fts, made, [](void* query) { delete static_cast<Query*>(query); });
    return *made;
}

/// Where most groups stand within what a snippet shows; the first such place.
int best_place(std::vector<Place>& places) {
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.word < b.word; });
    int best = 0, most = 0;
    for (std::size_t first = 0; first < places.size(); ++first) {
        std::uint32_t seen = 0;
        for (std::size_t at = first; at < places.size() && places[at].word < places[first].word + kNear; ++at) seen |= 1u << places[at].group;
        const int found = __builtin_popcount(seen);
        if (found > most) {
            most = found;
            best = places[first].word;
        }
    }
    return best;
}

void count_phrase(const Fts5ExtensionApi* api, Fts5Context* fts, int phrase, std::size_t group, Occurrences& all, std::vector<Place>& places) {
    Occurrences here;
    Fts5PhraseIter iter;
    int column = 0, offset = 0, seen = 0;
    for (api->xPhraseFirst(fts, phrase, &iter, &column, &offset); column >= 0 && seen < kMostOccurrences;
         api->xPhraseNext(fts, &iter, &column, &offset), ++seen) {
        if (column == kTitle || column == kTitleExact || column == kMarks) ++here.title;
        if (column == kTitleExact || column == kBodyExact) here.exact = true;
        if (column == kBody || column == kBodyExact) {
            ++here.body;
            places.push_back({offset, group});
        }
    }
    // Stem and whole word are two readings of the same places.
    all.title = std::max(all.title, here.title);
    all.body = std::max(all.body, here.body);
    all.exact = all.exact || here.exact;
}

double score_of(const Occurrences& found, double length_share) {
    const double often = kTitleWeight * found.title + found.body / (1 - kLengthShare + kLengthShare * length_share);
    return often * (kSaturation + 1) / (often + kSaturation) * (found.exact ? kExactBonus : 1);
}

void rank(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int count, sqlite3_value** values) {
    if (count != 1) return sqlite3_result_error(context, "search_rank takes the groups", -1);
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const std::string_view groups(text, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
    const Query& query = query_of(api, fts, groups);
    std::array<Occurrences, kMostWords + 1> found{};
    thread_local std::vector<Place> places;
    places.clear();
    for (int phrase = 0; 2 * static_cast<std::size_t>(phrase) < groups.size(); ++phrase) {
        const int group = group_of(groups, phrase);
        if (group >= 0) count_phrase(api, fts, phrase, static_cast<std::size_t>(group), found[static_cast<std::size_t>(group)], places);
    }
    int length = 0;
    api->xColumnSize(fts, kBody, &length);
    double score = 0;
    for (std::size_t group = 0; group < found.size(); ++group) score += query.weight[group] * score_of(found[group], length / query.mean_length);
    const auto packed = static_cast<std::int64_t>(std::min(score * kUnit, 2e9));
    sqlite3_result_int64(context, packed << 32 | static_cast<std::int64_t>(best_place(places)));
}

/// Called by SQLite for each new connection.
int add_rank(sqlite3* db, char**, const sqlite3_api_routines*) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (const int code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr); code != SQLITE_OK) return code;
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    return api == nullptr ? SQLITE_ERROR : api->xCreateFunction(api, "search_rank", nullptr, rank, nullptr);
}

}  // namespace

bool register_rank() {
    if (sqlite3_auto_extension(reinterpret_cast<void (*)()>(add_rank)) != SQLITE_OK) throw std::runtime_error("SQLite takes no extension");
    return true;
}

}  // namespace homeward::search
