#include "statistics/returns/return_store.h"

#include <stdexcept>

#include "base/json.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(GivenUp, (), (table, classification))

namespace {

// A letter for each reason, in the order of `Hidden`.
constexpr std::string_view kLetters = "nrphe";

std::string letters_of(const SafeTable& table) {
    std::string letters;
    for (const auto& cell : table.cells) letters += kLetters[static_cast<std::size_t>(cell.hidden)];
    return letters;
}

std::vector<Hidden> hidden_of(const std::string& letters) {
    std::vector<Hidden> hidden;
    for (const char letter : letters) {
        const auto at = kLetters.find(letter);
        if (at == std::string_view::npos) throw std::runtime_error("a stored return hides a cell for a reason that is none");
        hidden.push_back(static_cast<Hidden>(at));
    }
    return hidden;
}

// Of two released ones the later release counts; what is not released gives way to whatever was prepared after it.
constexpr const char* kSummary =
    "SELECT r.id, r.year, r.reference_date, r.cells, r.hidden_by_rule, r.hidden_to_protect, r.prepared_by, r.prepared_at, r.released_by,"
    " r.released_at, r.message_id, EXISTS (SELECT 1 FROM annual_returns n WHERE n.year = r.year AND n.id <> r.id"
    " AND CASE WHEN r.released_at IS NULL THEN (n.prepared_at, n.id) > (r.prepared_at, r.id)"
    " ELSE n.released_at IS NOT NULL AND (n.released_at, n.id) > (r.released_at, r.id) END), r.payload, r.hidden, r.given_up FROM annual_returns r";

ReturnSummary summary_of(const store::Row& row) {
    ReturnSummary summary;
    summary.id = row.get<ReturnId>(0);
    summary.year = row.get<int>(1);
    summary.reference_date = row.get<Date>(2);
    summary.cells = row.get<int>(3);
    summary.hidden_by_rule = row.get<int>(4);
    summary.hidden_to_protect = row.get<int>(5);
    summary.prepared_by = row.get<access::AccountId>(6);
    summary.prepared_at = row.get<Instant>(7);
    summary.released_by = row.get<std::optional<access::AccountId>>(8);
    summary.released_at = row.get<std::optional<Instant>>(9);
    summary.message = row.get<std::optional<exchange::MessageId>>(10);
    summary.newer = row.get<bool>(11);
    return summary;
}

void read_signatures(store::Connection& db, ReturnSummary& summary) {
    for (const auto row : db.query("SELECT signed_by, role, signed_at FROM return_signatures WHERE return_id = $1 ORDER BY signed_at, signed_by", summary.id)) {
        summary.signatures.push_back({row.get<access::AccountId>(0), std::string(row.text(1)), row.get<Instant>(2)});
    }
}

Release release_of(std::string_view payload) {
    auto release = read_release(payload);
    if (!release) throw std::runtime_error("a stored return does not read: " + release.error().key);
    return std::move(*release);
}

template <class T>
T stored(std::string_view text) {
    auto value = json::read<T>(text);
    if (!value) throw std::runtime_error("a column of a stored return does not read: " + value.error().key);
    return std::move(*value);
}

std::vector<std::vector<Hidden>> hidden_of_tables(std::string_view text) {
    std::vector<std::vector<Hidden>> hidden;
    for (const auto& letters : stored<std::vector<std::string>>(text)) hidden.push_back(hidden_of(letters));
    return hidden;
}

}  // namespace

void insert_return(access::Work& work, ReturnId id, const Release& release, const CoarserRelease& tables) {
    std::vector<std::string> hidden;
    for (const auto& table : tables.safe.tables) hidden.push_back(letters_of(table));
    work.db.run("INSERT INTO annual_returns (id, year, reference_date, payload, hidden, given_up, cells, hidden_by_rule,"
                " hidden_to_protect, prepared_by, prepared_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                id, release.year, release.reference_date, write_release(release), json::write(hidden), json::write(tables.given_up),
                tables.safe.cells, tables.safe.hidden_by_rule, tables.safe.hidden_to_protect, work.actor.id, work.now);
}

Result<AnnualReturn> get_return(store::Connection& db, ReturnId id) {
    auto query = db.query(std::string(kSummary) + " WHERE r.id = $1", id);
    if (!query.next()) return not_found("return.not_found");
    const auto row = query.row();
    AnnualReturn annual{summary_of(row), release_of(row.text(12)), hidden_of_tables(row.text(13)), stored<std::vector<GivenUp>>(row.text(14))};
    read_signatures(db, annual);
    return annual;
}

std::vector<ReturnSummary> list_returns(store::Connection& db) {
    std::vector<ReturnSummary> all;
    for (const auto row : db.query(std::string(kSummary) + " ORDER BY r.year DESC, r.prepared_at DESC, r.id DESC")) all.push_back(summary_of(row));
    for (auto& each : all) read_signatures(db, each);
    return all;
}

}  // namespace homeward::statistics
