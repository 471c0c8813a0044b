#pragma once
// The whole ledger as a file that anybody can check: first a line with the members' public keys, then a line a step.

#include <functional>
#include <istream>

#include "statistics/ledger/joint.h"
#include "store/connection.h"

namespace homeward::statistics {

std::string ledger_file(store::Connection& db, const exchange::Membership& members);

/// What a file turned out to be.
///
/// steps     that hold, from the first
/// line      the first that does not, from 1; 0 when all do
/// keys      those that it was held against
struct FileCheck {
    std::int64_t steps = 0;
    std::int64_t line = 0;
    std::optional<Error> problem;
    LedgerHead head;
    MemberKeys keys;
};

/// keys      who the members are, from the region's manifest; empty takes those of the file's first line, which shows that
///           nothing was changed since it was written but not by whom: their names must be compared by another way
/// told      each hundred steps, with how many; may be empty
FileCheck check_file(std::istream& file, const MemberKeys& keys, const std::function<void(std::int64_t)>& told = {});

}  // namespace homeward::statistics
