#include "statistics/definitions/movements.h"

namespace homeward::statistics {
namespace {

Movement with_age() {
    Movement movement{Movement::Moves::with_age, {}, {}, {}};
    for (const auto& band : age_bands()) movement.from_age[band.key] = band.from;
    return movement;
}

Movement of(const Indicator& indicator) {
    Movement movement;
    if (indicator.period != Period::since_arrival) return movement;
    switch (indicator.measure) {
        case Measure::happened:
            movement.moves = Movement::Moves::once;
            movement.open = {"not_reached"};
            break;
        case Measure::days_to_first:
        case Measure::score:
            movement.moves = Movement::Moves::once;
            movement.open = {indicator.none};
            break;
        case Measure::days_in:
            movement.moves = Movement::Moves::upwards;
            movement.order = {indicator.none};
            for (const auto& band : indicator.bands) movement.order.push_back(band.key);
            break;
        case Measure::population:
        case Measure::standing:
        case Measure::timeliness: break;
    }
    return movement;
}

/// The bands of its ages; those of unknown age are in no part. `some` where a source says who is in it.
Part within(const Population& population) {
    Part part{population.within, "age_band", {}, !population.source.empty()};
    if (population.every_age()) return part;
    if (const auto bands = age_dimension_of(population)) part.categories.insert(bands->categories.begin(), bands->categories.end());
    return part;
}

}  // namespace

Movements movements_of(const Catalogue& catalogue) {
    Movements movements;
    movements.classifications["operation"].moves = Movement::Moves::never;
    movements.classifications["sex"].moves = Movement::Moves::never;
    movements.classifications["age_band"] = with_age();
    for (const auto& indicator : catalogue.indicators) {
        if (const Movement own = of(indicator); own.moves != Movement::Moves::freely) movements.classifications["outcome." + indicator.key] = own;
    }
    // Whom a source concerns changes with the source: nobody stays in such a population because they once were in it.
    for (const auto& population : catalogue.populations) if (population.source.empty()) movements.stocks.insert(population.key);
    for (const auto& population : catalogue.populations) if (!population.within.empty()) movements.parts[population.key] = within(population);
    return movements;
}

}  // namespace homeward::statistics
