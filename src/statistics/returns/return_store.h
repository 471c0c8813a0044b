#pragma once
// The SQL of the annual returns.

#include "base/text.h"
#include "statistics/returns/annual_return.h"

namespace homeward::statistics {

/// A return as its row has it. Nobody may be shown `payload` before its voucher was looked at.
///
/// payload, hidden   texts of the columns
/// passed            the voucher; nothing of older versions
struct StoredReturn {
    ReturnSummary summary;
    std::string payload, hidden;
    std::vector<GivenUp> given_up;
    std::optional<CoarserBecause> because;
    std::vector<ChosenTable> chosen;
    std::vector<std::string> beside;
    std::string certificate;
    std::optional<Bytes> passed;
};

/// What a new draft's row holds beside its tables.
struct NewReturn {
    ReturnId id;
    ReturnSpec spec;
    std::optional<ReturnId> replaces;
    std::vector<std::string> beside;
    std::string certificate;
    Bytes secret;
    std::optional<CoarserBecause> because;
};

/// One letter for each cell of each table, as the column `hidden` has them.
std::string letters_of(const SafeTableSet& safe);
std::vector<std::vector<Hidden>> hidden_of_tables(std::string_view letters);

/// Keeps a draft of the acting person: what may be shown, and why each other cell is hidden. No hidden count goes in unsealed.
void insert_return(access::Work& work, const NewReturn& made, const CoarserRelease& tables, const std::string& payload, const std::string& hidden,
                   const Bytes& voucher);
Result<StoredReturn> get_stored(store::Connection& db, ReturnId id);
/// Returns that are out, withdrawn ones among them, in the order in which they were released.
std::vector<ReturnId> released_returns(store::Connection& db);
/// The return of a year that stands at the Council; nothing when there is none, or it was withdrawn.
std::optional<ReturnId> standing_return(store::Connection& db, int year);
std::optional<Bytes> sealed_secret(store::Connection& db, ReturnId id);

}  // namespace homeward::statistics
