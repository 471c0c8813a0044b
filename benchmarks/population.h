#pragma once
// Seeded people for a node of any size: the same seed gives the same people, so that what the register must find is
// known without reading it.

#include <string>
#include <vector>

#include "admin/name_stock.h"

namespace homeward::bench {

/// One family, the head first. Its members know their stage; region, family and social worker are the register's.
struct MadeFamily {
    std::string stage_id;
    Date arrived_on;
    std::vector<people::NewPerson> members;
};

/// Families of one or two adults and up to six children, as among those who returned: most are women and children.
/// Names mix the stock of five countries; one in seven has the name in a second script, one in ten in Arabic letters.
class Population {
public:
    Population(const apps::NameStock& stock, std::uint64_t seed) : stock_(stock), random_(seed) {}

    MadeFamily next();

private:
    people::NewPerson member(const std::string& country, const apps::NameStock::Family& names, bool child, const MadeFamily& family);
    people::NameParts arabic_name(people::Sex sex);

    const apps::NameStock& stock_;
    apps::Random random_;
};

enum class Script { latin, cyrillic, arabic };
Script script_of(const people::NameParts& name);

}  // namespace homeward::bench
