#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace homeward::people {

struct PersonTag;
using PersonId = Id<PersonTag>;
struct FamilyTag;
using FamilyId = Id<FamilyTag>;
struct PersonNameTag;
using PersonNameId = Id<PersonNameTag>;
struct DocumentTag;
using DocumentId = Id<DocumentTag>;
struct DuplicateTag;
using DuplicateId = Id<DuplicateTag>;
struct ImportBatchTag;
using ImportBatchId = Id<ImportBatchTag>;

/// How far the work with a person has come. Casework derives it from what was done; nobody types it.
enum class CaseStep {
    none,  ///< no case file
    opened, assessed, plan_draft, plan_submitted, plan_approved, in_service, follow_up, closure_proposed, closed,
};
/// As the API writes it: `plan_draft`.
std::string_view to_string(CaseStep step);
std::optional<CaseStep> case_step_from(std::string_view name);

}  // namespace homeward::people
