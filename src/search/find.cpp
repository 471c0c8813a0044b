#include "base/text.h"
#include "search/index.h"
#include "search/number.h"
#include "search/rank.h"
#include "search/snippet.h"
#include "search/wanted.h"
#include "search/words.h"

namespace homeward::search {
namespace {

// Before main, and so before the first connection.
[[maybe_unused]] const bool registered = register_rank();

constexpr std::size_t kLongestQuestion = 200;  ///< characters
/// How many of the newest matches are ranked; with a word in every second text, to rank all would take a second.
constexpr std::int64_t kCandidates = 500;

struct Candidate {
    std::int64_t number;
    Ranked ranked;
};

std::vector<Candidate> newest(store::Connection& db, const Expression& expression) {
    std::vector<Candidate> candidates;
    for (const auto row : db.query("SELECT rowid, search_rank(search_words, $2) FROM search_words WHERE search_words MATCH $1"
                                   " ORDER BY rowid DESC LIMIT $3", expression.match, expression.groups.text(), kCandidates + 1)) {
        candidates.push_back({row.integer(0), Ranked::of(row.integer(1))});
    }
    return candidates;
}

void sort_best_first(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::pair(a.ranked.score, a.number) > std::pair(b.ranked.score, b.number);
    });
}

/// Adds entries whose title has all the words, however old they are.
void add_by_title(store::Connection& db, const Wanted& wanted, const Question& question, std::vector<Candidate>& candidates) {
    const auto expression = title_expression_of(wanted, question);
    if (!expression) return;
    std::unordered_set<std::int64_t> known;
    for (const auto& candidate : candidates) known.insert(candidate.number);
    for (const auto& candidate : newest(db, *expression)) {
        if (known.insert(candidate.number).second) candidates.push_back(candidate);
    }
}

void add_snippet(store::Connection& db, const Candidate& candidate, const Finder& finder, Hit& hit) {
    const std::int64_t wanted = place_of(candidate.number, candidate.ranked.place);
    auto passage = db.query("SELECT place, text FROM search_passages WHERE place <= $1 ORDER BY place DESC LIMIT 1", wanted);
    if (!passage.next()) return;
    const std::int64_t first = passage.row().integer(0);
    const bool more = db.query("SELECT 1 FROM search_passages WHERE place > $1 AND place < $2 LIMIT 1", wanted, place_of(candidate.number + 1, 0)).next();
    auto marked = finder.snippet(passage.row().text(1), static_cast<std::size_t>(wanted - first), first == place_of(candidate.number, 0), !more);
    hit.snippet = std::move(marked.text);
    hit.snippet_marks = std::move(marked.marks);
}

Hit hit_of(store::Connection& db, const Candidate& candidate, const Finder& finder) {
    auto entry = db.query("SELECT kind, id, title, state, topic, dated_on FROM search_entries WHERE number = $1", candidate.number);
    if (!entry.next()) throw std::logic_error("the index knows an entry that is not there");
    const auto row = entry.row();
    Hit hit{row.get<std::string>(0), row.get<std::string>(1), {}, {}, {}, {}, row.get<std::string>(3), row.get<std::string>(4), row.get<Date>(5)};
    auto title = finder.mark(row.text(2));
    hit.title = std::move(title.text);
    hit.title_marks = std::move(title.marks);
    add_snippet(db, candidate, finder, hit);
    return hit;
}

std::vector<KindCount> count_kinds(store::Connection& db, const std::vector<Candidate>& candidates) {
    std::string numbers = "[";
    for (const auto& candidate : candidates) numbers += (numbers.size() > 1 ? "," : "") + std::to_string(candidate.number);
    std::vector<KindCount> kinds;
    for (const auto row : db.query("SELECT kind, count(*) FROM search_entries WHERE number IN (SELECT value FROM json_each($1))"
                                   " GROUP BY kind ORDER BY kind", numbers + "]")) {
        kinds.push_back({row.get<std::string>(0), row.integer(1)});
    }
    return kinds;
}

}  // namespace

Result<Found> find(store::Connection& db, const Question& question) {
    if (length_of(question.text) > kLongestQuestion) return invalid("search.too_long", "q");
    const Wanted wanted = read_question(cleaned(question.text));
    if (wanted.empty()) return invalid("search.empty", "q");
    Found found;
    if (question.reader.empty()) return found;
    auto candidates = newest(db, expression_of(wanted, question));
    found.more_than = static_cast<std::int64_t>(candidates.size()) > kCandidates;
    if (found.more_than) {
        candidates.pop_back();
        add_by_title(db, wanted, question, candidates);
    }
    sort_best_first(candidates);
    if (found.more_than) candidates.resize(static_cast<std::size_t>(kCandidates));
    found.total = static_cast<std::int64_t>(candidates.size());
    if (question.kind.empty() && !found.more_than) found.kinds = count_kinds(db, candidates);
    const Finder finder(wanted);
    const std::size_t begin = std::min(static_cast<std::size_t>(std::max(question.offset, 0)), candidates.size());
    const std::size_t end = std::min(begin + static_cast<std::size_t>(std::clamp(question.limit, 1, 100)), candidates.size());
    for (std::size_t i = begin; i < end; ++i) found.hits.push_back(hit_of(db, candidates[i], finder));
    return found;
}

}  // namespace homeward::search
