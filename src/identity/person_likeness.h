#pragma once
// Are two descriptions one person? A judgement with its reasons, for a human who decides. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace homeward::identity {

/// A name as written, in any script; a part that is not known is empty.
struct NameParts {
    std::string family;
    std::string given;
    std::string patronymic;
};

enum class Sex { unknown, female, male };

/// What is known of somebody. `names` holds every name the person goes by.
struct Description {
    std::vector<NameParts> names;
    Sex sex = Sex::unknown;
    std::optional<PartialDate> born_on;
};

/// Whether a number stands on both descriptions. `unknown` when one lacks it, or when the two numbers are of
/// different lists and cannot be compared.
enum class Tie { unknown, equal, unequal };

struct Ties {
    Tie family_number = Tie::unknown;
    Tie document_number = Tie::unknown;  ///< compare `document_key`s
};

/// Why a verdict is as it is. The enumerator is the last part of the translation key, `identity.reason.<name>`.
enum class Reason {
    given_equal, given_similar, given_different, given_missing,
    family_equal, family_similar, family_other_ending, family_different, family_missing,
    patronymic_equal, patronymic_similar, patronymic_different, patronymic_missing,
    parts_swapped,           ///< family and given name stand in each other's place
    scripts_differ,
    birth_date_equal, birth_date_compatible, birth_date_near, birth_date_different, birth_date_missing,
    sex_different,
    family_number_equal, family_number_different,
    document_equal, document_different,
    likely_siblings,         ///< one family, one birth date or father, but another given name: twins also
    document_conflict,       ///< one document number on two different people
};

/// As the API writes it: `given_equal`.
std::string_view to_string(Reason reason);

enum class Likelihood {
    different,  ///< nobody needs to look
    possible,   ///< a human should look
    same,       ///< no doubt in the data; a human still decides
};

/// As the API writes it.
std::string_view to_string(Likelihood likelihood);

struct Verdict {
    Likelihood likelihood = Likelihood::different;
    double score = 0;  ///< 0 to 1
    std::vector<Reason> reasons;

    bool has(Reason reason) const;
};

/// Compares two descriptions; the order of the two does not matter. Where people have several names, the pair
/// of names that agrees best counts.
///
/// returns   `possible` from score 0.5 on, `same` from 0.99 on when document or full name with patronymic agree
///           too. Always `different`: another given name (twins), unless document and birth date agree; another
///           sex, unless document and given name agree. `document_conflict` among the reasons exactly when the
///           documents are equal and the verdict is `different`.
Verdict compare(const Description& a, const Description& b, Ties ties);

/// Whether birth dates, sexes and ties alone make `compare` say `different`, whatever the names are: for those who
/// compare one with many, since names take the time.
bool ruled_out(const Description& a, const Description& b, Ties ties);

/// A document number to compare by: capitals and digits only, Cyrillic look-alikes as Latin letters ("АВ" is
/// "AB"). Empty when it has no digit: "нет", "б/н", "none" and "-" are no number.
std::string document_key(std::string_view number);

/// A family name without the ending that tells women from men: equal for "Каримов", "Каримова" and "Karimova".
///
/// returns   a folded key
std::string family_stem(std::string_view family);

/// The father's name inside a patronymic: equal for "Шарифович", "Sharifovna", "Шариф уулу", "Sharif qizi" and
/// "Шәріфұлы" as far as their spelling of the name agrees.
///
/// returns   a folded key
std::string father_name(std::string_view patronymic);

}  // namespace homeward::identity
