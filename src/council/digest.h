#pragma once
// A letter a week, for those who ask for it: how much is new that they may read, and the titles of what is public.

#include "access/work.h"

namespace homeward::council {

/// For the clock. From Monday 05:00 UTC on, once a week for each reader; no letter when nothing is new.
/// What counts as new was made in the seven days before, and may be read by this reader now.
Done send_digests(access::Work& work);

}  // namespace homeward::council
