#include "statistics/returns/return_secret.h"

#include <stdexcept>

#include "base/json.h"
#include "files/seal.h"

namespace homeward::statistics {

// Shapes of what is stored, apart from those of the kernel, so that each may change alone.
struct SecretDimension {
    std::string key;
    std::vector<std::string> categories;
};
BOOST_DESCRIBE_STRUCT(SecretDimension, (), (key, categories))

struct SecretTable {
    std::string key, indicator;
    int version = 1;
    std::string population;
    std::vector<SecretDimension> dimensions;
    std::vector<std::int64_t> counts;
    std::vector<std::uint64_t> people;
};
BOOST_DESCRIBE_STRUCT(SecretTable, (), (key, indicator, version, population, dimensions, counts, people))

struct SecretMember {
    std::string population;
    std::map<std::string, int> categories;
    std::string release;
};
BOOST_DESCRIBE_STRUCT(SecretMember, (), (population, categories, release))

/// shifts     (atom, persons more), one after the other
/// openings   (cell, knower, low, high), one after the other
struct SecretCertificate {
    std::vector<std::int64_t> persons;
    std::vector<std::vector<std::int64_t>> shifts;
    std::vector<int> openings;
};
BOOST_DESCRIBE_STRUCT(SecretCertificate, (), (persons, shifts, openings))

struct SecretTold {
    std::string release, table, cell;
    std::int64_t width = 0;
    std::optional<bool> household, corrections;
};
BOOST_DESCRIBE_STRUCT(SecretTold, (), (release, table, cell, width, household, corrections))

/// keys   of each household; of returns from before households had keys none
struct SecretText {
    int format = 1;
    std::vector<SecretTable> tables;
    std::vector<std::vector<SecretMember>> households;
    SecretCertificate certificate;
    std::vector<SecretTold> told;
    std::optional<std::vector<SecretTable>> unseen;
    std::optional<std::vector<std::vector<std::uint64_t>>> keys;
};
BOOST_DESCRIBE_STRUCT(SecretText, (), (format, tables, households, certificate, told, unseen, keys))

namespace {

SecretTable text_of(const Table& table) {
    SecretTable text{table.key, table.definition.indicator, table.definition.version, table.population, {}, table.counts, table.people};
    for (const auto& dimension : table.dimensions) text.dimensions.push_back({dimension.key, dimension.categories});
    return text;
}

Table table_of(const SecretTable& text) {
    Table table{text.key, {text.indicator, text.version}, text.population, {}, text.counts, text.people};
    for (const auto& dimension : text.dimensions) table.dimensions.push_back({dimension.key, dimension.categories});
    return table;
}

SecretCertificate text_of(const Certificate& certificate) {
    SecretCertificate text{certificate.persons, {}, {}};
    for (const auto& shift : certificate.shifts) {
        auto& flat = text.shifts.emplace_back();
        for (const auto& [atom, more] : shift) flat.insert(flat.end(), {atom, more});
    }
    for (const auto& opening : certificate.openings) text.openings.insert(text.openings.end(), {opening.cell, opening.knower, opening.low, opening.high});
    return text;
}

Certificate certificate_of(const SecretCertificate& text) {
    constexpr std::size_t kOpening = 4;
    Certificate certificate{text.persons, {}, {}};
    for (const auto& flat : text.shifts) {
        Shift shift;
        for (std::size_t i = 0; i + 1 < flat.size(); i += 2) shift.emplace_back(static_cast<int>(flat[i]), flat[i + 1]);
        certificate.shifts.push_back(std::move(shift));
    }
    for (std::size_t i = 0; i + kOpening <= text.openings.size(); i += kOpening) {
        certificate.openings.push_back({text.openings[i], text.openings[i + 1], text.openings[i + 2], text.openings[i + 3]});
    }
    return certificate;
}

std::string place_of(const std::string& return_id) { return "return_secrets.content." + return_id; }

}  // namespace

std::string write_secret(const ReturnSecret& secret) {
    SecretText text;
    for (const auto& table : secret.counts.tables) text.tables.push_back(text_of(table));
    auto& keys = text.keys.emplace();
    for (const auto& household : secret.households) {
        auto& members = text.households.emplace_back();
        for (const auto& member : household.members) members.push_back({member.population, member.categories, member.release});
        keys.push_back(household.keys);
    }
    text.certificate = text_of(secret.certificate);
    const auto yes = [](bool is) { return is ? std::optional(true) : std::nullopt; };
    for (const auto& each : secret.told) text.told.push_back({each.release, each.table, each.cell, each.width, yes(each.household), yes(each.corrections)});
    if (!secret.unseen.tables.empty()) text.unseen.emplace();
    for (const auto& table : secret.unseen.tables) text.unseen->push_back(text_of(table));
    return json::write(text);
}

ReturnSecret read_secret(const std::string& text) {
    auto read = json::read<SecretText>(text);
    if (!read || read->format != 1) throw std::runtime_error("the secret of a return does not read");
    ReturnSecret secret;
    for (const auto& table : read->tables) secret.counts.tables.push_back(table_of(table));
    for (const auto& members : read->households) {
        auto& household = secret.households.emplace_back();
        for (const auto& member : members) household.members.push_back({member.population, member.categories, member.release});
        if (read->keys) household.keys = read->keys->at(secret.households.size() - 1);
    }
    secret.certificate = certificate_of(read->certificate);
    for (const auto& each : read->told) secret.told.push_back({each.release, each.table, each.cell, each.width, each.household.value_or(false), each.corrections.value_or(false)});
    for (const auto& table : read->unseen.value_or(std::vector<SecretTable>{})) secret.unseen.tables.push_back(table_of(table));
    return secret;
}

Bytes ReturnSeal::seal(const std::string& return_id, const ReturnSecret& secret) const {
    return files::seal(sealing_, place_of(return_id), write_secret(secret));
}

ReturnSecret ReturnSeal::open(const std::string& return_id, std::span<const std::uint8_t> sealed) const {
    std::string text;
    files::open(sealing_, place_of(return_id), sealed, text);
    return read_secret(text);
}

Bytes ReturnSeal::voucher(const std::string& return_id, std::string_view payload, std::string_view hidden) const {
    std::string content = return_id;
    for (const auto part : {payload, hidden}) (content += '\0') += part;
    return files::keyed_hash(vouching_, "annual_return", content);
}

}  // namespace homeward::statistics
