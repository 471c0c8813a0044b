#pragma once

#include <optional>
#include <vector>

#include "casework/case_file.h"

namespace homeward::casework {

enum class NeedDomain { documents, family, education, health, psychosocial, housing, livelihood, legal, safety };
/// How much support is needed. It speaks of what the returnee needs, never of what they might do.
enum class NeedLevel { none, some, urgent };

/// What an assessment found in one domain.
struct Need {
    NeedId id;
    NeedDomain domain = NeedDomain::documents;
    NeedLevel level = NeedLevel::none;
    std::string note;
    access::AccountId recorded_by;
    Instant recorded_at;
};

struct NewNeed {
    NeedDomain domain = NeedDomain::documents;
    NeedLevel level = NeedLevel::none;
    std::string note;
};

/// Records findings; a later finding of a domain takes the place of the earlier, which stays as history.
///
/// seen      ids of the findings that the writer saw; without them, whatever stands is taken the place of
/// errors    not_found; forbidden; conflict `case.closed`, `edit.changed_meanwhile` (param `domain`) where a colleague recorded
///           one of these domains after what was seen; invalid `case.needs_empty`, `case.need_twice` for a domain
///           named twice, `case.text_long`
/// source    Inter-Agency Guidelines for Case Management (2014), step 2
Done record_needs(access::Work& work, people::Register& people, CaseId id, const std::vector<NewNeed>& needs,
                  const std::optional<std::vector<NeedId>>& seen = {});

/// The findings of a file.
///
/// current   what stands now, one for each domain that was assessed, in the order of NeedDomain
/// earlier   what they took the place of, newest first
struct Needs {
    std::vector<Need> current, earlier;
};
Result<Needs> needs_of(access::Work& work, const CaseFile& file);

constexpr std::size_t kLongestText = 4000;  ///< code points of a free text
Done check_text(std::string_view text, std::string_view field);

}  // namespace homeward::casework
