#include "statistics/ledger/ledger_bodies.h"

#include <algorithm>

#include "http/json_reply.h"
#include "statistics/ledger/entry_json.h"
#include "statistics/ledger/ledger_file.h"

namespace homeward::statistics {

struct LedgerHeadBody {
    std::int64_t position = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(LedgerHeadBody, (), (position, hash))
struct ProblemBody {
    std::string key;
    std::map<std::string, std::string> params;
};
BOOST_DESCRIBE_STRUCT(ProblemBody, (), (key, params))
struct LedgerTablesBody {
    int year = 0;
    Date reference_date;
    std::vector<std::string> indicators;
    std::size_t tables = 0, cells = 0, hidden = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerTablesBody, (), (year, reference_date, indicators, tables, cells, hidden))
struct ReplacementBody {
    std::int64_t position = 0;
    EntryKind kind = EntryKind::correction;
    std::string reason;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(ReplacementBody, (), (position, kind, reason, added_at))
struct LedgerLineBody {
    std::int64_t position = 0;
    std::string hash;
    Instant added_at;
    EntryId id;
    std::string member;
    EntryKind kind = EntryKind::release;
    std::string entry_hash;
    bool verified = false;
    std::optional<ProblemBody> problem;
    std::optional<std::string> reason, certificate;
    std::optional<EntryId> replaces;
    std::optional<LedgerTablesBody> tables;
    std::optional<FigureText> figure;
    std::optional<ReplacementBody> replaced_by;
};
BOOST_DESCRIBE_STRUCT(LedgerLineBody, (), (position, hash, added_at, id, member, kind, entry_hash, verified, problem, reason, certificate, replaces, tables, figure, replaced_by))
struct LedgerPageBody {
    LedgerHeadBody head;
    std::vector<LedgerLineBody> items;
};
BOOST_DESCRIBE_STRUCT(LedgerPageBody, (), (head, items))
struct LedgerCheckBody {
    std::int64_t checked = 0, of = 0;
    std::optional<ProblemBody> problem;
};
BOOST_DESCRIBE_STRUCT(LedgerCheckBody, (), (checked, of, problem))

namespace {

constexpr int most_lines = 100, most_steps = 50;
constexpr int farthest = 1'000'000'000;

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

ProblemBody body_of(const Error& error) { return {error.key, error.params}; }

LedgerTablesBody tables_of(const Release& release) {
    LedgerTablesBody body{release.year, release.reference_date, {}, release.tables.size(), 0, 0};
    for (const auto& table : release.tables) {
        if (std::ranges::find(body.indicators, table.definition.indicator) == body.indicators.end()) body.indicators.push_back(table.definition.indicator);
        body.cells += table.cells.size();
        body.hidden += static_cast<std::size_t>(std::ranges::count_if(table.cells, &ReleasedCell::hidden));
    }
    return body;
}

LedgerLineBody body_of(const LedgerLine& line, const MemberKeys& keys) {
    LedgerLineBody body{line.position, line.hash, line.added_at, line.id, line.member, line.kind, line.entry_hash, false, {}, {}, {}, {}, {}, {}, {}};
    if (line.replaced_by) body.replaced_by = ReplacementBody{line.replaced_by->position, line.replaced_by->kind, line.replaced_by->reason, line.replaced_by->added_at};
    if (!line.joint) {
        body.problem = ProblemBody{line.problem, {}};
        return body;
    }
    const Entry& entry = line.joint->signed_entry.entry;
    const Done done = check_signatures(*line.joint, keys);
    body.verified = done.has_value() && head_of(*line.joint).hash == line.hash;
    if (!done) body.problem = body_of(done.error());
    body.reason = unless_empty(entry.reason);
    body.certificate = unless_empty(entry.certificate);
    body.replaces = entry.replaces;
    if (entry.release) body.tables = tables_of(*entry.release);
    if (entry.figure) body.figure = text_of(*entry.figure);
    return body;
}

}  // namespace

Result<http::Reply> ledger_page(access::Work& work, const http::Request& request, const exchange::Membership& members) {
    const int below = TRY(http::int_query(request, "below", 0, 0, farthest));
    const int limit = TRY(http::int_query(request, "limit", 20, 1, most_lines));
    const LedgerHead head = joint_head(work.db);
    LedgerPageBody body{{head.position, head.hash}, {}};
    const MemberKeys keys = keys_of(members);
    for (const auto& line : list_ledger(work.db, below, limit)) body.items.push_back(body_of(line, keys));
    return http::ok(body);
}

Result<http::Reply> ledger_check(access::Work& work, const http::Request& request, const exchange::Membership& members) {
    const int from = TRY(http::int_query(request, "from", 1, 1, farthest));
    const LedgerCheck check = check_ledger(work.db, keys_of(members), from, most_steps);
    LedgerCheckBody body{check.checked, check.of, {}};
    if (check.problem) body.problem = body_of(*check.problem);
    return http::ok(body);
}

Result<http::Reply> ledger_download(access::Work& work, const exchange::Membership& members) {
    return http::download("application/jsonl", "ledger.jsonl", ledger_file(work.db, members));
}

}  // namespace homeward::statistics
