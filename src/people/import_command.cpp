#include "people/import_command.h"

#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "people/arrival_command.h"
#include "people/import_commit.h"
#include "people/import_draft.h"

namespace homeward::people {
namespace {

constexpr int kDone = 0, kRefused = 1, kUnreadable = 2;

void print(std::ostream& out, const std::string& file, const Error& error) {
    out << file << ": " << error.key;
    for (const auto& [name, value] : error.params) out << ", " << name << " " << value;
    out << "\n";
}

void print(std::ostream& out, const std::string& file, const ImportResult& done) {
    out << file << ": " << done.persons << " people added in " << done.families << " families, " << done.refused << " rows refused, "
        << done.undecided << " possible duplicates to decide\n";
}

Date day_of_arrival(const FileImport& asked, const Register& reg, Date today) {
    if (asked.as_of) return *asked.as_of;
    const auto stage = reg.find_stage(asked.stage_id);
    return stage && stage->on_date ? *stage->on_date : today;
}

}  // namespace

int run_import(const FileImport& asked, access::Works& works, Register& reg, std::ostream& out) {
    const std::string name = std::filesystem::path(asked.file).filename().string();
    const auto bytes = bytes_of_file(asked.file);
    if (!bytes) {
        print(out, name, bytes.error());
        return kUnreadable;
    }
    const Date today = Date::of(works.now());
    const auto verdict = read_against_register(reg, *bytes, {name, day_of_arrival(asked, reg, today), {}, {}, {}}, today);
    if (!verdict) {
        print(out, name, verdict.error());
        return kUnreadable;
    }
    const ImportOrder order{ImportBatchId::make(works.now()), to_hex(sha256(*bytes)), asked.stage_id, {}, asked.again};
    const auto done = works.write<ImportResult>(access::Actor::program("command_line"),
                                                [&](access::Work& work) { return commit_arrivals(work, reg, *verdict, order); });
    if (!done) {
        print(out, name, done.error());
        return kRefused;
    }
    print(out, name, *done);
    return kDone;
}

}  // namespace homeward::people
