#pragma once
// Long tasks about a return: one at a time.

#include <algorithm>
#include <functional>

#include "statistics/returns/return_desk.h"

namespace homeward::statistics {

/// Runs outside any transaction, until its reader ends it or a minute is over.
///
/// ticket   as `Turns::take` has it
/// errors   conflict `return.busy`, `return.ended`, `return.too_long`; those of the job
template <class T>
Result<T> in_turn(ReturnDesk& desk, const access::Actor& actor, const std::string& ticket, const std::function<Result<T>(const GoOn&)>& job) {
    const auto turn = desk.turns().take(actor, ticket);
    if (!turn) return conflict("return.busy");
    auto result = job([&](int done, int of) { return turn->goes_on({std::min(done, of - 1), of}, turn->patience().whole); });
    if (!result && result.error().key == "statistics.ended") return conflict(turn->ended_by_reader() ? "return.ended" : "return.too_long");
    return result;
}

}  // namespace homeward::statistics
