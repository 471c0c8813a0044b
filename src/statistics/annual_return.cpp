#include "statistics/annual_return.h"

#include <algorithm>
#include <stdexcept>

#include "base/json.h"

namespace homeward::statistics {
namespace {

using access::Actor;
using access::Permission;
using access::Work;

/// One letter for each cell: n shown, r by rule, p to protect another.
std::string letters_of(const SafeTable& table) {
    std::string letters;
    for (const auto& cell : table.cells) letters += cell.hidden == Hidden::no ? 'n' : cell.hidden == Hidden::by_rule ? 'r' : 'p';
    return letters;
}

std::vector<Hidden> hidden_of(const std::string& letters) {
    std::vector<Hidden> hidden;
    for (const char letter : letters) hidden.push_back(letter == 'n' ? Hidden::no : letter == 'r' ? Hidden::by_rule : Hidden::protects_another);
    return hidden;
}

struct Counted {
    Release release;
    std::vector<std::string> hidden;
};

Result<Counted> count_and_protect(Work& work, const std::string& state, int year, Date reference_date, const FactSource& facts, const Rules& rules) {
    TRY(access::require(work.actor, Permission::prepare_return));
    if (reference_date.year != year || work.today() < reference_date) return invalid("return.reference_date", "reference_date");
    const Catalogue catalogue = TRY(catalogue_of(year));
    const Facts gathered = facts(work, catalogue, reference_date);
    const SafeTableSet safe = TRY(protect(TRY(count(gathered.persons, catalogue, gathered.classifications, reference_date)), rules));
    Counted counted{{state, year, reference_date, rules, released(safe), {}, work.now}, {}};
    for (const auto& table : safe.tables) counted.hidden.push_back(letters_of(table));
    return counted;
}

void read_signatures(store::Connection& db, AnnualReturn& annual) {
    for (const auto row : db.query("SELECT signed_by, role, signed_at FROM return_signatures WHERE return_id = $1 ORDER BY signed_at, signed_by", annual.id)) {
        annual.signatures.push_back({row.get<access::AccountId>(0), std::string(row.text(1)), row.get<Instant>(2)});
    }
}

AnnualReturn return_of(const store::Row& row) {
    AnnualReturn annual;
    annual.id = row.get<ReturnId>(0);
    auto read = read_release(row.text(1));
    if (!read) throw std::runtime_error("a stored return does not read: " + read.error().key);
    annual.release = std::move(*read);
    for (const auto& letters : json::read<std::vector<std::string>>(row.text(2)).value()) annual.hidden.push_back(hidden_of(letters));
    annual.prepared_by = row.get<access::AccountId>(3);
    annual.prepared_at = row.get<Instant>(4);
    annual.released_at = row.get<std::optional<Instant>>(5);
    return annual;
}

constexpr const char* kSelect = "SELECT id, payload, hidden, prepared_by, prepared_at, released_at FROM annual_returns";

}  // namespace

std::size_t AnnualReturn::cells() const {
    std::size_t n = 0;
    for (const auto& table : hidden) n += table.size();
    return n;
}

std::size_t AnnualReturn::hidden_cells(Hidden why) const {
    std::size_t n = 0;
    for (const auto& table : hidden) n += static_cast<std::size_t>(std::ranges::count(table, why));
    return n;
}

Result<ReturnId> prepare_return(access::Works& works, const Actor& actor, const std::string& state, int year, Date reference_date,
                                const FactSource& facts, const Rules& rules) {
    const auto counted = TRY(works.read<Counted>(actor, [&](Work& work) {
        return count_and_protect(work, state, year, reference_date, facts, rules);
    }));
    return works.write<ReturnId>(actor, [&](Work& work) -> Result<ReturnId> {
        const auto id = ReturnId::make(work.now);
        work.db.run("INSERT INTO annual_returns (id, year, reference_date, payload, hidden, prepared_by, prepared_at)"
                    " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    id, year, reference_date, write_release(counted.release), json::write(counted.hidden), work.actor.id, work.now);
        work.record({"return.prepared", "annual_return", id.str(), {}, {{"year", std::to_string(year)}}});
        return id;
    });
}

Done sign_return(Work& work, ReturnId id) {
    TRY(access::require(work.actor, Permission::sign_return));
    const AnnualReturn annual = TRY(get_return(work.db, id));
    if (annual.released_at) return conflict("return.released");
    if (std::ranges::find(annual.signatures, work.actor.id, &Signature::by) != annual.signatures.end()) return conflict("return.signed_by_you");
    if (annual.signatures.size() >= kSignatures) return conflict("return.signed");
    work.db.run("INSERT INTO return_signatures (return_id, signed_by, role, signed_at) VALUES ($1, $2, $3, $4)", id, work.actor.id,
                name_of(work.actor.role), work.now);
    work.record({"return.signed", "annual_return", id.str()});
    return {};
}

Done release_return(Work& work, exchange::Exchange& exchange, ReturnId id) {
    TRY(access::require(work.actor, Permission::release_return));
    AnnualReturn annual = TRY(get_return(work.db, id));
    if (annual.released_at) return conflict("return.released");
    if (annual.signatures.size() < kSignatures) return conflict("return.two_signatures");
    annual.release.sign_offs.clear();
    for (const auto& signature : annual.signatures) annual.release.sign_offs.push_back({signature.role, signature.at});
    annual.release.made_at = work.now;
    const std::string payload = write_release(annual.release);
    TRY(read_release(payload));
    const auto message = TRY(exchange.enqueue(work, "release", "council", payload));
    work.db.run("UPDATE annual_returns SET payload = $2, released_by = $3, released_at = $4, message_id = $5 WHERE id = $1", id, payload,
                work.actor.id, work.now, message);
    work.record({"return.released", "annual_return", id.str(), {}, {{"message", message.str()}}});
    return {};
}

Result<AnnualReturn> get_return(store::Connection& db, ReturnId id) {
    auto query = db.query(std::string(kSelect) + " WHERE id = $1", id);
    if (!query.next()) return not_found("return.not_found");
    AnnualReturn annual = return_of(query.row());
    read_signatures(db, annual);
    return annual;
}

std::vector<AnnualReturn> list_returns(store::Connection& db) {
    std::vector<AnnualReturn> all;
    for (const auto row : db.query(std::string(kSelect) + " ORDER BY year DESC, prepared_at DESC, id DESC")) all.push_back(return_of(row));
    for (auto& annual : all) read_signatures(db, annual);
    return all;
}

}  // namespace homeward::statistics
