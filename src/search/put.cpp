#include "search/index.h"

#include <sqlite3.h>

#include "search/marks.h"
#include "search/number.h"
#include "search/words.h"

namespace homeward::search {
namespace {

constexpr std::size_t kPassage = 2'000;  ///< bytes, and the rest of the word

/// The tokens of one text, in the two columns that stand for it.
struct Tokens {
    std::string stems, exact;

    void add(const Word& word, const std::string& stem) {
        stems.append(stem).append(1, ' ');
        exact.append(exact_mark).append(word.exact).append(1, ' ');
    }
};

std::optional<std::int64_t> number_of(store::Connection& db, std::string_view kind, std::string_view id) {
    return db.query("SELECT number FROM search_entries WHERE kind = $1 AND id = $2", kind, id).value<std::int64_t>();
}

/// The first free place on the day of the entry, or on a later day when so many have come on one.
std::int64_t new_number(store::Connection& db, Date dated_on) {
    for (std::int64_t first = first_number_of(dated_on);; first += kPlacesOfDay) {
        const auto last = db.query("SELECT max(number) FROM search_entries WHERE number >= $1 AND number < $2", first, first + kPlacesOfDay)
                              .value<std::optional<std::int64_t>>().value();
        if (!last) return first;
        if (*last + 1 < first + kPlacesOfDay) return *last + 1;
    }
}

void keep_passage(store::Connection& db, std::int64_t number, std::int64_t first_word, std::string_view text) {
    db.run("INSERT INTO search_passages (place, text) VALUES ($1, $2)", place_of(number, first_word), text);
}

/// Keeps the body in passages that end between words, and gives its tokens.
Tokens keep_body(store::Connection& db, std::int64_t number, std::string_view body, Languages languages) {
    Tokens tokens;
    StemReader words(body, languages);
    Word word;
    std::string stem;
    std::size_t passage = 0;
    std::int64_t count = 0, first = 0;
    while (words.next(word, stem)) {
        if (word.begin - passage > kPassage) {
            keep_passage(db, number, first, body.substr(passage, word.begin - passage));
            passage = word.begin;
            first = count;
        }
        tokens.add(word, stem);
        ++count;
    }
    keep_passage(db, number, first, body.substr(passage));
    return tokens;
}

std::string marks_of(const Entry& entry, std::string_view title_stems) {
    std::string out;
    for (const auto& word : entry.audience) out += mark(audience_mark, word) + " ";
    out += mark(kind_mark, entry.kind) + " " + mark(year_mark, std::to_string(entry.dated_on.year));
    if (!entry.state.empty()) out += " " + mark(state_mark, entry.state);
    if (!entry.topic.empty()) out += " " + mark(topic_mark, entry.topic);
    for (const auto stem : split(title_stems, ' ')) {
        if (!stem.empty()) out.append(" ").append(title_mark).append(stem);
    }
    return out;
}

}  // namespace

void put(store::Connection& db, const Entry& entry) {
    remove(db, entry.kind, entry.id);
    const std::string title = cleaned(entry.title), body = cleaned(entry.body);
    const std::int64_t number = new_number(db, entry.dated_on);
    // A title is too short to tell its language; the text below it tells.
    const Languages languages = languages_of(body);
    Tokens title_tokens;
    StemReader words(title, languages);
    Word word;
    for (std::string stem; words.next(word, stem);) title_tokens.add(word, stem);
    const Tokens body_tokens = keep_body(db, number, body, languages);
    db.run("INSERT INTO search_entries (number, kind, id, title, state, topic, dated_on) VALUES ($1, $2, $3, $4, $5, $6, $7)", number,
           entry.kind, entry.id, title, entry.state, entry.topic, entry.dated_on);
    db.run("INSERT INTO search_words (rowid, title, body, title_exact, body_exact, marks) VALUES ($1, $2, $3, $4, $5, $6)", number,
           title_tokens.stems, body_tokens.stems, title_tokens.exact, body_tokens.exact, marks_of(entry, title_tokens.stems));
}

void remove(store::Connection& db, std::string_view kind, std::string_view id) {
    const auto number = number_of(db, kind, id);
    if (!number) return;
    db.run("DELETE FROM search_words WHERE rowid = $1", *number);
    db.run("DELETE FROM search_passages WHERE place >= $1 AND place < $2", place_of(*number, 0), place_of(*number + 1, 0));
    db.run("DELETE FROM search_entries WHERE number = $1", *number);
}

bool tidy(store::Connection& db) {
    constexpr int kPages = 300;
    const int before = sqlite3_total_changes(db.handle());
    db.run("INSERT INTO search_words (search_words, rank) VALUES ('merge', $1)", kPages);
    // The statement itself counts as one change.
    return sqlite3_total_changes(db.handle()) - before > 1;
}

}  // namespace homeward::search
