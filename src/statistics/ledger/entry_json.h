#pragma once
// Shapes of the ledger on the wire. Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "statistics/ledger/entry.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(EntryKind, release, correction, withdrawal, figure)

struct FigureDefinitionText {
    std::string indicator;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(FigureDefinitionText, (), (indicator, version))

struct FigureText {
    FigureDefinitionText definition;
    std::string population;
    Date reference_date;
    std::map<std::string, std::string> categories;
    std::vector<std::string> states;
    std::int64_t value = 0;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(FigureText, (), (definition, population, reference_date, categories, states, value, source))

FigureText text_of(const PublicFigure& figure);
PublicFigure figure_of(const FigureText& text);

}  // namespace homeward::statistics
