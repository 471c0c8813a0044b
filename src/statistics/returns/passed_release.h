#pragma once

#include <string_view>
#include <utility>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// A release that may be shown, written to a file, or sent. Two things make one and nothing else does: the State's own desk, out of a
/// pattern that protection proved and nobody touched since, and the strict reading of what another State released.
class PassedRelease {
public:
    const Release& operator*() const { return release_; }
    const Release* operator->() const { return &release_; }

private:
    friend class ReturnDesk;
    friend Result<PassedRelease> read_passed_release(std::string_view text);
    explicit PassedRelease(Release release) : release_(std::move(release)) {}
    Release release_;
};

/// What came over the wire or out of a file; errors as `read_release`.
Result<PassedRelease> read_passed_release(std::string_view text);

}  // namespace homeward::statistics
