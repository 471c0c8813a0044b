#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "exchange/membership.h"

namespace homeward::council {

struct LawTag;
using LawId = Id<LawTag>;

/// What one State's law says on one topic, for as long as it is in force.
///
/// kind        constitution, code, law, decree, resolution, strategy, programme, procedure, treaty
/// unofficial  the summary is no official translation
struct LawEntry {
    LawId id;
    std::string state;
    std::string topic;
    std::string kind;
    std::string instrument;
    std::string article;
    std::string summary_en, summary_ru;
    bool unofficial = true;
    std::optional<Date> in_force_from, in_force_to;
    std::string official_link;
    std::string source;
    bool is_public = true;
    int version = 0;  ///< that the edit is based on; 0 for a new one
};

/// Writes an entry, or a new version of one: the secretariat for all States, a focal point for the own.
/// errors    forbidden without edit_council or edit_national, `law.not_your_state`; not_found `law.not_found`;
///           conflict `law.changed`; invalid `law.state`, `council.topic`, `law.kind`, `law.dates`, `council.link`,
///           `council.text_missing`, `council.text_long`
Result<LawId> save_law(access::Work& work, const exchange::Membership& members, const LawEntry& entry);
/// Takes back what was entered by mistake. What went out of force gets its last day instead.
/// errors    as above; invalid `council.text_missing`
Done withdraw_law(access::Work& work, LawId id, const std::string& reason);

/// on      as it stood on that day: what had begun, or has no known beginning, and had not ended; none for everything
/// topic   empty for all
struct LawFilter {
    std::optional<Date> on;
    std::string topic;
    std::string state;
};
/// What the actor may see, by topic, State and beginning. The matrix is some hundred entries and comes whole.
std::vector<LawEntry> list_law(access::Work& work, const LawFilter& filter);
/// errors    not_found `law.not_found`
Result<LawEntry> get_law(access::Work& work, LawId id);

}  // namespace homeward::council
