#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/works.h"
#include "http/reply.h"
#include "people/register.h"

namespace homeward::people {

enum class ExportFormat { csv, xlsx };
std::optional<ExportFormat> export_format_from(std::string_view name);

/// Codes of why somebody takes the register out: `reporting`, `handover`, …
const std::vector<std::string_view>& export_reasons();

struct ExportOrder {
    RegisterFilter filter;
    ExportFormat format = ExportFormat::csv;
    std::string reason;
    std::string language = "en";
};

/// The filtered register as a file, streamed: names, birth dates, places, families, the step of the case. The last row
/// says how many rows there are, so that a file cut short shows. Leaves a line in the log with the count and the reason.
///
/// works     outlives the reply
/// errors    forbidden without export_register; invalid `register.export_reason`
Result<http::Reply> export_register(access::Work& work, const Register& reg, access::Works& works, const ExportOrder& order);

}  // namespace homeward::people
