#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "people/person.h"

namespace homeward::apps {

using Random = std::mt19937_64;

/// A number from 0 to `below` - 1; the same on every machine for the same seed.
std::size_t draw(Random& random, std::size_t below);
/// True in `percent` of all draws.
bool chance(Random& random, std::size_t percent);

/// Parts of names by country; whole names are mixed from them by chance.
class NameStock {
public:
    /// Throws std::runtime_error when the file lacks a country or script.
    static NameStock load(const std::filesystem::path& csv);

    enum class Script { cyrillic, latin };
    struct Family {
        std::size_t family, father;  ///< places in the stock
        Script script = Script::cyrillic;
    };
    Family draw_family(Random& random, const std::string& country) const;
    /// A member of a family: its family name, a given name, the patronymic from the father's.
    people::NameParts draw_member(Random& random, const std::string& country, const Family& family, people::Sex sex) const;
    /// The same name in the other script.
    people::NameParts in_other_script(const std::string& country, const people::NameParts& name) const;

private:
    /// Each part in Cyrillic and in Latin.
    using Part = std::pair<std::string, std::string>;
    struct Country {
        std::vector<Part> female, male, family;
    };
    const Country& country(const std::string& code) const;
    std::map<std::string, Country> countries_;
};

}  // namespace homeward::apps
