#pragma once
// Where somebody stands in a table.

#include <optional>
#include <string>
#include <vector>

#include "statistics/definitions/count.h"

namespace homeward::statistics {

/// Who is counted in one cell or another: a person, or a family of persons.
///
/// family   fingerprint of the family of a person; 0 without one
struct Counted {
    std::uint64_t fingerprint = 0;
    std::uint64_t family = 0;
    std::int16_t operation = 0;
    std::int16_t region = -1;
    Sex sex = Sex::unknown;
    std::int16_t age_years = -1;
    std::vector<std::int32_t> answers;
};

/// Those who had arrived, as persons and as families.
struct Arrived {
    std::vector<Counted> persons;
    std::vector<Counted> families;

    const std::vector<Counted>& of(Unit unit) const { return unit == Unit::families ? families : persons; }
};

/// errors   `statistics.fact_repeated`, `statistics.fact_out_of_range`
Result<Arrived> arrived_by(const std::vector<PersonFact>& facts, const Catalogue& catalogue, const Classifications& classifications, Date reference_date);

/// The classifications of a table, and the category of each that somebody is in.
class Placing {
public:
    /// indicator   its index in the catalogue
    /// errors      `statistics.bad_crossing` (field = indicator)
    static Result<Placing> of(std::size_t indicator, const std::vector<std::string>& crossing, const Catalogue& catalogue,
                              const Classifications& classifications);

    const Dimensions& dimensions() const { return dimensions_; }
    /// One category a dimension; false when the table does not count this one.
    bool place(const Counted& one, std::vector<int>& at) const;

private:
    enum class Field { operation, sex, age_band, region };
    static std::optional<Field> field_of(const std::string& key);
    std::optional<Dimension> dimension_of(Field field, const Classifications& classifications) const;
    bool includes(const Counted& one) const;
    int category(Field field, const Counted& one) const;

    std::size_t at_ = 0;
    Indicator indicator_;
    Population population_;
    Dimensions dimensions_;
    std::vector<Field> fields_;
    int regions_ = 0;
    int first_band_ = 0;
};

/// The category of an answer in an indicator's outcome; nothing when it is none.
std::optional<int> outcome_of(const Indicator& indicator, std::int32_t answer);

}  // namespace homeward::statistics
