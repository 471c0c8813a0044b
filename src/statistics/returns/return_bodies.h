#pragma once
// The annual returns as the API tells them. Only .cpp files include this: it pulls Boost.JSON.

#include "access/work.h"
#include "base/json.h"
#include "statistics/returns/prepare_input.h"
#include "statistics/returns/return_changes.h"
#include "statistics/returns/return_desk.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(Hidden, no, by_rule, protects_another, household, earlier_release)
BOOST_DESCRIBE_ENUM(ReturnState, draft, ready, released, replaced, corrected, withdrawn)
BOOST_DESCRIBE_ENUM(Change, first, same, changed, newly_shown, newly_hidden, still_hidden)
BOOST_DESCRIBE_STRUCT(Dimension, (), (key, categories))
BOOST_DESCRIBE_STRUCT(GivenUp, (), (table, classification))
BOOST_DESCRIBE_STRUCT(CoarserBecause, (), (took_too_long, table, cell))

struct SignatureBody {
    std::string name, role;
    Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SignatureBody, (), (name, role, signed_at))

/// How the release fares on its way to the Council.
struct DeliveryBody {
    std::string state;  ///< waiting, delivered, refused
    std::optional<Instant> settled_at;
    std::optional<std::string> problem;
    std::map<std::string, std::string> params;  ///< of the refusal: which table, which cell
};
BOOST_DESCRIBE_STRUCT(DeliveryBody, (), (state, settled_at, problem, params))

struct WithdrawalBody {
    std::string reason;
    SignatureBody asked;
    std::optional<SignatureBody> confirmed;
    std::optional<DeliveryBody> delivery;
};
BOOST_DESCRIBE_STRUCT(WithdrawalBody, (), (reason, asked, confirmed, delivery))

struct ReturnLine {
    ReturnId id;
    int year = 0;
    Date reference_date;
    ReturnState state = ReturnState::draft;
    std::string prepared_by;
    Instant prepared_at;
    std::vector<SignatureBody> signatures;
    int cells = 0, hidden_by_rule = 0, hidden_to_protect = 0;
    std::optional<std::string> released_by;
    std::optional<Instant> released_at;
    std::optional<DeliveryBody> delivery;
    std::optional<ReturnId> replaces;
    std::string reason;
    std::optional<WithdrawalBody> withdrawal;
};
BOOST_DESCRIBE_STRUCT(ReturnLine, (), (id, year, reference_date, state, prepared_by, prepared_at, signatures, cells, hidden_by_rule,
                                       hidden_to_protect, released_by, released_at, delivery, replaces, reason, withdrawal))
struct ReturnsBody {
    std::vector<ReturnLine> items;
};
BOOST_DESCRIBE_STRUCT(ReturnsBody, (), (items))

/// last   the figure that everybody saw last in this cell, and the day it was counted for
struct LastShownBody {
    std::int64_t value = 0;
    Date on;
};
BOOST_DESCRIBE_STRUCT(LastShownBody, (), (value, on))
struct CellBody {
    std::optional<std::int64_t> value;
    Hidden hidden = Hidden::no;
    Change change = Change::first;
    std::optional<LastShownBody> last;
};
BOOST_DESCRIBE_STRUCT(CellBody, (), (value, hidden, change, last))
struct TableBody {
    std::string key, indicator;
    int version = 1;
    std::string population;
    std::vector<Dimension> dimensions;
    std::vector<CellBody> cells;
};
BOOST_DESCRIBE_STRUCT(TableBody, (), (key, indicator, version, population, dimensions, cells))
struct ReturnAllows {
    bool sign = false, release = false, test = false, withdraw = false, confirm_withdrawal = false;
};
BOOST_DESCRIBE_STRUCT(ReturnAllows, (), (sign, release, test, withdraw, confirm_withdrawal))
/// A small figure that no pattern keeps as open as the rules ask, since it is out already; width: numbers that are left, less one.
struct ToldBody {
    std::string release;
    std::optional<Date> on;  ///< reference date of that release
    std::string table, cell;
    std::int64_t width = 0;
    bool household = false, corrections = false;
};
BOOST_DESCRIBE_STRUCT(ToldBody, (), (release, on, table, cell, width, household, corrections))
struct ReturnBody : ReturnLine {
    int floor = 10;
    std::string certificate;
    bool signed_by_you = false;
    std::vector<TableBody> tables;
    std::vector<GivenUp> given_up;
    std::optional<CoarserBecause> coarser_because;
    std::vector<ChosenTable> coarser;  ///< what there is of it, to be chosen again
    std::vector<ToldBody> told;
    ReturnAllows allows;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (ReturnLine), (floor, certificate, signed_by_you, tables, given_up, coarser_because, coarser, told, allows))

ReturnLine line_of(access::Work& work, const ReturnSummary& annual);
/// With its tables, how they stand beside earlier releases, and what the actor may do with it.
Result<ReturnBody> body_of(access::Work& work, const ReturnDesk& desk, ReturnId id);

}  // namespace homeward::statistics
