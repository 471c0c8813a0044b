#include <algorithm>

#include "base/json.h"
#include "statistics/definitions/catalogue_file.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(LockedYear, (), (hash, locked_on, indicators))

namespace {

struct LockText {
    int format = 0;
    std::map<std::string, LockedYear> years;
    std::map<std::string, std::string> indicators;
};
BOOST_DESCRIBE_STRUCT(LockText, (), (format, years, indicators))

std::vector<std::string> names_of(const CatalogueFile& file, int year) {
    std::vector<std::string> names;
    for (const auto& indicator : file.of(year).indicators) names.push_back(indicator.key + "@" + std::to_string(indicator.version));
    return names;
}

Done check_year(const CatalogueFile& file, int year, const LockedYear& locked) {
    const auto now = names_of(file, year);
    const std::map<std::string, std::string> where{{"year", std::to_string(year)}};
    const auto named = [&](const std::string& name) {
        auto params = where;
        params["indicator"] = name;
        return params;
    };
    for (const auto& name : locked.indicators) {
        if (std::ranges::find(now, name) == now.end()) return conflict("statistics.catalogue.taken_out", named(name));
    }
    for (const auto& name : now) {
        if (std::ranges::find(locked.indicators, name) == locked.indicators.end()) return conflict("statistics.catalogue.put_in", named(name));
    }
    if (file.of(year).hash != locked.hash) return conflict("statistics.catalogue.year_changed", where);
    return {};
}

}  // namespace

Result<Lock> read_lock(std::string_view json_text) {
    const auto text = TRY(json::read<LockText>(json_text));
    if (text.format != 1) return invalid("statistics.catalogue.format", "format");
    Lock lock{{}, text.indicators};
    for (const auto& [year, locked] : text.years) {
        int number = 0;
        const auto end = std::from_chars(year.data(), year.data() + year.size(), number);
        if (end.ec != std::errc{} || end.ptr != year.data() + year.size()) return invalid("statistics.catalogue.lock_years", year);
        if (!lock.years.empty() && lock.years.rbegin()->first + 1 != number) return invalid("statistics.catalogue.lock_years", year);
        lock.years.emplace(number, locked);
    }
    if (lock.years.empty()) return invalid("statistics.catalogue.lock_years", "years");
    return lock;
}

Done check_lock(const CatalogueFile& file, const Lock& lock) {
    for (const auto& each : file.indicators) {
        const auto locked = lock.indicators.find(each.name());
        if (locked != lock.indicators.end() && locked->second != each.hash) return conflict("statistics.catalogue.changed", {{"indicator", each.name()}});
    }
    for (const auto& [year, locked] : lock.years) TRY(check_year(file, year, locked));
    return {};
}

std::string extended_lock(const CatalogueFile& file, const Lock& lock, int last, Date today) {
    Lock longer = lock;
    for (int year = lock.years.empty() ? last : lock.years.rbegin()->first + 1; year <= last; ++year) {
        longer.years.emplace(year, LockedYear{file.of(year).hash, today, names_of(file, year)});
    }
    for (const auto& each : file.indicators) {
        for (const auto& [year, locked] : longer.years) {
            if (std::ranges::find(locked.indicators, each.name()) != locked.indicators.end()) longer.indicators.emplace(each.name(), each.hash);
        }
    }
    std::string text = "{\n \"format\": 1,\n \"years\": {\n";
    for (const auto& [year, locked] : longer.years) {
        text += "  \"" + std::to_string(year) + "\": " + json::write(locked) + (year == longer.years.rbegin()->first ? "\n" : ",\n");
    }
    text += " },\n \"indicators\": {\n";
    for (const auto& [name, hash] : longer.indicators) {
        text += "  \"" + name + "\": \"" + hash + (name == longer.indicators.rbegin()->first ? "\"\n" : "\",\n");
    }
    return text + " }\n}\n";
}

}  // namespace homeward::statistics
