#include "base/text.h"
#include "search/index.h"
#include "search/number.h"
#include "search/wanted.h"
#include "search/words.h"

namespace homeward::search {
namespace {

constexpr std::size_t kLongestQuestion = 200;  ///< characters
constexpr std::int64_t kCandidates = 1'000;

std::vector<std::int64_t> newest(store::Connection& db, const std::string& expression) {
    std::vector<std::int64_t> numbers;
    for (const auto row : db.query("SELECT rowid FROM search_words WHERE search_words MATCH $1 ORDER BY rowid DESC LIMIT $2", expression,
                                   kCandidates + 1)) {
        numbers.push_back(row.integer(0));
    }
    return numbers;
}

Hit hit_of(store::Connection& db, std::int64_t number) {
    Hit hit;
    auto entry = db.query("SELECT kind, id, title, state, topic, dated_on FROM search_entries WHERE number = $1", number);
    entry.next();
    const auto row = entry.row();
    hit.kind = row.get<std::string>(0);
    hit.id = row.get<std::string>(1);
    hit.title = row.get<std::string>(2);
    hit.state = row.get<std::string>(3);
    hit.topic = row.get<std::string>(4);
    hit.dated_on = row.get<Date>(5);
    hit.snippet = shortened(
        db.query("SELECT text FROM search_passages WHERE place >= $1 ORDER BY place LIMIT 1", place_of(number, 0)).value<std::string>().value_or(""), 200);
    return hit;
}

}  // namespace

Result<Found> find(store::Connection& db, const Question& question) {
    if (length_of(question.text) > kLongestQuestion) return invalid("search.too_long", "q");
    const Wanted wanted = read_question(cleaned(question.text));
    if (wanted.empty()) return invalid("search.empty", "q");
    Found found;
    if (question.reader.empty()) return found;
    auto numbers = newest(db, expression_of(wanted) + " AND " + filter_of(question));
    found.more_than = static_cast<std::int64_t>(numbers.size()) > kCandidates;
    if (found.more_than) numbers.pop_back();
    found.total = static_cast<std::int64_t>(numbers.size());
    const std::size_t begin = std::min<std::size_t>(static_cast<std::size_t>(std::max(question.offset, 0)), numbers.size());
    const std::size_t end = std::min<std::size_t>(begin + static_cast<std::size_t>(std::clamp(question.limit, 1, 100)), numbers.size());
    for (std::size_t i = begin; i < end; ++i) found.hits.push_back(hit_of(db, numbers[i]));
    return found;
}

}  // namespace homeward::search
