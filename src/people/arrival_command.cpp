#include "people/arrival_command.h"

#include <filesystem>
#include <fstream>
#include <ostream>

#include "people/arrival_json.h"
#include "people/arrival_list.h"
#include "tabular/file_reasons.h"
#include "tabular/table.h"

namespace homeward::people {

namespace {

constexpr int exit_read = 0;
constexpr int exit_unreadable = 2;

Result<ArrivalVerdict> verdict_of(const ImportDryRun& asked, const std::string& name) {
    const std::string bytes = TRY(bytes_of_file(asked.file));
    ArrivalOptions options;
    options.as_of = asked.as_of.value_or(Date::of(Instant::system_now()));
    return read_arrival_list(name, bytes, options);
}

void print(std::ostream& out, const ArrivalVerdict& verdict) {
    out << verdict.file << ": " << verdict.format << ", header in row " << verdict.header_row << ", " << verdict.rows.size() << " people in "
        << verdict.families.size() << " families on " << verdict.as_of.str() << "\n"
        << "accepted " << verdict.accepted << ", with warning " << verdict.accepted_with_warning << ", refused " << verdict.refused
        << ", possible duplicates " << verdict.duplicate_pairs.size() << "\n";
    for (const auto& row : verdict.rows) {
        for (const auto& remark : row.refusals) {
            out << "row " << row.row << ", column " << remark.column_number << " (" << remark.column << "): " << remark.reason;
            if (remark.other_row) out << ", see row " << remark.other_row;
            out << "\n";
        }
    }
    for (const auto& pair : verdict.duplicate_pairs) out << "rows " << pair.row << " and " << pair.other_row << ": possibly one person\n";
}

void print(std::ostream& out, const FileError& error) {
    out << error.file << ": " << error.reason;
    if (error.row) out << ", row " << error.row;
    if (error.column) out << ", column " << error.column;
    out << "\n";
}

}  // namespace

Result<std::string> bytes_of_file(const std::filesystem::path& path) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (!std::filesystem::exists(status)) return tabular::refused("not_found");
    if (std::filesystem::is_directory(status)) return tabular::refused("is_directory");
    // A pipe or a device may never end.
    if (!std::filesystem::is_regular_file(status)) return tabular::refused("not_a_file");
    const auto size = std::filesystem::file_size(path, failed);
    const auto limit = tabular::Limits{}.file_bytes;
    if (!failed && size > limit) return tabular::over_limit("too_large", limit);
    std::ifstream in(path, std::ios::binary);
    std::string bytes(failed ? 0 : size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in || static_cast<std::size_t>(in.gcount()) != bytes.size()) return tabular::refused("cannot_read");
    return bytes;
}

int run_import_dry_run(const ImportDryRun& asked, std::ostream& out) {
    const std::string name = std::filesystem::path(asked.file).filename().string();
    const auto verdict = verdict_of(asked, name);
    if (!verdict) {
        const FileError error = file_error(name, verdict.error());
        if (asked.json) out << arrival_error_json(error) << "\n"; else print(out, error);
        return exit_unreadable;
    }
    if (asked.json) out << arrival_json(*verdict) << "\n"; else print(out, *verdict);
    return exit_read;
}

}  // namespace homeward::people
