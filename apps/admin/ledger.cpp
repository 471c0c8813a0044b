#include "admin/ledger.h"

#include <fstream>

#include "statistics/ledger/ledger_file.h"

namespace homeward::apps {
namespace {

void print_problem(const statistics::FileCheck& check, std::ostream& errors) {
    errors << "Line " << check.line << " does not hold: " << check.problem->key;
    if (!check.problem->field.empty()) errors << " in " << check.problem->field;
    for (const auto& [name, value] : check.problem->params) errors << ", " << name << " " << value;
    errors << ".\n";
    if (check.steps > 0) errors << "The " << check.steps << " steps before it hold.\n";
}

void print_success(const statistics::FileCheck& check, bool by_manifest, std::ostream& out) {
    out << check.steps << " steps hold; the last has the hash " << (check.head.hash.empty() ? "(none)" : check.head.hash) << ".\n";
    if (by_manifest) return;
    out << "Held against the keys that the file itself names. Compare them with what the members say, or give --region:\n";
    for (const auto& [member, key] : check.keys) out << "  " << member << "  " << key.kid() << "\n";
}

}  // namespace

int verify_ledger(const std::filesystem::path& file, const std::filesystem::path& region, std::ostream& out, std::ostream& errors) {
    std::ifstream in(file);
    if (!in) {
        errors << "Cannot read " << file.string() << ".\n";
        return 2;
    }
    const auto keys = region.empty() ? statistics::MemberKeys() : statistics::keys_of(exchange::Membership::load(region));
    const auto check = statistics::check_file(in, keys, [&](std::int64_t steps) { errors << steps << " steps\n"; });
    if (check.problem) {
        print_problem(check, errors);
        return 1;
    }
    print_success(check, !region.empty(), out);
    return 0;
}

}  // namespace homeward::apps
