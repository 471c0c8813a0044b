#include "base/json.h"
#include "base/text.h"
#include "statistics/returns/formats/dhis2_json.h"
#include "statistics/returns/formats/dhis2_names.h"

namespace homeward::statistics {
namespace {

constexpr std::size_t most_short_name = 50;  // characters, and unique

struct Ref {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Ref, (), (id))

struct CategoryOption {
    std::string id, name, shortName;
};
BOOST_DESCRIBE_STRUCT(CategoryOption, (), (id, name, shortName))

struct Category {
    std::string id, name, shortName, dataDimensionType = "DISAGGREGATION";
    std::vector<Ref> categoryOptions;
};
BOOST_DESCRIBE_STRUCT(Category, (), (id, name, shortName, dataDimensionType, categoryOptions))

struct CategoryCombo {
    std::string id, name, dataDimensionType = "DISAGGREGATION";
    bool skipTotal = true;  // a sum over hidden figures would be wrong
    std::vector<Ref> categories;
};
BOOST_DESCRIBE_STRUCT(CategoryCombo, (), (id, name, dataDimensionType, skipTotal, categories))

struct OptionCombo {
    std::string id, name;
    Ref categoryCombo;
    std::vector<Ref> categoryOptions;
};
BOOST_DESCRIBE_STRUCT(OptionCombo, (), (id, name, categoryCombo, categoryOptions))

struct DataElement {
    std::string id, name, shortName, domainType = "AGGREGATE", valueType = "INTEGER_ZERO_OR_POSITIVE", aggregationType = "NONE";
    bool zeroIsSignificant = true;
    Ref categoryCombo;
};
BOOST_DESCRIBE_STRUCT(DataElement, (), (id, name, shortName, domainType, valueType, aggregationType, zeroIsSignificant, categoryCombo))

struct SetElement {
    Ref dataElement;
};
BOOST_DESCRIBE_STRUCT(SetElement, (), (dataElement))

struct DataSet {
    std::string id, name, shortName, periodType = "Yearly";
    std::vector<SetElement> dataSetElements;
    std::vector<Ref> organisationUnits;
};
BOOST_DESCRIBE_STRUCT(DataSet, (), (id, name, shortName, periodType, dataSetElements, organisationUnits))

struct OrgUnit {
    std::string id, name, shortName, code;
    Date openingDate;
    std::optional<Ref> parent;
};
BOOST_DESCRIBE_STRUCT(OrgUnit, (), (id, name, shortName, code, openingDate, parent))

struct Metadata {
    std::vector<CategoryOption> categoryOptions;
    std::vector<Category> categories;
    std::vector<CategoryCombo> categoryCombos;
    std::vector<OptionCombo> categoryOptionCombos;
    std::vector<DataElement> dataElements;
    std::vector<OrgUnit> organisationUnits;
    std::vector<DataSet> dataSets;
};
BOOST_DESCRIBE_STRUCT(Metadata, (), (categoryOptions, categories, categoryCombos, categoryOptionCombos, dataElements, organisationUnits, dataSets))

/// Unique through the UID where it had to be cut.
std::string short_name(const std::string& name, const std::string& uid) {
    if (length_of(name) <= most_short_name) return name;
    return shortened(name, most_short_name - uid.size() - 1) + " " + uid;
}

/// Adds each thing once, in the order in which the figures name it.
class Gathered {
public:
    explicit Gathered(const Release& release) : release_(release), opened_{release.year, 1, 1} {
        set_ = {dhis2::data_set_uid(), "Annual return of returnees", "Annual return of returnees", "Yearly", {}, {}};
        unit(std::nullopt);
        for (const auto& one : observations_of(release)) add(one);
    }

    Metadata metadata() {
        for (const auto& [classification, place] : categories_) {
            for (const auto& option : options_[classification]) data_.categories[place].categoryOptions.push_back({option});
        }
        data_.dataSets = {set_};
        return data_;
    }

private:
    void add(const Observation& one) {
        if (const auto region = one.at("region")) unit(region);
        const auto categories = dhis2::categories_of(one);
        for (const auto& [classification, category] : categories) option(classification, category);
        combo(categories);
        element(one.definition, categories);
    }

    void unit(const std::optional<std::string>& region) {
        const auto id = dhis2::org_unit_uid(release_.state, region);
        if (!fresh(id)) return;
        const auto name = dhis2::org_unit_name(release_.state, region);
        OrgUnit made{id, name, short_name(name, id), region.value_or(release_.state), opened_, {}};
        if (region) made.parent = Ref{dhis2::org_unit_uid(release_.state, {})};
        data_.organisationUnits.push_back(made);
        set_.organisationUnits.push_back({id});
    }

    static std::string option_uid(const std::string& classification, const std::string& category) {
        return dhis2_uid("category_option", classification + ": " + category);
    }

    void option(const std::string& classification, const std::string& category) {
        const auto id = option_uid(classification, category);
        if (!fresh(id)) return;
        const std::string name = classification + ": " + category;
        data_.categoryOptions.push_back({id, name, short_name(name, id)});
        if (categories_.try_emplace(classification, data_.categories.size()).second) {
            data_.categories.push_back({dhis2_uid("category", classification), classification, classification, "DISAGGREGATION", {}});
        }
        options_[classification].push_back(id);
    }

    void combo(const dhis2::Categories& categories) {
        if (categories.empty()) return;  // every DHIS2 has its own for that
        const auto id = dhis2::category_combo_uid(categories);
        if (fresh(id)) {
            CategoryCombo made{id, dhis2::classification_names(categories), "DISAGGREGATION", true, {}};
            for (const auto& [classification, category] : categories) made.categories.push_back({dhis2_uid("category", classification)});
            data_.categoryCombos.push_back(std::move(made));
        }
        const auto option_combo = dhis2::option_combo_uid(categories);
        if (!fresh(option_combo)) return;
        OptionCombo made{option_combo, dhis2::option_combo_name(categories), {id}, {}};
        for (const auto& [classification, category] : categories) made.categoryOptions.push_back({option_uid(classification, category)});
        data_.categoryOptionCombos.push_back(std::move(made));
    }

    void element(const DefinitionRef& definition, const dhis2::Categories& categories) {
        const auto id = dhis2::element_uid(definition, categories);
        if (!fresh(id)) return;
        const auto name = dhis2::element_name(definition, categories);
        data_.dataElements.push_back({id, name, short_name(name, id), "AGGREGATE", "INTEGER_ZERO_OR_POSITIVE", "NONE", true, {dhis2::category_combo_uid(categories)}});
        set_.dataSetElements.push_back({{id}});
    }

    bool fresh(const std::string& uid) { return seen_.try_emplace(uid, true).second; }

    const Release& release_;
    Date opened_;
    Metadata data_;
    DataSet set_;
    std::map<std::string, std::size_t> categories_;           ///< place in `data_.categories`
    std::map<std::string, std::vector<std::string>> options_;  ///< by classification
    std::map<std::string, bool> seen_;
};

}  // namespace

std::string dhis2_metadata(const Release& release) { return json::write(Gathered(release).metadata()); }

}  // namespace homeward::statistics
