#include <array>

#include "identity/name_key.h"
#include "identity/name_spelling.h"

// An edit distance over spellings, where exchanging letters that practice exchanges is cheap. Consonants weigh 1,
// vowels less, and next to nothing where one side is in Arabic script, which leaves most of them out.

namespace homeward::identity {
namespace {

constexpr std::size_t most_letters = 48;  // more is no name part

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'w'; }

struct Habit {
    char a, b;
    float cost;  // in consonants
};

// What one writer puts for another's letter. The three sounds of w are o, u and ў.
constexpr Habit habits[] = {
    {'w', 'o', 0.00f}, {'w', 'u', 0.05f}, {'o', 'u', 0.15f}, {'a', 'o', 0.15f}, {'a', 'w', 0.25f}, {'a', 'e', 0.20f},
    {'e', 'i', 0.15f}, {'a', 'i', 0.40f}, {'i', 'u', 0.35f}, {'e', 'o', 0.35f}, {'e', 'u', 0.30f},
    {'a', 'u', 0.65f},  // Hasan and Husan are two people
    {'g', 'h', 0.30f}, {'k', 'h', 0.45f}, {'g', 'k', 0.45f}, {'g', 'j', 0.45f}, {'j', 'i', 0.35f}, {'j', 'z', 0.45f},
    {'x', 'c', 0.40f}, {'x', 's', 0.45f}, {'c', 'j', 0.30f}, {'s', 'z', 0.30f}, {'s', 'c', 0.60f}, {'k', 'c', 0.60f},
    {'b', 'p', 0.35f}, {'d', 't', 0.35f}, {'d', 'z', 0.50f}, {'f', 'p', 0.45f}, {'f', 'v', 0.35f}, {'b', 'v', 0.50f},
    {'v', 'u', 0.30f}, {'v', 'w', 0.30f}, {'v', 'o', 0.40f}, {'m', 'n', 0.60f}, {'t', 's', 0.65f},
};
// Where one side is Arabic: its letters stand for more sounds, and waw is a consonant as well. What it writes of
// vowels is long, so i is no a.
constexpr Habit arabic_habits[] = {
    {'b', 'p', 0.05f}, {'f', 'v', 0.05f}, {'w', 'v', 0.05f}, {'w', 'o', 0.00f}, {'w', 'u', 0.00f}, {'i', 'e', 0.00f},
    {'a', 'o', 0.05f}, {'a', 'e', 0.05f}, {'k', 'g', 0.20f}, {'j', 'g', 0.20f}, {'d', 'z', 0.30f}, {'x', 'c', 0.10f},
    {'k', 'h', 0.40f}, {'h', 'g', 0.30f}, {'s', 'z', 0.20f}, {'t', 'd', 0.40f}, {'v', 'u', 0.05f}, {'v', 'o', 0.05f},
    {'j', 'i', 0.30f},
};
constexpr float front_vowels = 0.08f;  // alif and ain carry any vowel at the front of an Arabic word

/// What it costs to turn one spelling into the other.
class Costs {
public:
    /// arabic    the first of the two spellings comes from Arabic script, the second does not
    explicit Costs(bool arabic) : arabic_(arabic) {
        for (auto& row : exchange_) row.fill(1.0f);
        for (const char a : std::string_view("aeiouw")) {
            for (const char b : std::string_view("aeiouw")) exchange_[at(a)][at(b)] = arabic ? 0.5f : 0.45f;
        }
        for (const Habit& habit : habits) set(habit);
        if (!arabic) return;
        for (const Habit& habit : arabic_habits) set(habit);
    }

    float exchange(char first, char second, bool at_front) const {
        if (first == second) return 0;
        if (arabic_ && at_front && is_vowel(first) && is_vowel(second)) return front_vowels;
        return is_letter(first) && is_letter(second) ? exchange_[at(first)][at(second)] : 1;
    }
    /// Of a letter that only the first has.
    float of_first(char c) const { return is_vowel(c) && arabic_ ? 0.25f : weight(c); }
    /// Of a letter that only the second has: beside Arabic, short vowels are.
    float of_second(char c) const { return is_vowel(c) && arabic_ ? 0.10f : weight(c); }

private:
    static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
    static std::size_t at(char c) { return static_cast<std::size_t>(c - 'a'); }
    static float weight(char c) {
        if (is_vowel(c)) return 0.35f;
        if (c == ' ') return 0.1f;
        return c == 'h' ? 0.6f : 1;
    }
    void set(const Habit& habit) {
        exchange_[at(habit.a)][at(habit.b)] = habit.cost;
        exchange_[at(habit.b)][at(habit.a)] = habit.cost;
    }

    std::array<std::array<float, 26>, 26> exchange_{};
    bool arabic_;
};

/// The least cost of turning one into the other, over the cost of writing the heavier one.
float relative_distance(std::string_view a, std::string_view b, const Costs& costs) {
    std::array<float, most_letters + 1> row{};
    for (std::size_t j = 1; j <= b.size(); ++j) row[j] = row[j - 1] + costs.of_second(b[j - 1]);
    const float weight_b = row[b.size()];
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const float drop_a = costs.of_first(a[i - 1]);
        float diagonal = row[0];
        row[0] += drop_a;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const float exchanged = diagonal + costs.exchange(a[i - 1], b[j - 1], i == 1 && j == 1);
            const float dropped = std::min(row[j] + drop_a, row[j - 1] + costs.of_second(b[j - 1]));
            diagonal = row[j];
            row[j] = std::min(exchanged, dropped);
        }
    }
    // Never below 1: in a name of one consonant each letter counts.
    return row[b.size()] / std::max({1.0f, row[0], weight_b});
}

/// Without what is written or not as one likes: a closing h (Abdulloh), the l that assimilates (Abdulrahman), and
/// whatever is too long for a name part.
std::string pared(std::string_view spelling) {
    std::string out(spelling.substr(0, most_letters));
    if (out.size() > 3 && out.back() == 'h') out.pop_back();
    const bool article = out.size() > 6 && out.starts_with("abd") && is_vowel(out[3]) && out[4] == 'l';
    if (article && std::string_view("tdrzsxn").find(out[5]) != std::string_view::npos) out.erase(4, 1);
    return out;
}

}  // namespace

double likeness_of_spellings(std::string_view a, std::string_view b, Arabic arabic) {
    static const Costs plain(false), from_arabic(true);
    if (a.empty() || b.empty()) return 0;
    if (a == b || merged(a) == merged(b)) return 1;
    if (arabic == Arabic::second) std::swap(a, b);
    const Costs& costs = arabic == Arabic::neither_or_both ? plain : from_arabic;
    return std::max(0.0, 1.0 - static_cast<double>(relative_distance(pared(a), pared(b), costs)));
}

Arabic which_is_arabic(bool first, bool second) {
    // Between two names in Arabic script the missing vowels are missing on both sides.
    if (first == second) return Arabic::neither_or_both;
    return first ? Arabic::first : Arabic::second;
}

double likeness(std::string_view a, std::string_view b) {
    return likeness_of_spellings(spell(a), spell(b), which_is_arabic(has_arabic(a), has_arabic(b)));
}

}  // namespace homeward::identity
