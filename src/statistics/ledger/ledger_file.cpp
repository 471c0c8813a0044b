#include "statistics/ledger/ledger_file.h"

#include "base/json.h"
#include "exchange/primitives.h"

namespace homeward::statistics {

struct HeaderText {
    int format = 1;
    std::map<std::string, std::string> keys;
};
BOOST_DESCRIBE_STRUCT(HeaderText, (), (format, keys))

namespace {

constexpr int known_format = 1;
constexpr std::int64_t between_news = 100;

Result<MemberKeys> read_header(std::string_view line) {
    const HeaderText header = TRY(json::read<HeaderText>(line));
    if (header.format != known_format) return invalid("ledger.form", "format", {{"part", "format"}});
    MemberKeys keys;
    for (const auto& [member, x] : header.keys) {
        const auto key = exchange::key_from_base64url(x);
        if (!key || !exchange::is_member_id(member)) return invalid("ledger.form", "keys", {{"part", "keys"}});
        keys.emplace(member, exchange::VerifyKey{*key});
    }
    return keys;
}

/// A file of another region, or one whose keys were exchanged.
Done check_keys(const MemberKeys& in_file, const MemberKeys& known) {
    for (const auto& [member, key] : in_file) {
        const auto found = known.find(member);
        if (found == known.end() || found->second != key) return invalid("ledger.other_keys", "keys", {{"member", member}});
    }
    return {};
}

Done check_line(Chain& chain, const std::string& line, const MemberKeys& keys) {
    const JointEntry joint = TRY(read_joint(line));
    TRY(chain.check(joint, keys));
    chain.add(joint);
    return {};
}

}  // namespace

std::string ledger_file(store::Connection& db, const exchange::Membership& members) {
    HeaderText header;
    header.format = known_format;
    for (const auto& member : members.members()) header.keys.emplace(member.id, to_base64url(member.verify.x));
    std::string file = json::write(header) + "\n";
    for (const auto row : db.query("SELECT line FROM joint_ledger ORDER BY position")) {
        file += row.text(0);
        file += '\n';
    }
    return file;
}

FileCheck check_file(std::istream& file, const MemberKeys& known, const std::function<void(std::int64_t)>& told) {
    FileCheck check;
    const auto fail = [&](std::int64_t line, const Error& problem) {
        check.line = line;
        check.problem = problem;
        return check;
    };
    std::string line;
    if (!std::getline(file, line)) return fail(1, invalid("ledger.empty_file"));
    const auto header = read_header(line);
    if (!header) return fail(1, header.error());
    check.keys = known.empty() ? *header : known;
    if (const auto same = check_keys(*header, check.keys); !same) return fail(1, same.error());
    Chain chain;
    for (std::int64_t number = 2; std::getline(file, line); ++number) {
        if (const auto done = check_line(chain, line, check.keys); !done) return fail(number, done.error());
        ++check.steps;
        if (told && check.steps % between_news == 0) told(check.steps);
    }
    check.head = chain.head();
    return check;
}

}  // namespace homeward::statistics
