// Random puts, replacements and removals, and after each the index answers as a walk over all texts would.

#include <map>
#include <random>
#include <set>

#include "search/search_fixture.h"

namespace homeward::search {
namespace {

using Words = std::vector<std::string>;

struct Made {
    Entry entry;
    Words title, body;
};

struct Asked {
    Question question;
    Words words, phrase;
};

class Random {
public:
    explicit Random(unsigned seed) : random_(seed) {}
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    std::string one_of(const Words& choices) { return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))]; }
    Words words(int most) {
        Words out;
        // Numbers have no stems, so that this walk needs to know none.
        for (int n = below(most + 1); n > 0; --n) out.push_back("w" + std::to_string(below(below(2) ? 5 : 30)));
        return out;
    }

private:
    std::mt19937 random_;
};

std::string joined(const Words& words) {
    std::string out;
    for (const auto& word : words) out += word + " ";
    return out;
}

bool holds(const Words& text, const std::string& word) { return std::find(text.begin(), text.end(), word) != text.end(); }
bool holds(const Words& text, const Words& phrase) { return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end(); }

bool answers(const Made& made, const Asked& asked) {
    const auto& q = asked.question;
    const auto reads = [&](const std::string& word) { return holds(made.entry.audience, word); };
    if (std::none_of(q.reader.begin(), q.reader.end(), reads)) return false;
    if (!q.kind.empty() && q.kind != made.entry.kind) return false;
    if (!q.state.empty() && q.state != made.entry.state) return false;
    if (!q.topic.empty() && q.topic != made.entry.topic) return false;
    if (q.year && *q.year != made.entry.dated_on.year) return false;
    for (const auto& word : asked.words) {
        if (!holds(made.title, word) && !holds(made.body, word)) return false;
    }
    return asked.phrase.empty() || holds(made.title, asked.phrase) || holds(made.body, asked.phrase);
}

const Words kKinds = {"practice", "paper"}, kReaders = {"all", "signed_in", "member:uz", "member:kg", "account:0192-ab"};

Made make(Random& random) {
    Made made;
    made.title = random.words(3);
    made.body = random.words(40);
    Words audience;
    for (const auto& word : kReaders) {
        if (random.below(3) == 0) audience.push_back(word);
    }
    made.entry = {random.one_of(kKinds), std::to_string(random.below(25)), joined(made.title), joined(made.body), audience,
                  random.one_of({"", "uz", "kg"}), random.one_of({"", "health", "data"}), Date{2020 + random.below(4), 1 + random.below(12), 1}};
    return made;
}

Asked ask(Random& random) {
    Asked asked;
    asked.words = random.words(2);
    if (random.below(3) == 0) asked.phrase = random.words(3);
    if (asked.words.empty() && asked.phrase.empty()) asked.words = {"w1"};
    auto& q = asked.question;
    q.text = joined(asked.words) + (asked.phrase.empty() ? "" : "\"" + joined(asked.phrase) + "\"") + " ";
    for (int n = random.below(3); n >= 0; --n) q.reader.push_back(random.one_of(kReaders));
    q.kind = random.one_of({"", "", "paper"});
    q.state = random.one_of({"", "", "uz"});
    q.topic = random.one_of({"", "", "data"});
    if (random.below(4) == 0) q.year = 2021;
    q.limit = 100;
    return asked;
}

TEST_F(SearchTest, AnswersAsAWalkOverAllTextsWould) {
    Random random(20240514);
    std::map<std::string, Made> all;
    int found_any = 0;
    for (int step = 0; step < 1'500; ++step) {
        const Made made = make(random);
        const std::string key = made.entry.kind + "/" + made.entry.id;
        if (random.below(4) == 0) {
            remove(db, made.entry.kind, made.entry.id);
            all.erase(key);
        } else {
            put(db, made.entry);
            all[key] = made;
        }
        const Asked asked = ask(random);
        std::set<std::string> expected, got;
        for (const auto& [name, each] : all) {
            if (answers(each, asked)) expected.insert(name);
        }
        for (const auto& hit : found(asked.question).hits) EXPECT_TRUE(got.insert(hit.kind + "/" + hit.id).second);
        ASSERT_EQ(got, expected) << "step " << step << ", asked " << asked.question.text;
        found_any += !got.empty();
    }
    EXPECT_GT(found_any, 300);
    db.run("INSERT INTO search_words (search_words) VALUES ('integrity-check')");
    EXPECT_EQ(db.query("SELECT count(*) FROM search_words").value<std::size_t>(), all.size());
}

}  // namespace
}  // namespace homeward::search
