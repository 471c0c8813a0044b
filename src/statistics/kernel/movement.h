#pragma once
// How people may move between the categories of a classification while time goes by. Everybody knows this of the definitions.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"

namespace homeward::statistics {

/// One classification.
///
/// moves     freely (as housing does), never (operation, sex), with_age (as years go by, never back), once (out of `open`
///           categories into any, and then no more: documents restored), upwards (along `order`: days in residential care)
/// from_age  with_age: by category the first full year of age, of all bands that there are; a category that is not named, as
///           unknown, is left for any, never entered
/// open      once: categories that people leave
/// order     upwards: categories from the first; one that is not named is left for any, never entered
struct Movement {
    enum class Moves { freely, never, with_age, once, upwards };
    Moves moves = Moves::freely;
    std::map<std::string, int> from_age;
    std::set<std::string> open;
    std::vector<std::string> order;
};

/// That a population lies within another.
///
/// whole            the larger one
/// classification   by which it is cut out of that, and the categories it takes; empty categories are all
/// some             not everybody in these categories
struct Part {
    std::string whole;
    std::string classification;
    std::set<std::string> categories;
    bool some = false;
};

/// classifications   by key; one that is not named moves freely
/// stocks            populations that people enter by arriving or growing older, and leave by growing older alone
/// parts             by population
struct Movements {
    std::map<std::string, Movement> classifications;
    std::set<std::string> stocks;
    std::map<std::string, Part> parts;

    const Movement& of(const std::string& classification) const;
};

/// Full years of age that somebody gains between two dates: at least, at most.
struct YearsBetween {
    int least = 0;
    int most = 0;
};
YearsBetween years_between(Date first, Date second);

/// Whether one who was in a category can be in another after these years.
bool can_move(const Movement& movement, const std::string& from, const std::string& to, YearsBetween years);
/// Whether one in this age band can have left `bands`, a part of all bands, by growing older.
bool can_outgrow(const Movement& movement, const std::string& from, const std::vector<std::string>& bands, YearsBetween years);

}  // namespace homeward::statistics
