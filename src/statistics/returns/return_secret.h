#pragma once
// What the State alone may know of a return: true counts, who is the same people, the proofs. Sealed under the installation's key.

#include <string>

#include "base/text.h"
#include "statistics/kernel/history.h"
#include "vault/key_file.h"

namespace homeward::statistics {

/// counts        the tables as they were counted
/// households    as they were known when it was made safe
/// certificate   of the pattern, beside all earlier releases
/// told          what no pattern keeps, since it is out already
/// unseen        tables in whose place coarser ones were shown: their small counts are guarded for ever
struct ReturnSecret {
    TableSet counts;
    std::vector<Household> households;
    Certificate certificate;
    std::vector<ProtectedRelease::Told> told;
    TableSet unseen = {};
};

/// One line of JSON; the same secret gives the same bytes.
std::string write_secret(const ReturnSecret& secret);
/// Throws std::runtime_error where it does not read: only we write it.
ReturnSecret read_secret(const std::string& text);

/// Keeps a return's secret, and vouches for what has passed, under a key of the installation.
class ReturnSeal {
public:
    explicit ReturnSeal(const vault::Secret& installation_key) : sealing_(installation_key.derive("retseals")), vouching_(installation_key.derive("retpassd")) {}

    Bytes seal(const std::string& return_id, const ReturnSecret& secret) const;
    /// Throws std::runtime_error when what lies there was changed.
    ReturnSecret open(const std::string& return_id, std::span<const std::uint8_t> sealed) const;
    /// Over the released figures and the reasons of the hidden ones: who edits either makes it void.
    Bytes voucher(const std::string& return_id, std::string_view payload, std::string_view hidden) const;

private:
    vault::Secret sealing_, vouching_;
};

}  // namespace homeward::statistics
