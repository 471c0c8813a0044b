#include "statistics/returns/return_store.h"

#include <stdexcept>

#include "base/json.h"
#include "statistics/returns/prepare_input.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(GivenUp, (), (table, classification))
BOOST_DESCRIBE_STRUCT(CoarserBecause, (), (took_too_long, table, cell))

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
    " ELSE n.released_at IS NOT NULL AND (n.released_at, n.id) > (r.released_at, r.id) END), r.replaces, r.reason, w.reason, w.asked_by, w.asked_role,"
    " w.asked_at, w.confirmed_by, w.confirmed_role, w.confirmed_at, w.message_id, r.payload, r.hidden, r.given_up, r.chosen, r.beside, r.certificate,"
    " r.passed, r.coarser_because FROM annual_returns r LEFT JOIN return_withdrawals w ON w.return_id = r.id";
constexpr int kFirstOfContent = 22;

std::optional<Withdrawal> withdrawal_of(const store::Row& row) {
    const auto reason = row.get<std::optional<std::string>>(14);
    if (!reason) return std::nullopt;
    Withdrawal withdrawal{*reason, {row.get<access::AccountId>(15), row.get<std::string>(16), row.get<Instant>(17)}, std::nullopt, std::nullopt};
    if (const auto by = row.get<std::optional<access::AccountId>>(18)) withdrawal.confirmed = {*by, row.get<std::string>(19), row.get<Instant>(20)};
    withdrawal.message = row.get<std::optional<exchange::MessageId>>(21);
    return withdrawal;
}

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
    summary.replaces = row.get<std::optional<ReturnId>>(12);
    summary.reason = row.get<std::string>(13);
    summary.withdrawal = withdrawal_of(row);
    return summary;
}

void read_signatures(store::Connection& db, ReturnSummary& summary) {
    for (const auto row : db.query("SELECT signed_by, role, signed_at FROM return_signatures WHERE return_id = $1 ORDER BY signed_at, signed_by", summary.id)) {
        summary.signatures.push_back({row.get<access::AccountId>(0), std::string(row.text(1)), row.get<Instant>(2)});
    }
}

template <class T>
T stored(std::string_view text) {
    auto value = json::read<T>(text);
    if (!value) throw std::runtime_error("a column of a stored return does not read: " + value.error().key);
    return std::move(*value);
}

std::optional<CoarserBecause> because_of(std::string_view text) { return text.empty() ? std::nullopt : std::optional(stored<CoarserBecause>(text)); }

}  // namespace

std::string letters_of(const SafeTableSet& safe) {
    std::vector<std::string> letters;
    for (const auto& table : safe.tables) letters.push_back(letters_of(table));
    return json::write(letters);
}

std::vector<std::vector<Hidden>> hidden_of_tables(std::string_view text) {
    std::vector<std::vector<Hidden>> hidden;
    for (const auto& letters : stored<std::vector<std::string>>(text)) hidden.push_back(hidden_of(letters));
    return hidden;
}

void insert_return(access::Work& work, const NewReturn& made, const CoarserRelease& tables, const std::string& payload, const std::string& hidden,
                   const Bytes& voucher) {
    work.db.run("INSERT INTO annual_returns (id, year, reference_date, payload, hidden, given_up, cells, hidden_by_rule,"
                " hidden_to_protect, prepared_by, prepared_at, chosen, replaces, beside, reason, passed, certificate, coarser_because)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
                made.id, made.spec.year, made.spec.reference_date, payload, hidden, json::write(tables.given_up), tables.safe.cells,
                tables.safe.hidden_by_rule, tables.safe.hidden_to_protect, work.actor.id, work.now, json::write(made.spec.tables), made.replaces,
                json::write(made.beside), made.spec.reason, voucher, made.certificate,
                made.because ? json::write(*made.because) : std::string());
    work.db.run("INSERT INTO return_secrets (return_id, content_sealed) VALUES ($1, $2)", made.id, made.secret);
}

Result<StoredReturn> get_stored(store::Connection& db, ReturnId id) {
    auto query = db.query(std::string(kSummary) + " WHERE r.id = $1", id);
    if (!query.next()) return not_found("return.not_found");
    const auto row = query.row();
    constexpr int at = kFirstOfContent;
    StoredReturn found{summary_of(row), row.get<std::string>(at), row.get<std::string>(at + 1), stored<std::vector<GivenUp>>(row.text(at + 2)), because_of(row.text(at + 7)),
                       stored<std::vector<ChosenTable>>(row.text(at + 3)), stored<std::vector<std::string>>(row.text(at + 4)), row.get<std::string>(at + 5),
                       row.get<std::optional<Bytes>>(at + 6)};
    read_signatures(db, found.summary);
    return found;
}

std::vector<ReturnId> released_returns(store::Connection& db) {
    std::vector<ReturnId> ids;
    for (const auto row : db.query("SELECT id FROM annual_returns WHERE released_at IS NOT NULL ORDER BY released_at, id")) ids.push_back(row.get<ReturnId>(0));
    return ids;
}

std::optional<ReturnId> standing_return(store::Connection& db, int year) {
    auto query = db.query("SELECT r.id FROM annual_returns r WHERE r.year = $1 AND r.released_at IS NOT NULL"
                          " AND NOT EXISTS (SELECT 1 FROM return_withdrawals w WHERE w.return_id = r.id AND w.confirmed_at IS NOT NULL)"
                          " ORDER BY r.released_at DESC, r.id DESC LIMIT 1", year);
    if (!query.next()) return std::nullopt;
    return query.row().get<ReturnId>(0);
}

std::optional<Bytes> sealed_secret(store::Connection& db, ReturnId id) {
    auto query = db.query("SELECT content_sealed FROM return_secrets WHERE return_id = $1", id);
    if (!query.next()) return std::nullopt;
    return query.row().get<Bytes>(0);
}

std::vector<ReturnSummary> list_returns(store::Connection& db) {
    std::vector<ReturnSummary> all;
    for (const auto row : db.query(std::string(kSummary) + " ORDER BY r.year DESC, r.prepared_at DESC, r.id DESC")) all.push_back(summary_of(row));
    for (auto& each : all) read_signatures(db, each);
    return all;
}

}  // namespace homeward::statistics
