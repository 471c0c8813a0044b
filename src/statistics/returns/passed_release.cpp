#include "statistics/returns/passed_release.h"

namespace homeward::statistics {

Result<PassedRelease> read_passed_release(std::string_view text) { return PassedRelease(TRY(read_release(text))); }

}  // namespace homeward::statistics
