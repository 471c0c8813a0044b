#include "identity/person_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "identity/birth_dates.h"
#include "identity/name_key.h"
#include "base/letters.h"
#include "identity/name_spelling.h"

// After Fellegi and Sunter (1969): each agreement weighs as many bits as it makes one person more likely than two.
// The weights are set by hand for lists of the region, rounded, and held by tests; the rules that overrule them are
// in `overruled`. What the data says of a weight: given names and whole birth dates tell most, family names less
// within a list of families, sex hardly anything but for its contradiction.

namespace homeward::identity {
namespace {

constexpr double prior_bits = -15;      // of two people taken from a register and a list, before any look
constexpr double same_bits = 6.63;      // score 0.99
constexpr double equal_from = 0.90;     // likeness of two spellings of one name
constexpr double similar_from = 0.85;   // a slip of the pen as well

struct Weight {
    Reason reason;
    double bits;
};
constexpr Weight weights[] = {
    {Reason::given_equal, 7},        {Reason::given_similar, 4},           {Reason::given_different, -7},
    {Reason::family_equal, 6},       {Reason::family_similar, 4},          {Reason::family_other_ending, 4},
    {Reason::family_different, -5},  {Reason::patronymic_equal, 4},        {Reason::patronymic_similar, 2},
    {Reason::patronymic_different, -5}, {Reason::parts_swapped, -1},
    {Reason::birth_date_equal, 10},  {Reason::birth_date_compatible, 4},   {Reason::birth_date_near, 4},
    {Reason::birth_date_different, -9}, {Reason::sex_different, -7},       {Reason::family_number_equal, 2},
    {Reason::family_number_different, -2}, {Reason::document_equal, 14},   {Reason::document_different, -2},
};

constexpr double bits_of(Reason reason) {
    for (const Weight& weight : weights) {
        if (weight.reason == reason) return weight.bits;
    }
    return 0;
}

double bits_of(const std::vector<Reason>& reasons) {
    double sum = 0;
    for (const Reason reason : reasons) sum += bits_of(reason);
    return sum;
}

/// Names weigh no more than where all three parts are equal.
constexpr double most_of_names = bits_of(Reason::given_equal) + bits_of(Reason::family_equal) + bits_of(Reason::patronymic_equal);

/// A name made ready to compare.
struct Spelled {
    std::string family, stem, given, father;
    bool arabic = false;
    Script script = Script::other;
};

Script script_of_text(std::string_view text) {
    while (!text.empty()) {
        const Script script = script_of(next_code_point(text));
        if (script != Script::other) return script;
    }
    return Script::other;
}

Spelled spelled(const NameParts& name) {
    const std::string& any = name.given.empty() ? name.family : name.given;
    std::string family = spell(name.family);
    std::string stem = without_family_ending(family);
    return {std::move(family), std::move(stem), spell(name.given), father_spelling(name.patronymic), has_arabic(any), script_of_text(any)};
}

struct Part {
    Reason equal, similar, different, missing;
};

Reason judge(const Part& part, std::string_view a, std::string_view b, Arabic arabic) {
    if (a.empty() || b.empty()) return part.missing;
    const double alike = likeness_of_spellings(a, b, arabic);
    return alike >= equal_from ? part.equal : alike >= similar_from ? part.similar : part.different;
}

Reason judge_given(std::string_view a, std::string_view b, Arabic arabic) {
    return judge({Reason::given_equal, Reason::given_similar, Reason::given_different, Reason::given_missing}, a, b, arabic);
}

/// `stems` are the names without the endings of women and men.
Reason judge_family(const Spelled& a, const Spelled& b, Arabic arabic) {
    if (a.family.empty() || b.family.empty()) return Reason::family_missing;
    const Reason stems = judge({Reason::family_equal, Reason::family_similar, Reason::family_different, Reason::family_missing},
                               a.stem, b.stem, arabic);
    const bool a_bare = a.family == a.stem, b_bare = b.family == b.stem;
    return stems == Reason::family_equal && a_bare != b_bare ? Reason::family_other_ending : stems;
}

Reason judge_father(const Spelled& a, const Spelled& b, Arabic arabic) {
    return judge({Reason::patronymic_equal, Reason::patronymic_similar, Reason::patronymic_different, Reason::patronymic_missing},
                 a.father, b.father, arabic);
}

std::vector<Reason> judge_names(const Spelled& a, const Spelled& b) {
    const Arabic arabic = which_is_arabic(a.arabic, b.arabic);
    std::vector<Reason> reasons = {judge_given(a.given, b.given, arabic), judge_family(a, b, arabic), judge_father(a, b, arabic)};
    if (a.script != b.script) reasons.push_back(Reason::scripts_differ);
    return reasons;
}

Spelled swapped(const Spelled& name) {
    return {name.given, without_family_ending(name.given), name.family, name.father, name.arabic, name.script};
}

/// How the pair of their names that agrees best agrees; also when family and given name changed places.
std::vector<Reason> judge_best_names(const std::vector<NameParts>& a, const std::vector<NameParts>& b) {
    std::vector<Reason> best = {Reason::given_missing, Reason::family_missing, Reason::patronymic_missing};
    double best_bits = -1e9;
    const auto keep_better = [&](std::vector<Reason> reasons) {
        if (const double bits = bits_of(reasons); bits > best_bits) {
            best_bits = bits;
            best = std::move(reasons);
        }
    };
    for (const NameParts& one : a) {
        const Spelled left = spelled(one);
        for (const NameParts& other : b) {
            const Spelled right = spelled(other);
            keep_better(judge_names(left, right));
            if (left.family.empty() || right.family.empty() || left.given.empty() || right.given.empty()) continue;
            auto turned = judge_names(left, swapped(right));
            turned.push_back(Reason::parts_swapped);
            keep_better(std::move(turned));
        }
    }
    return best;
}

Reason judge_births(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b) {
    if (!a || !b) return Reason::birth_date_missing;
    switch (compare_births(*a, *b)) {
        case BirthDates::equal: return Reason::birth_date_equal;
        case BirthDates::compatible: return Reason::birth_date_compatible;
        case BirthDates::near: return Reason::birth_date_near;
        case BirthDates::different: break;
    }
    return Reason::birth_date_different;
}

void judge_ties(std::vector<Reason>& reasons, Ties ties) {
    if (ties.family_number == Tie::equal) reasons.push_back(Reason::family_number_equal);
    if (ties.family_number == Tie::unequal) reasons.push_back(Reason::family_number_different);
    if (ties.document_number == Tie::equal) reasons.push_back(Reason::document_equal);
    if (ties.document_number == Tie::unequal) reasons.push_back(Reason::document_different);
}

/// All but the names.
void judge_circumstances(std::vector<Reason>& reasons, const Description& a, const Description& b, Ties ties) {
    reasons.push_back(judge_births(a.born_on, b.born_on));
    if (a.sex != Sex::unknown && b.sex != Sex::unknown && a.sex != b.sex) reasons.push_back(Reason::sex_different);
    judge_ties(reasons, ties);
}

bool one_family_name(const Verdict& v) {
    return v.has(Reason::family_equal) || v.has(Reason::family_similar) || v.has(Reason::family_other_ending);
}

bool same_given(const Verdict& v) { return v.has(Reason::given_equal) || v.has(Reason::given_similar); }

/// Where no sum of the other agreements makes it one person.
bool overruled(const Verdict& v) {
    const bool document = v.has(Reason::document_equal);
    // Twins agree in all but the given name.
    if (v.has(Reason::given_different) && !(document && v.has(Reason::birth_date_equal))) return true;
    return v.has(Reason::sex_different) && !(document && same_given(v));
}

/// Where nothing is left to doubt: one document, or the same full name letter by letter, and one birth date.
bool beyond_doubt(const Verdict& v) {
    if (!v.has(Reason::birth_date_equal) || !same_given(v) || v.has(Reason::sex_different)) return false;
    const bool full_name = v.has(Reason::given_equal) && v.has(Reason::family_equal) && v.has(Reason::patronymic_equal) &&
                           !v.has(Reason::scripts_differ) && !v.has(Reason::document_different);
    return v.has(Reason::document_equal) || full_name;
}

void note_kin(Verdict& v) {
    const bool bound = v.has(Reason::birth_date_equal) || v.has(Reason::patronymic_equal) || v.has(Reason::family_number_equal);
    if (one_family_name(v) && v.has(Reason::given_different) && bound) v.reasons.push_back(Reason::likely_siblings);
}

}  // namespace

bool Verdict::has(Reason reason) const { return std::find(reasons.begin(), reasons.end(), reason) != reasons.end(); }

Verdict compare(const Description& a, const Description& b, Ties ties) {
    Verdict v;
    v.reasons = judge_best_names(a.names, b.names);
    judge_circumstances(v.reasons, a, b, ties);
    double bits = prior_bits + bits_of(v.reasons);
    if (overruled(v)) bits = std::min(bits, -1.0);
    v.score = 1 / (1 + std::exp2(-bits));
    if (bits >= same_bits && beyond_doubt(v)) v.likelihood = Likelihood::same;
    else if (bits >= 0) v.likelihood = Likelihood::possible;

    note_kin(v);
    if (v.likelihood == Likelihood::different && v.has(Reason::document_equal)) v.reasons.push_back(Reason::document_conflict);
    return v;
}

bool ruled_out(const Description& a, const Description& b, Ties ties) {
    Verdict v;
    judge_circumstances(v.reasons, a, b, ties);
    return prior_bits + most_of_names + bits_of(v.reasons) < 0 || (v.has(Reason::sex_different) && !v.has(Reason::document_equal));
}

std::string_view to_string(Likelihood likelihood) {
    switch (likelihood) {
        case Likelihood::different: return "different";
        case Likelihood::possible: return "possible";
        case Likelihood::same: return "same";
    }
    return {};
}

std::string_view to_string(Reason reason) {
    // In the order of the enumeration.
    constexpr std::array<std::string_view, 26> names = {
        "given_equal", "given_similar", "given_different", "given_missing",
        "family_equal", "family_similar", "family_other_ending", "family_different", "family_missing",
        "patronymic_equal", "patronymic_similar", "patronymic_different", "patronymic_missing",
        "parts_swapped", "scripts_differ",
        "birth_date_equal", "birth_date_compatible", "birth_date_near", "birth_date_different", "birth_date_missing",
        "sex_different", "family_number_equal", "family_number_different", "document_equal", "document_different",
        "likely_siblings"};
    const auto at = static_cast<std::size_t>(reason);
    return at < names.size() ? names[at] : "document_conflict";
}

}  // namespace homeward::identity
