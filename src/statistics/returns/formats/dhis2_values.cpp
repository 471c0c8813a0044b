#include "base/json.h"
#include "statistics/returns/formats/dhis2_json.h"
#include "statistics/returns/formats/dhis2_names.h"

namespace homeward::statistics {
namespace {

struct DataValue {
    std::string dataElement, period, orgUnit, categoryOptionCombo;
    std::optional<std::string> value, comment;
};
BOOST_DESCRIBE_STRUCT(DataValue, (), (dataElement, period, orgUnit, categoryOptionCombo, value, comment))

struct DataValueSet {
    std::string dataSet;
    Date completeDate;
    std::string period, orgUnit;
    std::vector<DataValue> dataValues;
};
BOOST_DESCRIBE_STRUCT(DataValueSet, (), (dataSet, completeDate, period, orgUnit, dataValues))

constexpr const char* hidden = "Hidden by the State that released it, so that nobody can be recognised. It does not mean zero.";

}  // namespace

std::string dhis2_values(const Release& release) {
    const std::string period = std::to_string(release.year);
    DataValueSet set{dhis2::data_set_uid(), Date::of(release.made_at), period, dhis2::org_unit_uid(release.state, {}), {}};
    for (const auto& one : observations_of(release)) {
        const auto categories = dhis2::categories_of(one);
        DataValue value{dhis2::element_uid(one.definition, categories), period, dhis2::org_unit_uid(release.state, one.at("region")),
                        dhis2::option_combo_uid(categories), {}, {}};
        if (one.persons) value.value = std::to_string(*one.persons); else value.comment = hidden;
        set.dataValues.push_back(std::move(value));
    }
    return json::write(set);
}

}  // namespace homeward::statistics
