#include <array>
#include <cmath>

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
// Where one side is Arabic: its letters stand for more sounds, and waw is a consonant as well.
constexpr Habit arabic_habits[] = {
    {'b', 'p', 0.05f}, {'f', 'v', 0.05f}, {'w', 'v', 0.05f}, {'w', 'o', 0.00f}, {'w', 'u', 0.00f}, {'i', 'e', 0.00f},
    {'a', 'o', 0.05f}, {'a', 'e', 0.05f}, {'a', 'i', 0.10f}, {'a', 'u', 0.08f}, {'a', 'w', 0.08f},
    {'k', 'g', 0.20f}, {'j', 'g', 0.20f}, {'d', 'z', 0.30f}, {'x', 'c', 0.10f}, {'k', 'h', 0.40f}, {'h', 'g', 0.30f},
    {'g', 'k', 0.20f}, {'s', 'z', 0.20f}, {'t', 'd', 0.40f}, {'v', 'u', 0.05f}, {'v', 'o', 0.05f}, {'j', 'i', 0.30f},
};

class Costs {
public:
    explicit Costs(bool arabic) : vowel_(arabic ? 0.10f : 0.35f) {
        for (auto& row : exchange_) row.fill(1.0f);
        for (char a = 'a'; a <= 'z'; ++a) {
            for (char b = 'a'; b <= 'z'; ++b) {
                if (a == b) exchange_[at(a)][at(b)] = 0;
                else if (is_vowel(a) && is_vowel(b)) exchange_[at(a)][at(b)] = arabic ? 0.2f : 0.45f;
            }
        }
        for (const Habit& habit : habits) set(habit);
        if (!arabic) return;
        for (const Habit& habit : arabic_habits) set(habit);
    }

    float exchange(char a, char b) const {
        if (a == b) return 0;
        return is_letter(a) && is_letter(b) ? exchange_[at(a)][at(b)] : 1;
    }
    /// Of leaving a letter out.
    float weight(char c) const {
        if (c == ' ') return 0.1f;
        if (is_vowel(c)) return vowel_;
        return c == 'h' ? 0.6f : 1;
    }

private:
    static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
    static std::size_t at(char c) { return static_cast<std::size_t>(c - 'a'); }
    void set(const Habit& habit) {
        exchange_[at(habit.a)][at(habit.b)] = habit.cost;
        exchange_[at(habit.b)][at(habit.a)] = habit.cost;
    }

    std::array<std::array<float, 26>, 26> exchange_{};
    float vowel_;
};

float weight_of(std::string_view text, const Costs& costs) {
    float sum = 0;
    for (const char c : text) sum += costs.weight(c);
    return sum;
}

float distance(std::string_view a, std::string_view b, const Costs& costs) {
    std::array<float, most_letters + 1> row{};
    for (std::size_t j = 1; j <= b.size(); ++j) row[j] = row[j - 1] + costs.weight(b[j - 1]);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const float drop_a = costs.weight(a[i - 1]);
        float diagonal = row[0];
        row[0] += drop_a;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const float exchanged = diagonal + costs.exchange(a[i - 1], b[j - 1]);
            const float dropped = std::min(row[j] + drop_a, row[j - 1] + costs.weight(b[j - 1]));
            diagonal = row[j];
            row[j] = std::min(exchanged, dropped);
        }
    }
    return row[b.size()];
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

double likeness_of_spellings(std::string_view a, std::string_view b, bool arabic) {
    static const Costs plain(false), with_arabic(true);
    if (a.empty() || b.empty()) return 0;
    if (a == b || merged(a) == merged(b)) return 1;
    const std::string one = pared(a), other = pared(b);
    const Costs& costs = arabic ? with_arabic : plain;
    // Never below 1: in a name of one consonant each letter counts.
    const float weight = std::max({1.0f, weight_of(one, costs), weight_of(other, costs)});
    return std::max(0.0, 1.0 - static_cast<double>(distance(one, other, costs) / weight));
}

double likeness(std::string_view a, std::string_view b) {
    // Between two names in Arabic script the missing vowels are missing on both sides.
    const bool arabic = has_arabic(a) != has_arabic(b);
    return likeness_of_spellings(spell(a), spell(b), arabic);
}

}  // namespace homeward::identity
